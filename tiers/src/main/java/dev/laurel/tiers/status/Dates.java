package dev.laurel.tiers.status;

import dev.laurel.core.time.Span;
import dev.laurel.tiers.ladder.TierLadder;
import dev.laurel.tiers.ladder.Validity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * When tiers are reviewed and end, by the terms of one ladder.
 *
 * @param ground what does not change
 * @param ladder the version in force
 * @param tierSince the day from which tier years are counted
 */
record Dates(Ground ground, TierLadder ladder, LocalDate tierSince) {
  /** The stretch in which the ladder counts at an instant. */
  Span spanAt(Instant at) {
    return ground.span(ladder.period(), at, tierSince);
  }

  /** Whether a review looks at the period that ends with it. */
  boolean looksBack() {
    return !(ladder.validity() instanceof Validity.EndOfPeriod end)
        || end.later() == 1
        || ladder.period().restartsWithTier();
  }

  /** When a tier is reviewed that was reached at an instant in a period. */
  Instant firstReview(Instant at, Span earnedIn) {
    if (ladder.validity() instanceof Validity.EndOfPeriod end) {
      return end.later() == 0 || earnedIn.isUnboundedEnd()
          ? earnedIn.until()
          : spanAt(earnedIn.until()).until();
    }
    return ladder.validity() instanceof Validity.Lasting lasting ? endOf(at, lasting) : Span.END;
  }

  /** When a tier is reviewed next that a review at an instant has confirmed. */
  Instant nextReview(Instant at) {
    if (ladder.validity() instanceof Validity.EndOfPeriod) {
      return spanAt(at).until();
    }
    return ladder.validity() instanceof Validity.Lasting lasting
        ? endOf(at.minus(1, ChronoUnit.MICROS), lasting)
        : Span.END;
  }

  /** Until when a tier lasts after a failed review. */
  Instant extended(Instant review) {
    return ladder.validity() instanceof Validity.EndOfPeriod end
            && !end.extension().isZero()
            && review.isBefore(Span.END)
        ? ground.calendar().startOf(ground.calendar().dateOf(review).plus(end.extension()))
        : review;
  }

  private Instant endOf(Instant from, Validity.Lasting lasting) {
    LocalDate last = ground.calendar().dateOf(from).plus(lasting.length());
    return last.getYear() > 9998 ? Span.END : ground.calendar().afterLast(last);
  }
}
