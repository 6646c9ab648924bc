package dev.laurel.core.exact;

import static dev.laurel.core.failure.InvalidValueException.check;
import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.Excerpt;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.PointsOverflowException;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The admission of numbers from outside: each is taken exactly as it is, or refused with a code.
 *
 * <p>The text {@code 12.30} becomes the decimal 12.3; the floating-point number 12.3 is refused,
 * because it is 12.300000000000000710542735760100185871124267578125. Limits: literals of 64
 * characters, 64 digits before and 64 after the decimal point, 256 bits. Every test of magnitude
 * comes before any arithmetic, so that a hostile exponent costs nothing.
 *
 * <p>Of several failures the first of this order is reported: NUMBER_NOT_FINITE, TYPE_NOT_ALLOWED,
 * NUMBER_TOO_LONG, NUMBER_FORMAT, NUMBER_TOO_LARGE, NUMBER_TOO_SMALL.
 */
public final class ExactNumber {
  /** The longest literal, in characters. */
  private static final int LONGEST_TEXT = 64;

  /** The most digits before the decimal point, and the most after it. */
  private static final int MOST_DIGITS = 64;

  private static final int MOST_BITS = 256;

  /** Whatever has so many digits fits 64 bits. */
  private static final int SAFE_DIGITS = 18;

  /** From here on neighbouring whole numbers share one floating-point number: 2 to the 53. */
  private static final double FIRST_INEXACT_COUNT = 0x1p53;

  private ExactNumber() {}

  /**
   * The decimal that plain text names, for example 12.3 for {@code 12.30} and 0 for {@code -0}.
   *
   * <p>The grammar is {@code -?digits[.digits]} in ASCII: no plus sign, no blanks, no separators,
   * no exponent, no digits of other scripts.
   *
   * @throws InvalidValueException REQUIRED for the empty text, NUMBER_TOO_LONG beyond 64 characters
   *     (tested before reading any of them), NUMBER_FORMAT for other text
   */
  public static BigDecimal parse(CharSequence text) {
    requireNonNull(text, "text");
    check(text.length() > 0, FailureCode.REQUIRED, "", "number must not be empty");
    check(
        text.length() <= LONGEST_TEXT,
        FailureCode.NUMBER_TOO_LONG,
        "",
        "number must be at most %s characters long: found %s",
        LONGEST_TEXT,
        text.length());
    // One copy, so that text which changes under our hands cannot be read in two states.
    String copy = text.toString();
    check(
        copy.length() <= LONGEST_TEXT && isPlainDecimal(copy),
        FailureCode.NUMBER_FORMAT,
        "",
        "number must be plain decimal digits such as -12.30: %s",
        Excerpt.of(copy));
    return copy.length() <= SAFE_DIGITS ? shortDecimal(copy) : bounded(new BigDecimal(copy));
  }

  /** The same for a text whose digits fit 64 bits, without going through larger numbers. */
  private static BigDecimal shortDecimal(String text) {
    int point = text.indexOf('.');
    int decimals = point < 0 ? 0 : text.length() - point - 1;
    long units = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      units = c >= '0' ? 10 * units + c - '0' : units;
    }
    while (decimals > 0 && units % 10 == 0) {
      units /= 10;
      decimals--;
    }
    return BigDecimal.valueOf(text.charAt(0) == '-' ? -units : units, decimals);
  }

  /**
   * The decimal that a number is, without trailing zeros; 1.50 becomes 1.5 and 100 stays 100.
   *
   * <p>Accepted are {@link BigDecimal}, {@link BigInteger}, {@link Long}, {@link Integer},
   * {@link Short} and {@link Byte}. A subclass of the first two is copied once into a plain number,
   * so that it cannot tell another value later.
   *
   * @throws InvalidValueException NUMBER_NOT_FINITE for NaN and the infinities, TYPE_NOT_ALLOWED
   *     for every other {@code Double}, {@code Float} or foreign number, NUMBER_TOO_LONG beyond 256
   *     bits, NUMBER_TOO_LARGE and NUMBER_TOO_SMALL beyond 64 digits on one side of the decimal
   *     point
   */
  public static BigDecimal admit(Number number) {
    requireNonNull(number, "number");
    if (number instanceof Long
        || number instanceof Integer
        || number instanceof Short
        || number instanceof Byte) {
      return withoutTrailingZeros(BigDecimal.valueOf(number.longValue()));
    }
    if (number instanceof BigDecimal decimal) {
      return bounded(plain(decimal));
    }
    if (number instanceof BigInteger integer) {
      return bounded(new BigDecimal(plain(integer)));
    }
    throw refused(number);
  }

  /**
   * The whole count that a number is, in the smallest unit of a point type; 3.0 is 3.
   *
   * @throws InvalidValueException as {@link #admit}; also POINTS_NOT_INTEGRAL for 1.5, and
   *     POINTS_INEXACT for a floating-point number from 9,007,199,254,740,992 on, which stands for
   *     more than one count
   * @throws PointsOverflowException if the count does not fit 64 bits
   */
  public static long admitCount(Number number) {
    requireNonNull(number, "number");
    if (number instanceof Double || number instanceof Float) {
      double value = number.doubleValue();
      check(
          !(Math.abs(value) >= FIRST_INEXACT_COUNT) || Double.isInfinite(value),
          FailureCode.POINTS_INEXACT,
          "",
          "count must be exact: floating-point %s",
          value);
    }
    BigDecimal value = admit(number);
    check(
        value.scale() <= 0,
        FailureCode.POINTS_NOT_INTEGRAL,
        "",
        "count must be a whole number: %s",
        value);
    if (value.precision() <= SAFE_DIGITS) {
      return value.longValueExact();
    }
    BigInteger count = value.toBigIntegerExact();
    if (count.bitLength() >= Long.SIZE) {
      throw new PointsOverflowException("count must fit 64 bits: " + value.toPlainString());
    }
    return count.longValueExact();
  }

  private static boolean isPlainDecimal(String text) {
    int start = text.charAt(0) == '-' ? 1 : 0;
    int point = text.indexOf('.');
    if (point < 0) {
      return areDigits(text, start, text.length());
    }
    return areDigits(text, start, point) && areDigits(text, point + 1, text.length());
  }

  private static boolean areDigits(String text, int from, int until) {
    for (int i = from; i < until; i++) {
      // Not Character.isDigit, which also takes the digits of other scripts.
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return from < until;
  }

  private static BigDecimal bounded(BigDecimal value) {
    if (value.signum() == 0) {
      return BigDecimal.ZERO;
    }
    int bits = value.unscaledValue().bitLength();
    check(
        bits <= MOST_BITS,
        FailureCode.NUMBER_TOO_LONG,
        "",
        "number must have at most %s bits: found %s",
        MOST_BITS,
        bits);
    long integerDigits = (long) value.precision() - value.scale();
    check(
        integerDigits <= MOST_DIGITS,
        FailureCode.NUMBER_TOO_LARGE,
        "",
        "number must have at most %s digits before the decimal point: found %s",
        MOST_DIGITS,
        integerDigits);
    // Far below any decimal place we keep; stripping zeros comes after, when the scale is tame.
    check(
        integerDigits > -MOST_DIGITS,
        FailureCode.NUMBER_TOO_SMALL,
        "",
        "number must have at most %s decimal places: found %s",
        MOST_DIGITS,
        value.scale());
    BigDecimal stripped = withoutTrailingZeros(value);
    check(
        stripped.scale() <= MOST_DIGITS,
        FailureCode.NUMBER_TOO_SMALL,
        "",
        "number must have at most %s decimal places: found %s",
        MOST_DIGITS,
        stripped.scale());
    return stripped;
  }

  /** Zeros go after the decimal point only: 100 is not 1E+2. */
  private static BigDecimal withoutTrailingZeros(BigDecimal value) {
    if (value.scale() == 0) {
      return value;
    }
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static BigDecimal plain(BigDecimal number) {
    if (number.getClass() == BigDecimal.class) {
      return number;
    }
    BigInteger unscaled = number.unscaledValue();
    if (unscaled == null) {
      throw refused(number);
    }
    return new BigDecimal(plain(unscaled), number.scale());
  }

  private static BigInteger plain(BigInteger number) {
    if (number.getClass() == BigInteger.class) {
      return number;
    }
    byte[] bytes = number.toByteArray();
    if (bytes == null || bytes.length == 0) {
      throw refused(number);
    }
    return new BigInteger(bytes);
  }

  private static InvalidValueException refused(Number number) {
    if (number instanceof Double || number instanceof Float) {
      double value = number.doubleValue();
      return Double.isNaN(value) || Double.isInfinite(value)
          ? new InvalidValueException(
              FailureCode.NUMBER_NOT_FINITE, "", "number must be finite: " + value)
          : new InvalidValueException(
              FailureCode.TYPE_NOT_ALLOWED,
              "",
              "number must be exact, not floating-point: " + value);
    }
    return new InvalidValueException(
        FailureCode.TYPE_NOT_ALLOWED,
        "",
        "number must be of an exact type of the JDK: " + number.getClass().getName());
  }
}
