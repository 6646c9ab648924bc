package dev.laurel.examples.intake;

import dev.laurel.core.failure.Excerpt;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.TimeGate;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a file writes its times.
 *
 * <p>Local times are those of the mapping's zone. One that clocks skipped is moved forward by the
 * length of the gap, and one that came twice is its first passing: in Europe/Berlin 2026-03-29
 * 02:30 is 01:30 UTC (03:30 on the clocks), and 2026-10-25 02:30 is 00:30 UTC.
 */
final class TimeForm {
  private final ProgramCalendar calendar;
  private final String datePattern;
  private final DateTimeFormatter date;
  private final DateTimeFormatter time;
  private final LocalTime timeOfDay;
  private final boolean hasTime;
  private final boolean hasOffset;
  private final @Nullable DigitForm digits;

  private @Nullable String lastText;
  private Instant last = Instant.EPOCH;

  TimeForm(ColumnMapping mapping) {
    calendar = ProgramCalendar.of(mapping.zone());
    datePattern = mapping.datePattern();
    boolean isPattern = !datePattern.equals("iso") && !isEpoch();
    date = isPattern ? formatter(datePattern) : DateTimeFormatter.ISO_LOCAL_DATE;
    time = formatter(mapping.timePattern());
    timeOfDay = mapping.timeOfDay();
    digits = isPattern ? DigitForm.of(datePattern) : null;
    hasTime = isPattern && (datePattern.indexOf('H') >= 0 || datePattern.indexOf('h') >= 0);
    hasOffset = isPattern && (datePattern.indexOf('X') >= 0 || datePattern.indexOf('x') >= 0);
  }

  /** The instant of a date, or of a date with its time. */
  Instant instant(String path, String text) {
    // Most rows become known when they happen, and say the same time twice.
    if (!text.equals(lastText)) {
      last = read(path, text);
      lastText = text;
    }
    return last;
  }

  private Instant read(String path, String text) {
    if (isEpoch()) {
      return epoch(path, text);
    }
    if (datePattern.equals("iso")) {
      return iso(path, text);
    }
    LocalDateTime plain = digits == null ? null : digits.read(text, timeOfDay);
    if (plain != null) {
      return calendar.instantOf(plain);
    }
    TemporalAccessor parsed = parsed(date, path, text);
    if (hasOffset) {
      return Instant.from(parsed);
    }
    return calendar.instantOf(
        hasTime ? LocalDateTime.from(parsed) : LocalDate.from(parsed).atTime(timeOfDay));
  }

  /** The instant of a date and a time that stand in columns of their own. */
  Instant instant(String path, String dateText, String timeText) {
    if (timeText.isEmpty()) {
      return instant(path, dateText);
    }
    LocalDate day = datePattern.equals("iso")
        ? TimeGate.parseDate(dateText, path)
        : LocalDate.from(parsed(date, path, dateText));
    LocalTime at = LocalTime.from(parsed(time, Role.OCCURRED_TIME.key(), timeText));
    return calendar.instantOf(day.atTime(at));
  }

  private Instant iso(String path, String text) {
    if (text.length() == 10) {
      return calendar.instantOf(TimeGate.parseDate(text, path).atTime(timeOfDay));
    }
    if (text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10) {
      return TimeGate.parseInstant(text, path);
    }
    Instant asIfUtc = TimeGate.parseInstant(text + "Z", path);
    return calendar.instantOf(LocalDateTime.ofInstant(asIfUtc, ZoneOffset.UTC));
  }

  private Instant epoch(String path, String text) {
    try {
      long count = Long.parseLong(text);
      return datePattern.equals("epoch-seconds")
          ? Instant.ofEpochSecond(count)
          : Instant.ofEpochMilli(count);
    } catch (NumberFormatException failure) {
      throw notInForm(path, text);
    } catch (DateTimeException failure) {
      throw new RowFailure(
          FailureCode.TIME_RANGE,
          path,
          path + " must lie between 1970-01-01 and 9999-12-31: " + Excerpt.of(text));
    }
  }

  private boolean isEpoch() {
    return datePattern.equals("epoch-seconds") || datePattern.equals("epoch-millis");
  }

  private TemporalAccessor parsed(DateTimeFormatter form, String path, String text) {
    try {
      return form.parse(text);
    } catch (DateTimeException failure) {
      ParsePosition position = new ParsePosition(0);
      TemporalAccessor unresolved = form.parseUnresolved(text, position);
      if (unresolved == null || position.getIndex() < text.length()) {
        throw notInForm(path, text);
      }
      throw new RowFailure(
          FailureCode.DATE_INVALID,
          path,
          path + " must be a time that the calendar and the clock have: " + Excerpt.of(text));
    }
  }

  private RowFailure notInForm(String path, String text) {
    return new RowFailure(
        FailureCode.TIME_FORMAT,
        path,
        path + " must have the form " + datePattern + ": " + Excerpt.of(text));
  }

  private static DateTimeFormatter formatter(String pattern) {
    // A strict formatter wants an era with y, and none with u, the year as it is counted.
    String years = pattern.replace('y', 'u');
    int first = years.indexOf('u');
    if (first >= 0 && !years.startsWith("uuuu", first)) {
      throw ColumnMapping.invalid(
          "must write years with four digits, since two do not say the century: '" + pattern + "'");
    }
    try {
      return DateTimeFormatter.ofPattern(years, Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
    } catch (IllegalArgumentException failure) {
      throw ColumnMapping.invalid("must have patterns that Java reads: '" + pattern + "'");
    }
  }
}
