package dev.laurel.core.triangle;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.points.PointType;
import dev.laurel.core.time.CalendarPeriod;
import dev.laurel.core.time.ProgramCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The definition of a triangle from lots: which points, and which whole periods.
 *
 * <p>From 2021-01-01 to 2025-12-31 by years makes five cohorts, of which the first shows five ages
 * and the last one. Periods are those of the program's calendar; a period that is not over has no
 * place in a triangle, since it would look like a collapse.
 *
 * @param type the points
 * @param calendar the program's calendar
 * @param period the length of a period
 * @param firstDay the first day of the first period
 * @param lastDay the last day of the last period
 */
public record TriangleGrid(
    PointType type,
    ProgramCalendar calendar,
    CalendarPeriod period,
    LocalDate firstDay,
    LocalDate lastDay) {
  private static final int MOST_PERIODS = 1_000;

  /**
   * A grid of whole periods.
   *
   * @throws InvalidValueException WINDOW_INVALID if the days are not the first and the last of
   *     periods, or not in order; LIMIT_EXCEEDED beyond 1,000 periods
   */
  public TriangleGrid {
    requireNonNull(type, "type");
    requireNonNull(calendar, "calendar");
    requireNonNull(period, "period");
    InvalidValueException.check(
        firstDay.equals(period.firstDay(firstDay, calendar)),
        FailureCode.WINDOW_INVALID,
        "firstDay",
        "a triangle must start with a %s of the program: %s",
        period,
        firstDay);
    InvalidValueException.check(
        lastDay.isAfter(firstDay) && lastDay.equals(period.lastDay(lastDay, calendar)),
        FailureCode.WINDOW_INVALID,
        "lastDay",
        "a triangle must end with a %s of the program, after its start %s: %s",
        period,
        firstDay,
        lastDay);
    InvalidValueException.check(
        firstDay.plusMonths((long) MOST_PERIODS * period.months()).isAfter(lastDay),
        FailureCode.LIMIT_EXCEEDED,
        "lastDay",
        "a triangle must have at most %s periods: %s to %s",
        MOST_PERIODS,
        firstDay,
        lastDay);
  }

  /**
   * The grid from the period of the first instant to the last period that is over at the other.
   *
   * @throws InvalidValueException WINDOW_INVALID if no period is over by then
   */
  public static TriangleGrid of(
      PointType type,
      ProgramCalendar calendar,
      CalendarPeriod period,
      Instant first,
      Instant asOf) {
    LocalDate running = period.firstDay(calendar.dateOf(asOf), calendar);
    return new TriangleGrid(
        type,
        calendar,
        period,
        period.firstDay(calendar.dateOf(first), calendar),
        running.minusDays(1));
  }

  /** The first days of the periods, in order. */
  public List<LocalDate> periods() {
    ImmutableList.Builder<LocalDate> starts = ImmutableList.builder();
    for (LocalDate day = firstDay;
        !day.isAfter(lastDay);
        day = period.lastDay(day, calendar).plusDays(1)) {
      starts.add(day);
    }
    return starts.build();
  }

  /**
   * How many periods lie between the one of an instant and the one of another: 0 within one period,
   * 2 from January to March by months.
   */
  public long periodsBetween(Instant earlier, Instant later) {
    return (months(later) - months(earlier)) / period.months();
  }

  /** The first instant that is no longer shown. */
  public Instant until() {
    return calendar.afterLast(lastDay);
  }

  private long months(Instant instant) {
    LocalDate start = period.firstDay(calendar.dateOf(instant), calendar);
    return start.getYear() * 12L + start.getMonthValue();
  }

  /** The name of the cohort that starts on this day: {@code 2026}, {@code 2026-03}. */
  String nameOf(LocalDate start) {
    return period == CalendarPeriod.YEAR
        ? String.valueOf(start.getYear())
        : start.toString().substring(0, 7);
  }

  /** The definition for reading. */
  @Override
  public String toString() {
    return type + " by " + period + " from " + firstDay + " to " + lastDay + " in "
        + calendar.zone() + " with years from " + calendar.yearStart();
  }
}
