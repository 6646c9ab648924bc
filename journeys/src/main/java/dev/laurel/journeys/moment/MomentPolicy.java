package dev.laurel.journeys.moment;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.MultipleTesting;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import org.immutables.value.Value;

/** When a moment of truth counts as proven. */
@Value.Immutable
public abstract class MomentPolicy {
  private static final MomentPolicy STANDARD = builder().build();

  MomentPolicy() {}

  /** The level of the intervals, 95 % unless said otherwise. */
  @Value.Default
  public Confidence confidence() {
    return Confidence.P95;
  }

  /** How p-values are adjusted for asking about many touchpoints. */
  @Value.Default
  public MultipleTesting correction() {
    return MultipleTesting.BENJAMINI_HOCHBERG;
  }

  /** The adjusted p-value at and below which a moment is proven, 0.05 unless said otherwise. */
  @Value.Default
  public double level() {
    return 0.05;
  }

  /** How many journeys there must be with and without the touchpoint, 20 unless said otherwise. */
  @Value.Default
  public long leastJourneys() {
    return 20;
  }

  /** The policy that says nothing otherwise. */
  public static MomentPolicy standard() {
    return STANDARD;
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link MomentPolicy}. */
  public static final class Builder extends ImmutableMomentPolicy.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    InvalidValueException.check(
        level() > 0 && level() < 1,
        FailureCode.PERCENT_RANGE,
        "level",
        "a level must lie between 0 and 1: %s",
        level());
    InvalidValueException.check(
        leastJourneys() >= 1,
        FailureCode.RANGE,
        "leastJourneys",
        "a moment must rest on at least one journey: %s",
        leastJourneys());
  }
}
