package dev.laurel.core.time;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The days and years of one program: its zone, and the day its year starts.
 *
 * <p>Day D is the half-open stretch from {@link #startOf startOf(D)} to {@code startOf(D + 1)}, so
 * days follow each other without gap or overlap and {@link #dateOf} never steps back. In
 * Europe/Berlin 2026-03-29 is 23 hours long and 2026-10-25 is 25.
 *
 * @param zone the zone in which the program counts its days
 * @param yearStart the first day of the program's year, such as 1 April; never 29 February
 */
public record ProgramCalendar(ZoneId zone, MonthDay yearStart) {
  /**
   * Before this hour no clock shows what belongs to the next day: since 1971 none went back by more
   * than eight hours. Antarctica/Vostok went back by seven, from midnight to 17:00 on 1994-01-31.
   */
  static final int EARLIEST_REPEATED_HOUR = 16;

  /** No clock shows the same stretch of the day before for longer, from that hour to midnight. */
  private static final long LONGEST_REPEATED_SECONDS = (24 - EARLIEST_REPEATED_HOUR) * 3_600L;

  private static final long SECONDS_OF_DAY = 24 * 3_600L;

  private static final MonthDay NEW_YEAR = MonthDay.of(Month.JANUARY, 1);
  private static final MonthDay LEAP_DAY = MonthDay.of(Month.FEBRUARY, 29);

  /**
   * A calendar of this zone and year.
   *
   * @throws InvalidValueException ZONE_UNKNOWN as {@link TimeGate#checkZone}; DATE_INVALID if the
   *     year starts on 29 February
   */
  public ProgramCalendar {
    zone = TimeGate.checkZone(zone, "zone");
    requireNonNull(yearStart, "yearStart");
    InvalidValueException.check(
        !yearStart.equals(LEAP_DAY),
        FailureCode.DATE_INVALID,
        "yearStart",
        "yearStart must be a day of every year: %s",
        yearStart);
  }

  /** The calendar of this zone whose year starts on 1 January. */
  public static ProgramCalendar of(ZoneId zone) {
    return new ProgramCalendar(zone, NEW_YEAR);
  }

  /** The calendar of this zone whose year starts on this day. */
  public static ProgramCalendar of(ZoneId zone, MonthDay yearStart) {
    return new ProgramCalendar(zone, yearStart);
  }

  /**
   * The day to which the instant belongs.
   *
   * <p>Where clocks went back across midnight, the repeated minutes belong to the new day: at
   * America/St_Johns 2010-11-07 began, clocks went back from 00:01 to 23:01, and the second 23:30
   * still counts as 7 November.
   *
   * @throws InvalidValueException TIME_RANGE or TIME_SUSPECT as {@link TimeGate#admit}
   */
  public LocalDate dateOf(Instant instant) {
    Instant at = TimeGate.admit(instant, "instant");
    ZoneOffset offset = zone.getRules().getOffset(at);
    long seconds = at.getEpochSecond() + offset.getTotalSeconds();
    LocalDate shown = LocalDate.ofEpochDay(Math.floorDiv(seconds, SECONDS_OF_DAY));
    if (Math.floorMod(seconds, SECONDS_OF_DAY) < EARLIEST_REPEATED_HOUR * 3_600L
        || isWithoutChangeBefore(at, offset)) {
      return shown;
    }
    LocalDate next = shown.plusDays(1);
    return at.isBefore(firstInstantOf(next)) ? shown : next;
  }

  /**
   * Whether clocks were not changed in the hours in which the next day might have begun already;
   * asked because the start of a day costs several times as much to find.
   */
  private boolean isWithoutChangeBefore(Instant at, ZoneOffset offset) {
    Instant before = at.minusSeconds(LONGEST_REPEATED_SECONDS);
    return zone.getRules().getOffset(before).equals(offset);
  }

  /**
   * The first instant of the day.
   *
   * <p>Mostly 00:00. Where clocks skip midnight it is the first time that exists: 2018-11-04
   * started at 01:00 in America/Sao_Paulo. A day that never was starts, and ends, with its
   * successor: in Pacific/Apia 2011-12-30 gives the start of 2011-12-31. Where midnight came twice
   * it is the first.
   *
   * @throws InvalidValueException TIME_RANGE outside the years 1 to 9999
   */
  public Instant startOf(LocalDate date) {
    return firstInstantOf(TimeGate.admitDate(date, "date"));
  }

  /**
   * The instant at which something that is valid through this day is gone: the start of the next
   * day.
   *
   * <p>Points valid through 2027-06-01 are gone at the start of 2027-06-02.
   *
   * @throws InvalidValueException TIME_RANGE outside the years 1 to 9999
   */
  public Instant afterLast(LocalDate lastDay) {
    return firstInstantOf(TimeGate.admitDate(lastDay, "lastDay").plusDays(1));
  }

  /** The span of whole days, both inclusive, such as 1 March to 31 March. */
  public Span spanOf(LocalDate firstDay, LocalDate lastDay) {
    return Span.of(startOf(firstDay), afterLast(lastDay));
  }

  /**
   * The instant of a local time.
   *
   * <p>A time that clocks skipped is moved forward by the length of the gap, as a watch that nobody
   * had set would show: 2026-03-29 02:30 in Europe/Berlin is 03:30 summer time. A time that came
   * twice is its first passing, in the offset before the change.
   *
   * @throws InvalidValueException TIME_RANGE outside the years 1 to 9999
   */
  public Instant instantOf(LocalDateTime local) {
    requireNonNull(local, "local");
    LocalDate unused = TimeGate.admitDate(local.toLocalDate(), "local");
    return local.atZone(zone).toInstant();
  }

  /** The weekday of {@link #dateOf}. */
  public DayOfWeek weekdayOf(Instant instant) {
    return dateOf(instant).getDayOfWeek();
  }

  /** The time that clocks in the program's zone show, such as 14:30. */
  public LocalTime localTimeOf(Instant instant) {
    return LocalTime.ofInstant(TimeGate.admit(instant, "instant"), zone);
  }

  /** The first day of the program's year in which the date lies. */
  LocalDate yearContaining(LocalDate date) {
    LocalDate start = yearStart.atYear(date.getYear());
    return start.isAfter(date) ? yearStart.atYear(date.getYear() - 1) : start;
  }

  /** The start of a day of any year, for computed dates a little beyond the admitted range. */
  Instant firstInstantOf(LocalDate date) {
    LocalDateTime midnight = date.atStartOfDay();
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(midnight);
    // Midnight mostly comes once; the general way looks for that several times.
    return offsets.size() == 1
        ? midnight.toInstant(offsets.get(0))
        : date.atStartOfDay(zone).toInstant();
  }
}
