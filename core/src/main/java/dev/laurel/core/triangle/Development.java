package dev.laurel.core.triangle;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.breakage.BreakageForecast;
import dev.laurel.core.breakage.BreakageModel;
import dev.laurel.core.breakage.Cohort;
import dev.laurel.core.breakage.CohortForecast;
import dev.laurel.core.breakage.ErrorParts;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * How redemptions develop with age, as a {@link ChainLadder} has learnt it from a triangle, and
 * what follows for cohorts.
 *
 * <p>Expected redemptions of a cohort are kept between zero and its points outstanding; a forecast
 * that was kept there says so among its assumptions, and keeps its standard error.
 */
@Value.Immutable
public abstract class Development implements BreakageModel {
  Development() {}

  /** The choices under which it was learnt. */
  @Value.Parameter
  public abstract ChainLadder choices();

  /** The developments from each age to the next, from age 1. */
  @Value.Parameter
  public abstract List<Link> links();

  static Development of(ChainLadder choices, List<Link> links) {
    return ImmutableDevelopment.of(choices, links);
  }

  @Override
  public String name() {
    return "chain ladder";
  }

  /**
   * Whether standard errors could be told; it takes cohorts enough for the rule of the last one.
   */
  public boolean hasErrors() {
    return links().stream().allMatch(link -> link.sigmaSquared().isPresent());
  }

  /** What redemptions at an age, from 1, are multiplied by until all are done. */
  public double factorToUltimate(int age) {
    double factor = 1;
    for (Link step : steps(age)) {
      factor *= step.factor();
    }
    return factor;
  }

  /**
   * The cumulative redemptions of a cohort from its age on to the last one, the expected ones
   * beyond its present age; never more than it can still give.
   */
  public List<Double> path(Cohort cohort) {
    ImmutableList.Builder<Double> path = ImmutableList.builder();
    double most = (double) cohort.redeemed() + cohort.outstanding();
    double redeemed = (double) cohort.redeemed();
    path.add(redeemed);
    for (Link step : steps(cohort.age())) {
      redeemed = Math.min(redeemed * step.factor(), most);
      path.add(redeemed);
    }
    return path.build();
  }

  @Override
  public BreakageForecast forecast(List<Cohort> cohorts) {
    List<CohortForecast> forecasts = new ArrayList<>();
    double sum = 0;
    long outstanding = 0;
    for (Cohort cohort : cohorts) {
      CohortForecast forecast = forecast(cohort);
      forecasts.add(forecast);
      sum += forecast.future().value();
      outstanding = Math.addExact(outstanding, cohort.outstanding());
    }
    Optional<ErrorParts> parts =
        hasErrors() ? Optional.of(MackErrors.ofTotal(this, cohorts)) : Optional.empty();
    BreakageForecast.Builder forecast = BreakageForecast.builder().model(name());
    forecast
        .addAllCohorts(forecasts)
        .future(estimate(sum, parts, (double) outstanding, List.of()))
        .parts(parts);
    return forecast.build();
  }

  private CohortForecast forecast(Cohort cohort) {
    double raw = cohort.redeemed() * (factorToUltimate(cohort.age()) - 1);
    double future = Math.min(Math.max(raw, 0), (double) cohort.outstanding());
    Optional<ErrorParts> parts =
        hasErrors() ? Optional.of(MackErrors.of(this, cohort)) : Optional.empty();
    List<String> caveats = new ArrayList<>();
    if (raw != future) {
      caveats.add("cohort " + cohort.name() + " is kept from 0 to its points outstanding");
    }
    if (cohort.redeemed() == 0 && factorToUltimate(cohort.age()) > 1) {
      caveats.add("cohort " + cohort.name() + " has redeemed nothing yet, so that nothing is"
          + " expected of it; Bornhuetter-Ferguson would expect something");
    }
    return new CohortForecast(
        cohort, estimate(future, parts, (double) cohort.outstanding(), caveats), parts);
  }

  private Estimate estimate(
      double future, Optional<ErrorParts> parts, double outstanding, List<String> more) {
    Estimate.Builder estimate = Estimate.builder().value(future).method(name());
    estimate.addAllAssumptions(assumptions()).addAllAssumptions(more);
    parts.ifPresent(known -> {
      double error = known.standardError();
      estimate.standardError(error);
      interval(future, error)
          .ifPresent(range -> estimate.interval(range.clippedTo(0, outstanding)));
    });
    return estimate.build();
  }

  /** A lognormal interval around nothing does not exist. */
  private Optional<Interval> interval(double future, double error) {
    return future > 0 || error == 0
        ? Optional.of(choices().errorShape().interval(future, error, choices().confidence()))
        : Optional.empty();
  }

  private List<String> assumptions() {
    ImmutableList.Builder<String> assumptions = ImmutableList.builder();
    assumptions.add("young cohorts develop as older ones did, whatever the calendar period");
    assumptions.add("cohorts are independent of each other");
    assumptions.add(
        hasErrors()
            ? "the variance of the last development follows "
                + choices().sigmaTail().title()
            : "too few cohorts for a standard error by " + choices().sigmaTail().title());
    choices().expiryAge().ifPresent(age -> assumptions.add("nothing is redeemed after age " + age));
    if (!choices().tail().equals(Tail.none())) {
      assumptions.add(
          "after the last age shown redemptions grow by " + choices().tail().factor());
    }
    return assumptions.build();
  }

  /** The developments that a cohort of this age has before it, that of the tail included. */
  List<Link> steps(int age) {
    List<Link> steps = new ArrayList<>();
    int expiry = choices().expiryAge().orElse(Integer.MAX_VALUE);
    for (int k = age; k <= links().size(); k++) {
      steps.add(links().get(k - 1));
    }
    Tail tail = choices().tail();
    if (!tail.equals(Tail.none()) && expiry > links().size() + 1 && age < expiry) {
      steps.add(new Link(
          Math.max(age, links().size() + 1),
          tail.factor(),
          OptionalDouble.of(tail.standardError()),
          OptionalDouble.of(tail.sigmaSquared()),
          0));
    }
    return steps;
  }
}
