package dev.laurel.metrics.trend;

import dev.laurel.core.time.CalendarPeriod;
import dev.laurel.core.time.ProgramCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How time is cut into panes: by the local calendar, so that a day may have 23 or 25 hours. */
public enum PaneSize {
  /** A calendar day. */
  DAY {
    @Override
    LocalDate firstDay(LocalDate date, ProgramCalendar calendar) {
      return date;
    }

    @Override
    LocalDate next(LocalDate firstDay, ProgramCalendar calendar) {
      return firstDay.plusDays(1);
    }
  },
  /** An ISO week, Monday to Sunday. */
  ISO_WEEK {
    @Override
    LocalDate firstDay(LocalDate date, ProgramCalendar calendar) {
      return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    @Override
    LocalDate next(LocalDate firstDay, ProgramCalendar calendar) {
      return firstDay.plusWeeks(1);
    }
  },
  /** A month of the program's year. */
  MONTH {
    @Override
    LocalDate firstDay(LocalDate date, ProgramCalendar calendar) {
      return CalendarPeriod.MONTH.firstDay(date, calendar);
    }

    @Override
    LocalDate next(LocalDate firstDay, ProgramCalendar calendar) {
      return CalendarPeriod.MONTH.lastDay(firstDay, calendar).plusDays(1);
    }
  },
  /** A quarter of the program's year. */
  QUARTER {
    @Override
    LocalDate firstDay(LocalDate date, ProgramCalendar calendar) {
      return CalendarPeriod.QUARTER.firstDay(date, calendar);
    }

    @Override
    LocalDate next(LocalDate firstDay, ProgramCalendar calendar) {
      return CalendarPeriod.QUARTER.lastDay(firstDay, calendar).plusDays(1);
    }
  };

  abstract LocalDate firstDay(LocalDate date, ProgramCalendar calendar);

  abstract LocalDate next(LocalDate firstDay, ProgramCalendar calendar);
}
