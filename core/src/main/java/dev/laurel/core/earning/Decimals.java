package dev.laurel.core.earning;

import dev.laurel.core.exact.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Exact numbers for reading. */
final class Decimals {
  private static final int SHOWN = 4;

  private Decimals() {}

  /** Units of a scale as a decimal number; digits without an end are cut and end in dots. */
  static String of(Ratio units, int scale) {
    return units.isFiniteDecimal()
        ? units.toBigDecimal().movePointLeft(scale).toPlainString()
        : approximate(units, scale);
  }

  private static String approximate(Ratio units, int scale) {
    return BigDecimal.valueOf(units.numerator())
            .movePointLeft(scale)
            .divide(BigDecimal.valueOf(units.denominator()), scale + SHOWN, RoundingMode.DOWN)
            .toPlainString()
        + "...";
  }
}
