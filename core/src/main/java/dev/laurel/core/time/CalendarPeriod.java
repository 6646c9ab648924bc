package dev.laurel.core.time;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A part of the program's year: month, quarter, half or the whole.
 *
 * <p>Parts are counted from the first day of the program's year: with a year that starts on 1
 * April, the second quarter is July to September; with one that starts on 15 April, a month is the
 * 15th to the 14th.
 */
public enum CalendarPeriod {
  /** One month from the year's start or a multiple of it. */
  MONTH(1),
  /** Three months from the year's start. */
  QUARTER(3),
  /** Six months from the year's start. */
  HALF(6),
  /** The program's year. */
  YEAR(12);

  private final int months;

  CalendarPeriod(int months) {
    this.months = months;
  }

  /** The length in months, 1 to 12. */
  public int months() {
    return months;
  }

  /**
   * The first day of the part in which the date lies, such as 2026-01-01 for 2026-02-14 and
   * QUARTER.
   */
  public LocalDate firstDay(LocalDate date, ProgramCalendar calendar) {
    LocalDate year = calendar.yearContaining(TimeGate.admitDate(date, "date"));
    return year.plusMonths(monthsBefore(date, year));
  }

  /**
   * The last day of the part in which the date lies, such as 2026-03-31 for 2026-02-14 and QUARTER.
   */
  public LocalDate lastDay(LocalDate date, ProgramCalendar calendar) {
    LocalDate year = calendar.yearContaining(TimeGate.admitDate(date, "date"));
    return year.plusMonths(monthsBefore(date, year) + months).minusDays(1);
  }

  /** The part in which the instant lies. */
  public Span spanAt(Instant at, ProgramCalendar calendar) {
    LocalDate date = calendar.dateOf(at);
    return Span.clamped(
        calendar.firstInstantOf(firstDay(date, calendar)),
        calendar.firstInstantOf(lastDay(date, calendar).plusDays(1)));
  }

  /** The months of whole parts between the year's start and the date. */
  private long monthsBefore(LocalDate date, LocalDate year) {
    long before = 0;
    // From the year's start each time, so that a year from 31 August keeps 31 May as a quarter's
    // start.
    while (!year.plusMonths(before + months).isAfter(date)) {
      before += months;
    }
    return before;
  }
}
