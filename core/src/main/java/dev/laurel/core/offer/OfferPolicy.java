package dev.laurel.core.offer;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.time.TimeGate;
import dev.laurel.core.time.Window;
import java.time.Period;
import java.util.Optional;
import org.immutables.value.Value;

/** How offers are chosen: how many at once, how often in a time, and when one may come again. */
@Value.Immutable
public abstract class OfferPolicy {
  OfferPolicy() {}

  /** How many offers are shown at once, 1 unless said otherwise. */
  @Value.Default
  public int most() {
    return 1;
  }

  /** The points that an offer must reach to be shown. */
  @Value.Default
  public long leastPoints() {
    return 0;
  }

  /** How long an offer that was shown rests, its last day included; none unless said otherwise. */
  public abstract Optional<Period> restAfterShown();

  /** Whether an offer that was taken never comes again; yes unless said otherwise. */
  @Value.Default
  public boolean isOverOnceTaken() {
    return true;
  }

  /** How many offers a member is shown in a window; no limit unless said otherwise. */
  public abstract Optional<Limit> limit();

  /**
   * So many offers in each window.
   *
   * @param offers how many, from 1
   * @param window in which window; anniversaries are counted from the day of enrolment
   */
  public record Limit(int offers, Window window) {
    /**
     * A checked limit.
     *
     * @throws InvalidValueException QUANTITY_INVALID if it is below 1
     */
    public Limit {
      InvalidValueException.check(
          offers >= 1,
          FailureCode.QUANTITY_INVALID,
          "offers",
          "a limit must let through at least one offer: %s",
          offers);
    }
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link OfferPolicy}. */
  public static final class Builder extends ImmutableOfferPolicy.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    InvalidValueException.check(
        most() >= 1,
        FailureCode.QUANTITY_INVALID,
        "most",
        "a policy must show at least one offer: %s",
        most());
    restAfterShown().ifPresent(period -> TimeGate.checkPeriod(period, "restAfterShown"));
  }
}
