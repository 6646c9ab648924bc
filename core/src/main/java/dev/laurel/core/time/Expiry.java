package dev.laurel.core.time;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedSet;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.ActivityKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.Optional;
import java.util.Set;

/**
 * A rule that says how long points stay usable.
 *
 * <p>Each model names a last usable day; the points are gone at the start of the day after it, in
 * the program's zone. Points earned on 25 January with one month are usable through 25 February and
 * gone on 26 February at 00:00.
 *
 * <p>A status that suspends expiry changes nothing here: the ledger marks the suspension and keeps
 * the date.
 */
public sealed interface Expiry {
  /** Points that stay usable for ever. */
  static Expiry never() {
    return new Never();
  }

  /**
   * Points usable through the day of earning plus a period; zero days means the day of earning.
   *
   * @throws InvalidValueException PERIOD_INVALID as {@link TimeGate#checkPeriod}
   */
  static Expiry after(Period period) {
    return new After(period);
  }

  /**
   * Points usable through the end of the month, quarter, half or year in which a period after
   * earning ends; zero days means the part in which they were earned.
   *
   * @throws InvalidValueException PERIOD_INVALID as {@link TimeGate#checkPeriod}
   */
  static Expiry afterRoundedUp(Period period, CalendarPeriod end) {
    return new AfterRoundedUp(period, end);
  }

  /**
   * Points usable through a day of the year, some years ahead.
   *
   * @throws InvalidValueException PERIOD_INVALID if the years are negative or above 1,000
   */
  static Expiry fixedDay(MonthDay day, int yearsAhead) {
    return new FixedDay(day, yearsAhead);
  }

  /**
   * Points usable while the member does one of these things often enough.
   *
   * @throws InvalidValueException PERIOD_INVALID if the period is zero or as
   *     {@link TimeGate#checkPeriod}; VALUE_INVALID if no kind is named
   */
  static Expiry inactivity(Period period, Set<ActivityKind> kinds) {
    return new Inactivity(period, ImmutableSortedSet.copyOf(kinds));
  }

  /**
   * The last day on which points counted from this day are usable, for display; absent if they
   * never expire.
   *
   * <p>The day is that of earning, and for {@link Inactivity} that of the last qualifying activity.
   */
  Optional<LocalDate> lastDay(LocalDate countedFrom, ProgramCalendar calendar);

  /** Whether an activity of this kind moves the date; only {@link Inactivity} knows such kinds. */
  default boolean isCountedBy(ActivityKind kind) {
    requireNonNull(kind, "kind");
    return false;
  }

  /**
   * The last usable day of points counted from this instant; see {@link #lastDay(LocalDate,
   * ProgramCalendar)}.
   */
  default Optional<LocalDate> lastDay(Instant countedFrom, ProgramCalendar calendar) {
    return lastDay(calendar.dateOf(countedFrom), calendar);
  }

  /**
   * The instant from which points are gone: the start of the day after the last usable one; absent
   * if they never expire.
   *
   * @param countedFrom the instant of earning, and for {@link Inactivity} that of the last
   *     qualifying activity
   * @throws InvalidValueException TIME_RANGE if it lies after 9999; TIME_RANGE or TIME_SUSPECT as
   *     {@link TimeGate#admit}
   */
  default Optional<Instant> expiresAt(Instant countedFrom, ProgramCalendar calendar) {
    return lastDay(countedFrom, calendar)
        .map(day -> TimeGate.admit(calendar.afterLast(day), "expiresAt"));
  }

  /** No expiry. */
  record Never() implements Expiry {
    @Override
    public Optional<LocalDate> lastDay(LocalDate countedFrom, ProgramCalendar calendar) {
      requireNonNull(countedFrom, "countedFrom");
      requireNonNull(calendar, "calendar");
      return Optional.empty();
    }
  }

  /**
   * A period after earning: 31 January 2026 and one month is through 28 February 2026.
   *
   * @param period the period, kept normalised: twelve months are one year
   */
  record After(Period period) implements Expiry {
    /** The model of this period. */
    public After {
      period = TimeGate.checkPeriod(period, "period").normalized();
    }

    @Override
    public Optional<LocalDate> lastDay(LocalDate countedFrom, ProgramCalendar calendar) {
      requireNonNull(calendar, "calendar");
      return Optional.of(TimeGate.admitDate(countedFrom, "countedFrom").plus(period));
    }

    /**
     * Written out, since each lot has it as its clause, and a record's own takes long on Java 17.
     */
    @Override
    public String toString() {
      return "After[period=" + period + "]";
    }
  }

  /**
   * A period after earning, prolonged to the end of a part of the program's year: 2020-07-06,
   * twelve months and MONTH is through 2021-07-31.
   *
   * @param period the period, kept normalised: twelve months are one year
   * @param end the part to whose last day the date moves
   */
  record AfterRoundedUp(Period period, CalendarPeriod end) implements Expiry {
    /** The model of this period and part. */
    public AfterRoundedUp {
      period = TimeGate.checkPeriod(period, "period").normalized();
      requireNonNull(end, "end");
    }

    @Override
    public Optional<LocalDate> lastDay(LocalDate countedFrom, ProgramCalendar calendar) {
      LocalDate day = TimeGate.admitDate(countedFrom, "countedFrom").plus(period);
      return Optional.of(end.lastDay(day, calendar));
    }

    /**
     * Written out, since each lot has it as its clause, and a record's own takes long on Java 17.
     */
    @Override
    public String toString() {
      return "AfterRoundedUp[period=" + period + ", end=" + end + "]";
    }
  }

  /**
   * The first such day on or after the day of earning, plus years: 31 December and one year, earned
   * in the course of 2025, is through 2026-12-31.
   *
   * <p>29 February means the last day of February in each year.
   *
   * @param day the day of the year
   * @param yearsAhead the years added, 0 to 1,000
   */
  record FixedDay(MonthDay day, int yearsAhead) implements Expiry {
    /** The model of this day and these years. */
    public FixedDay {
      requireNonNull(day, "day");
      InvalidValueException.check(
          yearsAhead >= 0 && yearsAhead <= 1_000,
          FailureCode.PERIOD_INVALID,
          "yearsAhead",
          "yearsAhead must be 0 to 1000: %s",
          yearsAhead);
    }

    @Override
    public Optional<LocalDate> lastDay(LocalDate countedFrom, ProgramCalendar calendar) {
      requireNonNull(calendar, "calendar");
      int year = TimeGate.admitDate(countedFrom, "countedFrom").getYear();
      int first = day.atYear(year).isBefore(countedFrom) ? year + 1 : year;
      return Optional.of(day.atYear(first + yearsAhead));
    }
  }

  /**
   * A period without a qualifying activity; each one moves the date of the whole account.
   *
   * <p>With 730 days and a last purchase on 2025-06-01 the last usable day is 2027-06-01.
   *
   * @param period the period, at least a day, kept normalised: twelve months are one year
   * @param kinds the kinds of activity that count, in order of name
   */
  record Inactivity(Period period, ImmutableSortedSet<ActivityKind> kinds) implements Expiry {
    /** The model of this period and these kinds. */
    public Inactivity {
      period = TimeGate.checkPeriod(period, "period").normalized();
      InvalidValueException.check(
          !period.isZero(),
          FailureCode.PERIOD_INVALID,
          "period",
          "inactivity must be at least a day long: %s",
          period);
      kinds = ImmutableSortedSet.copyOf(kinds);
      InvalidValueException.check(
          !kinds.isEmpty(),
          FailureCode.VALUE_INVALID,
          "kinds",
          "inactivity must name at least one kind of activity: %s",
          kinds);
    }

    @Override
    public boolean isCountedBy(ActivityKind kind) {
      return kinds.contains(requireNonNull(kind, "kind"));
    }

    @Override
    public Optional<LocalDate> lastDay(LocalDate countedFrom, ProgramCalendar calendar) {
      requireNonNull(calendar, "calendar");
      return Optional.of(TimeGate.admitDate(countedFrom, "countedFrom").plus(period));
    }
  }
}
