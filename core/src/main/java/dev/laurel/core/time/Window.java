package dev.laurel.core.time;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;

/**
 * A rule that says over which stretch of time something is counted, such as a cap of 500 points per
 * month or a tier of 60 flights per membership year.
 *
 * <p>Calendar and anniversary windows divide time: each instant lies in exactly one. Rolling
 * windows move on by a day at each local midnight. All count whole days in the program's zone.
 */
public sealed interface Window {
  /** The window that is a part of the program's year. */
  static Window calendar(CalendarPeriod period) {
    return new CalendarWindow(period);
  }

  /**
   * The window that starts again each time this length has passed since the anchor.
   *
   * @throws InvalidValueException WINDOW_INVALID if the length is zero; PERIOD_INVALID as
   *     {@link TimeGate#checkPeriod}
   */
  static Window anniversary(Period length) {
    return new AnniversaryWindow(length);
  }

  /**
   * The window of the last days, today included.
   *
   * @throws InvalidValueException WINDOW_INVALID if the length is zero; PERIOD_INVALID as
   *     {@link TimeGate#checkPeriod}
   */
  static Window rolling(Period length) {
    return new RollingWindow(length);
  }

  /** The window of all time. */
  static Window lifetime() {
    return new LifetimeWindow();
  }

  /**
   * The span in which the instant is counted; it always contains the instant.
   *
   * <p>A start before 1971 or an end after 9999 is open.
   *
   * @param anchor the date from which anniversaries are counted, such as enrolment; the other
   *     windows do not look at it
   * @throws InvalidValueException TIME_RANGE or TIME_SUSPECT as {@link TimeGate#admit} and
   *     {@link TimeGate#admitDate}
   */
  Span spanAt(Instant at, LocalDate anchor, ProgramCalendar calendar);

  /**
   * A part of the program's year; on 2026-02-14 a quarter is 1 January to 31 March.
   *
   * @param period the part
   */
  record CalendarWindow(CalendarPeriod period) implements Window {
    /** The window of this part. */
    public CalendarWindow {
      requireNonNull(period, "period");
    }

    @Override
    public Span spanAt(Instant at, LocalDate anchor, ProgramCalendar calendar) {
      requireNonNull(anchor, "anchor");
      return period.spanAt(at, calendar);
    }
  }

  /**
   * A member's own cycle, such as the membership year.
   *
   * <p>Window n starts on the anchor plus n times the length, counted from the anchor and never
   * from the window before: from 31 January, months start on 28 February, 31 March and 30 April;
   * from 29 February 2024, years start on 28 February 2025 and on 29 February 2028. Dates before
   * the anchor lie in windows of negative number.
   *
   * @param length the length, kept normalised: twelve months are one year
   */
  record AnniversaryWindow(Period length) implements Window {
    /** The Gregorian calendar repeats after 400 years, which are 4,800 months of so many days. */
    private static final long DAYS_OF_CYCLE = 146_097;

    private static final long MONTHS_OF_CYCLE = 4_800;

    /** The window of this length. */
    public AnniversaryWindow {
      length = checkLength(length);
    }

    @Override
    public Span spanAt(Instant at, LocalDate anchor, ProgramCalendar calendar) {
      LocalDate from = TimeGate.admitDate(anchor, "anchor");
      LocalDate date = calendar.dateOf(at);
      long n = numberOf(date, from);
      return Span.clamped(
          calendar.firstInstantOf(firstDay(n, from)),
          calendar.firstInstantOf(firstDay(n + 1, from)));
    }

    /** The number of the window in which the date lies: 0 for the anchor, -1 for the day before. */
    private long numberOf(LocalDate date, LocalDate anchor) {
      // The number by the average length is at most one or two off; the loops correct it.
      long n = Math.floorDiv(
          (date.toEpochDay() - anchor.toEpochDay()) * MONTHS_OF_CYCLE,
          length.toTotalMonths() * DAYS_OF_CYCLE + length.getDays() * MONTHS_OF_CYCLE);
      while (firstDay(n, anchor).isAfter(date)) {
        n--;
      }
      while (!firstDay(n + 1, anchor).isAfter(date)) {
        n++;
      }
      return n;
    }

    private LocalDate firstDay(long n, LocalDate anchor) {
      return anchor.plusMonths(n * length.toTotalMonths()).plusDays(n * length.getDays());
    }
  }

  /**
   * The last days, today included, until the start of tomorrow.
   *
   * <p>The start lies one length before tomorrow's date: on 2026-03-31, twelve months run from
   * 2025-04-01, and one day is 31 March alone.
   *
   * @param length the length, kept normalised: twelve months are one year
   */
  record RollingWindow(Period length) implements Window {
    /** The window of this length. */
    public RollingWindow {
      length = checkLength(length);
    }

    @Override
    public Span spanAt(Instant at, LocalDate anchor, ProgramCalendar calendar) {
      requireNonNull(anchor, "anchor");
      LocalDate tomorrow = calendar.dateOf(at).plusDays(1);
      return Span.clamped(
          calendar.firstInstantOf(tomorrow.minus(length)), calendar.firstInstantOf(tomorrow));
    }
  }

  /** All time, {@link Span#ALWAYS}. */
  record LifetimeWindow() implements Window {
    @Override
    public Span spanAt(Instant at, LocalDate anchor, ProgramCalendar calendar) {
      Instant unused = TimeGate.admit(at, "at");
      requireNonNull(anchor, "anchor");
      requireNonNull(calendar, "calendar");
      return Span.ALWAYS;
    }
  }

  private static Period checkLength(Period length) {
    Period checked = TimeGate.checkPeriod(length, "length");
    InvalidValueException.check(
        !checked.isZero(),
        FailureCode.WINDOW_INVALID,
        "length",
        "window must be at least a day long: %s",
        length);
    return checked.normalized();
  }
}
