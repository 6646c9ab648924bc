package dev.laurel.examples.cli;

import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import java.math.BigDecimal;
import java.util.Locale;

/** Numbers for people: 12,345 and 1,234.50, the same on every machine. */
final class Figures {
  private Figures() {}

  static String of(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  static String of(Points points) {
    return units(points.units(), points.type());
  }

  /** So many smallest units of a type. */
  static String units(long units, PointType type) {
    BigDecimal amount = BigDecimal.valueOf(units, type.scale());
    return String.format(Locale.ROOT, "%,." + type.scale() + "f", amount);
  }

  /** The text with spaces before it, at least this wide. */
  static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  /** The text with spaces after it, at least this wide. */
  static String left(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
