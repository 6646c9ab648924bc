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
