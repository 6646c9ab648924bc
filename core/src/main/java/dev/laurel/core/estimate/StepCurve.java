package dev.laurel.core.estimate;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * A share that changes at certain times and stays in between: the share of points that is still
 * there, or that has been redeemed.
 */
@Value.Immutable
public abstract class StepCurve {
  StepCurve() {}

  /**
   * One step of a curve.
   *
   * @param time when it happens
   * @param atRisk the weight that was there just before, those censored at this very time included
   * @param exits the weight that left at this time, of the causes that the curve is about
   * @param share the share from this time on
   * @param standardError the standard error of the share
   */
  public record Step(long time, long atRisk, long exits, double share, double standardError) {
    /**
     * A step of checked parts.
     *
     * @throws InvalidValueException RANGE if the share is not from 0 to 1, or the error negative
     */
    public Step {
      InvalidValueException.check(
          share >= 0 && share <= 1 && standardError >= 0,
          FailureCode.RANGE,
          "share",
          "a step at %s must have a share from 0 to 1 and an error of at least 0: %s, %s",
          time,
          share,
          standardError);
    }
  }

  /** How it was found, such as "Kaplan-Meier, Greenwood". */
  public abstract String method();

  /** The share before the first step: 1 of survival, 0 of incidence. */
  public abstract double start();

  /** The steps, in order of time. */
  public abstract List<Step> steps();

  /** How many spells it rests on. */
  public abstract long observations();

  /** The share at a time; a step counts from its own time on. */
  public double at(long time) {
    return stepAt(time).map(Step::share).orElse(start());
  }

  /** The share at a time, with its standard error and interval. */
  public Estimate estimateAt(long time, CurveScale scale, Confidence confidence) {
    double error = stepAt(time).map(Step::standardError).orElse(0.0);
    Estimate.Builder estimate = Estimate.builder().value(at(time)).method(method());
    return estimate
        .standardError(error)
        .interval(scale.interval(at(time), error, confidence))
        .observations(observations())
        .addAssumption("those who were lost from sight would have done as the others")
        .build();
  }

  /** The share after the last step. */
  public double last() {
    return steps().isEmpty() ? start() : steps().get(steps().size() - 1).share();
  }

  /** The standard error after the last step; absent without steps. */
  public OptionalDouble lastError() {
    return steps().isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(steps().get(steps().size() - 1).standardError());
  }

  /** The first time at which the share has fallen to this one or below; the median at 0.5. */
  public OptionalLong firstAtMost(double share) {
    return steps().stream()
        .filter(step -> step.share() <= share)
        .mapToLong(Step::time)
        .findFirst();
  }

  /**
   * The times between which the share first falls to this one or below: of the patients of
   * {@code aml} the median is 27 weeks, from 18 to 45; absent where even the lower bounds of the
   * curve stay above it, without an end where the upper ones do.
   *
   * <p>Source: R. Brookmeyer and J. Crowley, "A confidence interval for the median survival time",
   * Biometrics 38 (1982), on the scale that is named.
   */
  public Optional<Interval> intervalOfFirstAtMost(
      double share, CurveScale scale, Confidence confidence) {
    double from = Double.POSITIVE_INFINITY;
    double until = Double.POSITIVE_INFINITY;
    for (Step step : steps()) {
      Interval bounds = scale.interval(step.share(), step.standardError(), confidence);
      from = bounds.lower() <= share ? Math.min(from, (double) step.time()) : from;
      until = bounds.upper() <= share ? Math.min(until, (double) step.time()) : until;
    }
    return from == Double.POSITIVE_INFINITY
        ? Optional.empty()
        : Optional.of(new Interval(from, until, confidence));
  }

  /**
   * The cumulative hazard until a time, that time included: at each step those who left for each of
   * those at risk, added up, after W. Nelson (1969) and O. Aalen (1978). Of the causes that the
   * curve is about.
   */
  public double hazardUntil(long time) {
    return steps().stream()
        .filter(step -> step.time() <= time)
        .mapToDouble(step -> (double) step.exits() / step.atRisk())
        .sum();
  }

  /** A builder without parts. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link StepCurve}. */
  static final class Builder extends ImmutableStepCurve.Builder {
    Builder() {}
  }

  private Optional<Step> stepAt(long time) {
    int low = 0;
    int high = steps().size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (steps().get(middle).time() <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? Optional.empty() : Optional.of(steps().get(low - 1));
  }
}
