package dev.laurel.examples.output;

import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import java.math.BigDecimal;
import java.util.Locale;

/** Numbers for people: 12,345 and 1,234.50, the same on every machine. */
public final class Figures {
  private Figures() {}

  /** A count. */
  public static String of(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** Points, without their name. */
  public static String of(Points points) {
    return units(points.units(), points.type());
  }

  /** So many smallest units of a type. */
  public static String units(long units, PointType type) {
    BigDecimal amount = BigDecimal.valueOf(units, type.scale());
    return String.format(Locale.ROOT, "%,." + type.scale() + "f", amount);
  }

  /** The figure of a difference, with a sign wherever it is not zero. */
  public static String change(String figure) {
    boolean hasSign = figure.startsWith("-") || figure.matches("[0,.]*");
    return hasSign ? figure : "+" + figure;
  }

  /** The text with spaces before it, at least this wide. */
  public static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  /** The text with spaces after it, at least this wide. */
  public static String left(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
