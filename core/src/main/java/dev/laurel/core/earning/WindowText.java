package dev.laurel.core.earning;

import dev.laurel.core.time.Window;
import java.time.Period;
import java.util.Locale;

/** Windows in words, for reading. */
final class WindowText {
  private WindowText() {}

  /** The words with a blank before them; none for the window of all time. */
  static String of(Window window) {
    if (window instanceof Window.CalendarWindow calendar) {
      return " per " + calendar.period().name().toLowerCase(Locale.ROOT);
    }
    if (window instanceof Window.AnniversaryWindow anniversary) {
      return " per " + words(anniversary.length()) + " from enrolment";
    }
    return window instanceof Window.RollingWindow rolling
        ? " within " + words(rolling.length())
        : "";
  }

  private static String words(Period length) {
    StringBuilder words = new StringBuilder();
    append(words, length.getYears(), "year");
    append(words, length.getMonths(), "month");
    append(words, length.getDays(), "day");
    return words.toString();
  }

  private static void append(StringBuilder words, int count, String unit) {
    if (count != 0) {
      words.append(words.isEmpty() ? "" : " ").append(count).append(' ').append(unit);
      words.append(count == 1 ? "" : "s");
    }
  }
}
