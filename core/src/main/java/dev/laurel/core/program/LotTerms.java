package dev.laurel.core.program;

import dev.laurel.core.ledger.Activation;
import dev.laurel.core.ledger.Ledger;
import dev.laurel.core.ledger.LotExpiry;
import dev.laurel.core.time.Expiry;
import dev.laurel.core.time.ExpiryPolicy;
import dev.laurel.core.time.ProgramCalendar;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of points of one type: the ledger that keeps them, when lots become usable, and when
 * they are gone.
 *
 * <p>The dates depend on the day of earning alone, and are worked out once for all lots of a day:
 * whoever credits a million activities of three years asks for about a thousand days. Days that are
 * no longer remembered, of which there can be some only after {@value #REMEMBERED_DAYS}, are worked
 * out anew. It may be asked from many threads at once.
 */
final class LotTerms {
  private static final int REMEMBERED_DAYS = 4_096;

  private final PointTerms terms;
  private final Ledger ledger;
  private final ProgramCalendar calendar;

  /** Days by their number; what threads write at once is the same, and unchanging. */
  private final @Nullable OfDay[] days;

  /**
   * The terms of the lots of one day.
   *
   * @param day the number of the day of earning
   * @param activation when they become usable
   * @param expiry when they are gone
   */
  record OfDay(long day, Activation activation, LotExpiry expiry) {}

  LotTerms(PointTerms terms, Ledger ledger, ProgramCalendar calendar) {
    this(terms, ledger, calendar, REMEMBERED_DAYS);
  }

  LotTerms(PointTerms terms, Ledger ledger, ProgramCalendar calendar, int rememberedDays) {
    this.terms = terms;
    this.ledger = ledger;
    this.calendar = calendar;
    this.days = new OfDay[rememberedDays];
  }

  /** The terms of which these are a part. */
  PointTerms terms() {
    return terms;
  }

  /** The ledger under the terms. */
  Ledger ledger() {
    return ledger;
  }

  /** The terms of lots earned at an instant of a day, where a rule has none of its own. */
  OfDay on(LocalDate day, Instant earnedAt) {
    long number = day.toEpochDay();
    int place = Math.floorMod(number, days.length);
    OfDay known = days[place];
    if (known == null || known.day() != number) {
      LotExpiry expiry = shared(LotExpiry.from(terms.expiry(), earnedAt, calendar), place);
      known = new OfDay(number, activation(terms.activation(), day), expiry);
      days[place] = known;
    }
    return known;
  }

  /** The expiry of the day before or after, if it is the same, as within a quarter. */
  private LotExpiry shared(LotExpiry expiry, int place) {
    for (int step = -1; step <= 1; step += 2) {
      OfDay other = days[Math.floorMod(place + step, days.length)];
      if (other != null && other.expiry().equals(expiry)) {
        return other.expiry();
      }
    }
    return expiry;
  }

  /** When lots of a day become usable by a rule's own word. */
  Activation activation(dev.laurel.core.earning.Activation rule, LocalDate day) {
    if (rule instanceof dev.laurel.core.earning.Activation.After after) {
      return Activation.at(calendar.startOf(day.plus(after.period())));
    }
    if (rule instanceof dev.laurel.core.earning.Activation.OnEvent event) {
      return Activation.onEvent(event.key());
    }
    return Activation.immediate();
  }

  /** When lots are gone by a rule's own word; the grace of the terms holds for it too. */
  LotExpiry expiry(Expiry rule, Instant earnedAt) {
    ExpiryPolicy policy = new ExpiryPolicy(rule, terms.expiry().grandfatheredUntil());
    return LotExpiry.from(policy, earnedAt, calendar);
  }
}
