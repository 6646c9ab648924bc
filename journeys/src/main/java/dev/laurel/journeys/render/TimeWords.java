package dev.laurel.journeys.render;

import java.time.Duration;
import java.util.Locale;

/** Times as people say them: 45 s, 12 min, 3.4 h, 2.1 d. */
final class TimeWords {
  private TimeWords() {}

  static String of(Duration time) {
    double seconds = time.toMillis() / 1_000.0;
    if (seconds < 90) {
      return number(seconds) + " s";
    }
    if (seconds < 90 * 60) {
      return number(seconds / 60) + " min";
    }
    return seconds < 48 * 3_600 ? number(seconds / 3_600) + " h" : number(seconds / 86_400) + " d";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
  }
}
