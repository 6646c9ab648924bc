package dev.laurel.tiers.ladder;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.Optional;
import org.immutables.value.Value;

/** One tier above the base with what it takes to reach it, to stay in it and to come back to it. */
@Value.Immutable
public abstract class Rung {
  Rung() {}

  /** The tier. */
  public abstract Tier tier();

  /** What it takes to reach the tier. */
  public abstract Qualification enter();

  /** What it takes at a review to stay; what it takes to enter unless said otherwise. */
  @Value.Default
  public Qualification stay() {
    return enter();
  }

  /** What it takes to come back to the tier; what it takes to enter unless said otherwise. */
  @Value.Default
  public Qualification reenter() {
    return enter();
  }

  /** What it takes to have the tier for life; no doing does unless said otherwise. */
  public abstract Optional<Qualification> forLife();

  /**
   * What the tier multiplies earned points by, above 0 and at most 1,000; 1 unless said otherwise.
   */
  @Value.Default
  public Ratio factor() {
    return Ratio.ONE;
  }

  /** A rung with one threshold to enter and to stay. */
  public static Rung of(Tier tier, Qualification enter) {
    return builder().tier(tier).enter(enter).build();
  }

  /** A rung with one threshold to enter and to stay, and its factor. */
  public static Rung of(Tier tier, Qualification enter, Ratio factor) {
    return builder().tier(tier).enter(enter).factor(factor).build();
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Rung}. */
  public static final class Builder extends ImmutableRung.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    TierLadder.checkFactor("factor", factor());
    for (Qualification.Reach reach :
        forLife().map(Qualification::thresholds).orElse(ImmutableList.of())) {
      InvalidValueException.check(
          reach.period().filter(QualifyingPeriod.Lifetime.class::isInstance).isPresent(),
          FailureCode.VALUE_INVALID,
          "forLife",
          "tier '%s' must be held for life by figures of a lifetime: %s",
          tier(),
          reach.metric().label());
    }
  }
}
