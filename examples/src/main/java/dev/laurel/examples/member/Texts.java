package dev.laurel.examples.member;

import dev.laurel.core.points.PointType;
import java.math.BigDecimal;
import java.util.Locale;

/** Figures in columns, the same on every machine. */
final class Texts {
  private Texts() {}

  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  static String units(long units, PointType type) {
    return String.format(
        Locale.ROOT, "%,." + type.scale() + "f", BigDecimal.valueOf(units, type.scale()));
  }

  /** With a sign wherever it is not zero. */
  static String change(String figure) {
    boolean hasSign = figure.startsWith("-") || figure.matches("[0,.]*");
    return hasSign ? figure : "+" + figure;
  }

  static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  static String left(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
