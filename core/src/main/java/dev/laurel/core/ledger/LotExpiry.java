package dev.laurel.core.ledger;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.time.Expiry;
import dev.laurel.core.time.ExpiryPolicy;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.TimeGate;
import java.time.Instant;
import java.time.LocalDate;

/**
 * When one lot is gone, and by which clause.
 *
 * <p>Unlike {@link Expiry}, which is a rule, this is its outcome for one lot.
 */
public sealed interface LotExpiry {
  /** The clause that says so, such as {@code P12M}; text for people, never parsed. */
  String clause();

  /** A lot that never expires. */
  static LotExpiry never() {
    return new Never("never");
  }

  /**
   * A lot that is gone from this instant; the day is the last on which it is usable, for display.
   */
  static LotExpiry at(Instant instant, LocalDate lastDay, String clause) {
    return new At(instant, lastDay, clause);
  }

  /** A lot that is gone from the day after its last day, in the program's zone. */
  static LotExpiry through(LocalDate lastDay, ProgramCalendar calendar) {
    return new At(calendar.afterLast(lastDay), lastDay, "through " + lastDay);
  }

  /** A lot that lives as long as the account is active. */
  static LotExpiry withActivity() {
    return new WithActivity("inactivity");
  }

  /** The outcome of a rule for a lot earned at this instant. */
  static LotExpiry from(Expiry rule, Instant earnedAt, ProgramCalendar calendar) {
    return from(ExpiryPolicy.of(rule), earnedAt, calendar);
  }

  /** The outcome of a rule with its grace for a lot earned at this instant. */
  static LotExpiry from(ExpiryPolicy rule, Instant earnedAt, ProgramCalendar calendar) {
    String clause = rule.expiry().toString();
    if (rule.expiry() instanceof Expiry.Inactivity) {
      return new WithActivity(clause);
    }
    return rule.expiresAt(earnedAt, calendar)
        .<LotExpiry>map(at -> new At(at, rule.lastDay(earnedAt, calendar).orElseThrow(), clause))
        .orElseGet(() -> new Never(clause));
  }

  /**
   * No expiry.
   *
   * @param clause the clause that says so
   */
  record Never(String clause) implements LotExpiry {
    /** No expiry, by this clause. */
    public Never {
      requireNonNull(clause, "clause");
    }
  }

  /**
   * Usable until just before an instant.
   *
   * @param instant the first instant at which the lot is gone
   * @param lastDay the last day on which it is usable, for display
   * @param clause the clause that says so
   */
  record At(Instant instant, LocalDate lastDay, String clause) implements LotExpiry {
    /** An expiry at an admitted instant. */
    public At {
      instant = TimeGate.admit(instant, "instant");
      requireNonNull(lastDay, "lastDay");
      requireNonNull(clause, "clause");
    }

    /** The date that a rule with dates gives, counted from an instant. */
    static At of(Expiry rule, Instant countedFrom, ProgramCalendar calendar) {
      return new At(
          rule.expiresAt(countedFrom, calendar).orElseThrow(),
          rule.lastDay(countedFrom, calendar).orElseThrow(),
          rule.toString());
    }

    /** Whether the lot is gone at an instant. */
    boolean isGoneAt(Instant asOf) {
      return !instant.isAfter(asOf);
    }
  }

  /**
   * Usable as long as the account is active; the account has the date.
   *
   * @param clause the clause that says so
   */
  record WithActivity(String clause) implements LotExpiry {
    /** An expiry by inactivity, by this clause. */
    public WithActivity {
      requireNonNull(clause, "clause");
    }
  }
}
