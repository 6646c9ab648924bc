package dev.laurel.core.breakage;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.estimate.Estimate;
import java.util.List;
import java.util.function.Function;

/** Forecasts of models that tell no error of the total. */
final class Forecasts {
  private Forecasts() {}

  static BreakageForecast of(
      BreakageModel model,
      List<Cohort> cohorts,
      Function<Cohort, CohortForecast> each,
      List<String> assumptions) {
    ImmutableList<CohortForecast> forecasts =
        cohorts.stream().map(each).collect(ImmutableList.toImmutableList());
    double sum = forecasts.stream().mapToDouble(one -> one.future().value()).sum();
    Estimate.Builder total = Estimate.builder().value(sum).method(model.name());
    BreakageForecast.Builder forecast = BreakageForecast.builder();
    forecast
        .model(model.name())
        .addAllCohorts(forecasts)
        .future(total.addAllAssumptions(assumptions).build());
    return forecast.build();
  }
}
