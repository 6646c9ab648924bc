package dev.laurel.tiers.ladder;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What of a figure is carried from a period into the next: what is above the threshold of the tier
 * that the period qualified for.
 *
 * <p>Silver at 25,000 miles with 40,000 flown carries 15,000.
 *
 * @param metric which figure
 * @param cap the most that is carried, in the metric's smallest unit
 * @param isRecursive whether what was carried may be carried again
 * @param use which part pays for the threshold first; it matters where nothing is carried twice
 * @param onlyFrom the lowest tier whose members carry anything; everybody unless said otherwise
 */
public record Rollover(
    Metric metric, OptionalLong cap, boolean isRecursive, Use use, Optional<Tier> onlyFrom) {
  /** Which part of a figure pays for the threshold. */
  public enum Use {
    /** What was carried, so that more of the period's own is left to carry. */
    CARRIED_FIRST,
    /** What the period itself brought, so that what was carried lapses. */
    OWN_FIRST
  }

  /**
   * A checked rollover.
   *
   * @throws InvalidValueException RANGE if the cap is below 1
   */
  public Rollover {
    requireNonNull(metric, "metric");
    requireNonNull(cap, "cap");
    requireNonNull(use, "use");
    requireNonNull(onlyFrom, "onlyFrom");
    InvalidValueException.check(
        cap.isEmpty() || cap.getAsLong() >= 1,
        FailureCode.RANGE,
        "cap",
        "rollover of %s must have a cap of at least 1: %s",
        metric.label(),
        cap);
  }

  /** A rollover without cap, for all, of what the period itself brought. */
  public static Rollover of(Metric metric) {
    return new Rollover(metric, OptionalLong.empty(), false, Use.CARRIED_FIRST, Optional.empty());
  }

  /** The same with this much at most. */
  public Rollover atMost(long most) {
    return new Rollover(metric, OptionalLong.of(most), isRecursive, use, onlyFrom);
  }

  /** The same for members of this tier and above. */
  public Rollover onlyFrom(Tier tier) {
    return new Rollover(metric, cap, isRecursive, use, Optional.of(tier));
  }

  /** The same where what was carried may be carried again. */
  public Rollover recursive() {
    return new Rollover(metric, cap, true, use, onlyFrom);
  }

  /** The same where the period's own pays first. */
  public Rollover ownFirst() {
    return new Rollover(metric, cap, isRecursive, Use.OWN_FIRST, onlyFrom);
  }

  /**
   * What is carried out of a period with so much of its own, so much carried in, and this
   * threshold.
   */
  public long carried(long own, long carriedIn, long threshold) {
    long surplus = Math.max(0, own + carriedIn - threshold);
    long ownSurplus =
        use == Use.CARRIED_FIRST ? Math.min(own, surplus) : Math.max(0, own - threshold);
    long rolls = isRecursive ? surplus : ownSurplus;
    return cap.isPresent() ? Math.min(cap.getAsLong(), rolls) : rolls;
  }
}
