package dev.laurel.core.triangle;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.breakage.BreakageForecast;
import dev.laurel.core.breakage.BreakageModel;
import dev.laurel.core.breakage.Cohort;
import dev.laurel.core.breakage.CohortForecast;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The method of Bornhuetter and Ferguson, for cohorts too young to tell by themselves: what is
 * still to come follows a rate that was known beforehand, not the little that was redeemed.
 *
 * <p>With 75 % beforehand, 2,000 points of which 440 are redeemed in their first year end at
 * 1,497.32. It tells no standard error.
 *
 * <p>Source: R. L. Bornhuetter and R. E. Ferguson, "The actuary and IBNR", Proceedings of the CAS
 * 59 (1972).
 *
 * @param development how redemptions develop with age
 * @param priorRate the ultimate redemption rate known beforehand, from 0 to 1
 */
public record BornhuetterFerguson(Development development, double priorRate)
    implements BreakageModel {
  /**
   * The method with a rate from 0 to 1.
   *
   * @throws InvalidValueException PERCENT_RANGE if the rate is outside
   */
  public BornhuetterFerguson {
    requireNonNull(development, "development");
    InvalidValueException.check(
        priorRate >= 0 && priorRate <= 1,
        FailureCode.PERCENT_RANGE,
        "priorRate",
        "a redemption rate known beforehand must lie from 0 to 1: %s",
        priorRate);
  }

  @Override
  public String name() {
    return "Bornhuetter-Ferguson";
  }

  @Override
  public BreakageForecast forecast(List<Cohort> cohorts) {
    List<CohortForecast> forecasts = new ArrayList<>();
    double sum = 0;
    for (Cohort cohort : cohorts) {
      double future = future(cohort);
      sum += future;
      forecasts.add(new CohortForecast(cohort, estimate(future), Optional.empty()));
    }
    BreakageForecast.Builder forecast = BreakageForecast.builder().model(name());
    return forecast.addAllCohorts(forecasts).future(estimate(sum)).build();
  }

  private double future(Cohort cohort) {
    double factor = development.factorToUltimate(cohort.age());
    double toCome = factor > 1 ? 1 - 1 / factor : 0;
    return Math.min(priorRate * cohort.issued() * toCome, (double) cohort.outstanding());
  }

  private Estimate estimate(double future) {
    Estimate.Builder estimate = Estimate.builder().value(future).method(name());
    return estimate
        .addAssumption("cohorts redeem " + priorRate + " of what was issued in the end")
        .addAssumption("they develop as older ones did, whatever the calendar period")
        .build();
  }
}
