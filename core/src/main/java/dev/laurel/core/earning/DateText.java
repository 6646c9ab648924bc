package dev.laurel.core.earning;

import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.Span;
import java.time.Instant;
import java.time.LocalDate;

/** Times as the program's calendar shows them, for reading. */
final class DateText {
  private DateText() {}

  /** A span by its first and last day: {@code from 2026-03-01 through 2026-03-31}. */
  static String of(Span span, ProgramCalendar calendar) {
    String from = span.isUnboundedStart() ? "" : "from " + start(span.from(), calendar);
    String until = span.isUnboundedEnd() ? "" : end(span.until(), calendar);
    if (from.isEmpty() && until.isEmpty()) {
      return "at any time";
    }
    return from.isEmpty() || until.isEmpty() ? from + until : from + " " + until;
  }

  private static String start(Instant from, ProgramCalendar calendar) {
    LocalDate day = calendar.dateOf(from);
    return calendar.startOf(day).equals(from) ? day.toString() : clock(from, calendar);
  }

  private static String end(Instant until, ProgramCalendar calendar) {
    LocalDate day = calendar.dateOf(until);
    return calendar.startOf(day).equals(until)
        ? "through " + day.minusDays(1)
        : "until " + clock(until, calendar);
  }

  /** The day and the time that clocks showed: {@code 2026-03-17 12:00}. */
  static String clock(Instant instant, ProgramCalendar calendar) {
    return calendar.dateOf(instant) + " " + calendar.localTimeOf(instant);
  }
}
