package dev.laurel.journeys.experience;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/** When a figure of a scorecard is a reason to look at its touchpoint. */
@Value.Immutable
public abstract class ScorecardPolicy {
  private static final ScorecardPolicy STANDARD = builder().build();

  ScorecardPolicy() {}

  /** The level of the intervals, 95 % unless said otherwise. */
  @Value.Default
  public Confidence confidence() {
    return Confidence.P95;
  }

  /**
   * The score that a touchpoint should have, on the scale of the scores that are given; a score
   * whose whole interval lies on one side of it is a reason, and without a goal none is.
   */
  public abstract OptionalDouble goal();

  /**
   * The share of times at which a step may fail, be missing or be out of order, and of journeys
   * that may meet a touchpoint that the map does not have, before it is a reason; it is one when
   * the whole interval lies above. 0.1 unless said otherwise.
   */
  @Value.Default
  public double tolerated() {
    return 0.1;
  }

  /** The policy that says nothing otherwise. */
  public static ScorecardPolicy standard() {
    return STANDARD;
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ScorecardPolicy}. */
  public static final class Builder extends ImmutableScorecardPolicy.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    InvalidValueException.check(
        goal().isEmpty() || Double.isFinite(goal().getAsDouble()),
        FailureCode.NUMBER_NOT_FINITE,
        "goal",
        "a goal must be a finite number: %s",
        goal());
    InvalidValueException.check(
        tolerated() >= 0 && tolerated() <= 1,
        FailureCode.PERCENT_RANGE,
        "tolerated",
        "a share that is tolerated must lie between 0 and 1: %s",
        tolerated());
  }
}
