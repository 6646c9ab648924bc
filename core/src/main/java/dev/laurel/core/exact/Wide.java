package dev.laurel.core.exact;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.math.RoundingMode;

/** Steps of 128-bit arithmetic on unsigned halves, without allocation. */
final class Wide {
  private Wide() {}

  /** The upper half of the product of two unsigned numbers. */
  static long multiplyHighUnsigned(long a, long b) {
    return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
  }

  /** Whether the signed product of the two fits 64 bits. */
  static boolean productFits(long a, long b) {
    return Math.multiplyHigh(a, b) == (a * b) >> 63;
  }

  /**
   * The unsigned quotient of {@code high:low} and a positive divisor above {@code high}.
   *
   * <p>One bit per step, as on paper: this is the rare path, and plain enough to be seen right.
   */
  static long divide(long high, long low, long divisor) {
    long remainder = high;
    long quotient = 0;
    for (int bit = Long.SIZE - 1; bit >= 0; bit--) {
      remainder = (remainder << 1) | ((low >>> bit) & 1);
      if (Long.compareUnsigned(remainder, divisor) >= 0) {
        remainder -= divisor;
        quotient |= 1L << bit;
      }
    }
    return quotient;
  }

  /**
   * The step away from zero, 0 or 1, that turns a truncated quotient into a rounded one.
   *
   * @param remainder the size of what was cut off, from 0 until the divisor
   */
  static int roundingStep(
      boolean negative, boolean odd, long remainder, long divisor, RoundingMode mode) {
    if (remainder == 0) {
      return 0;
    }
    int half = Long.compare(remainder, divisor - remainder);
    boolean away = switch (mode) {
      case UP -> true;
      case DOWN -> false;
      case CEILING -> !negative;
      case FLOOR -> negative;
      case HALF_UP -> half >= 0;
      case HALF_DOWN -> half > 0;
      case HALF_EVEN -> half > 0 || (half == 0 && odd);
      case UNNECESSARY ->
        throw new InvalidValueException(
            FailureCode.POINTS_NOT_INTEGRAL,
            "",
            "result must be whole without rounding: remainder " + remainder + "/" + divisor);
    };
    return away ? 1 : 0;
  }
}
