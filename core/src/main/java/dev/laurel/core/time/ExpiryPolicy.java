package dev.laurel.core.time;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.identity.ActivityKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/**
 * The expiry of a point type, with the grace that a live program gave when it switched expiry on.
 *
 * <p>Nothing expires before {@code grandfatheredUntil}; an earlier expiry moves to it. A program
 * that switches on 12 months on 2026-03-01, with 12 months of grace, lets points of 2020 expire at
 * the start of 2027-03-02.
 *
 * @param expiry the model
 * @param grandfatheredUntil the instant before which nothing expires; absent for a program that had
 *     expiry from the start
 */
public record ExpiryPolicy(Expiry expiry, Optional<Instant> grandfatheredUntil) {
  /**
   * A policy of this model and grace.
   *
   * @throws dev.laurel.core.failure.InvalidValueException TIME_RANGE or TIME_SUSPECT as
   *     {@link TimeGate#admit}
   */
  public ExpiryPolicy {
    requireNonNull(expiry, "expiry");
    grandfatheredUntil = requireNonNull(grandfatheredUntil, "grandfatheredUntil")
        .map(until -> TimeGate.admit(until, "grandfatheredUntil"));
  }

  /** The policy without grace. */
  public static ExpiryPolicy of(Expiry expiry) {
    return new ExpiryPolicy(expiry, Optional.empty());
  }

  /** The policy under which nothing expires before this instant. */
  public static ExpiryPolicy grandfathered(Expiry expiry, Instant until) {
    return new ExpiryPolicy(expiry, Optional.of(until));
  }

  /**
   * The policy of a program that switched expiry on at an instant, with a grace of whole days: all
   * points are usable through the day of switching plus the period.
   *
   * @throws dev.laurel.core.failure.InvalidValueException PERIOD_INVALID as
   *     {@link TimeGate#checkPeriod}
   */
  public static ExpiryPolicy switchedOn(
      Expiry expiry, Instant enabledAt, Period grace, ProgramCalendar calendar) {
    Period checked = TimeGate.checkPeriod(grace, "grace");
    return grandfathered(expiry, calendar.afterLast(calendar.dateOf(enabledAt).plus(checked)));
  }

  /** Whether an activity of this kind moves the date; see {@link Expiry#isCountedBy}. */
  public boolean isCountedBy(ActivityKind kind) {
    return expiry.isCountedBy(kind);
  }

  /**
   * The instant from which points are gone; absent if they never expire.
   *
   * @param countedFrom the instant of earning, and for inactivity that of the last qualifying
   *     activity
   */
  public Optional<Instant> expiresAt(Instant countedFrom, ProgramCalendar calendar) {
    return expiry
        .expiresAt(countedFrom, calendar)
        .map(at -> grandfatheredUntil.filter(at::isBefore).orElse(at));
  }

  /** The last day on which points are usable, for display; absent if they never expire. */
  public Optional<LocalDate> lastDay(Instant countedFrom, ProgramCalendar calendar) {
    if (grandfatheredUntil.isEmpty()) {
      return expiry.lastDay(countedFrom, calendar);
    }
    return expiresAt(countedFrom, calendar)
        .map(at -> grandfatheredUntil.filter(at::equals).isPresent()
            ? calendar.dateOf(at.minusNanos(1))
            : expiry.lastDay(countedFrom, calendar).orElseThrow());
  }
}
