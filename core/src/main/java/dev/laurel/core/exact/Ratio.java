package dev.laurel.core.exact;

import static dev.laurel.core.failure.InvalidValueException.check;
import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.PointsOverflowException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact fraction of two 64-bit whole numbers in lowest terms, with a denominator above zero.
 *
 * <p>A rate of 1.5 points per euro is 3/2; 19.99 euro at that rate are 5997/200, that is 29.985
 * points, of which FLOOR grants 29. Nothing is lost before the one rounding that names its mode:
 * 1/3 three times is 1.
 *
 * <p>Sums and products are reduced before they are stored, so that only a result which truly does
 * not fit fails.
 *
 * @param numerator the upper part, which carries the sign
 * @param denominator the lower part, 1 or above
 */
public record Ratio(long numerator, long denominator) implements Comparable<Ratio> {
  /** The ratio 0. */
  public static final Ratio ZERO = new Ratio(0, 1);

  /** The ratio 1. */
  public static final Ratio ONE = new Ratio(1, 1);

  /**
   * The fraction of these two in lowest terms, for example 3/2 of 6 and 4, and -1/2 of 1 and -2.
   *
   * @throws InvalidValueException DIVISION if the denominator is zero
   * @throws PointsOverflowException if the reduced parts do not fit 64 bits, as in 1 over -2^63
   */
  public Ratio {
    if (denominator != 1) {
      if (denominator == 0) {
        throw dividedByZero(numerator);
      }
      long givenNumerator = numerator;
      long givenDenominator = denominator;
      if (denominator == Long.MIN_VALUE && (numerator & 1) == 0) {
        // Halved once, the denominator has a positive counterpart.
        numerator /= 2;
        denominator /= 2;
      }
      if (denominator != Long.MIN_VALUE) {
        long divisor = gcd(numerator, Math.abs(denominator));
        numerator /= divisor;
        denominator /= divisor;
      }
      if (denominator < 0) {
        if (denominator == Long.MIN_VALUE || numerator == Long.MIN_VALUE) {
          throw PointsOverflowException.of(givenNumerator, "/", givenDenominator);
        }
        numerator = -numerator;
        denominator = -denominator;
      }
    }
  }

  private static InvalidValueException dividedByZero(long numerator) {
    return new InvalidValueException(
        FailureCode.DIVISION, "denominator", "denominator must not be zero: " + numerator + "/0");
  }

  /** The fraction of these two in lowest terms; see the constructor. */
  public static Ratio of(long numerator, long denominator) {
    return new Ratio(numerator, denominator);
  }

  /** The whole number as a ratio, for example 4/1. */
  public static Ratio of(long whole) {
    return new Ratio(whole, 1);
  }

  /**
   * The ratio that text names: a plain decimal such as {@code 1.25}, or a fraction such as
   * {@code 1/3}.
   *
   * @throws InvalidValueException as {@link ExactNumber#parse}, and DIVISION for {@code 1/0}
   * @throws PointsOverflowException if the reduced parts do not fit 64 bits
   */
  public static Ratio parse(String text) {
    requireNonNull(text, "text");
    int slash = text.length() <= 64 ? text.indexOf('/') : -1;
    if (slash < 0) {
      return from(ExactNumber.parse(text));
    }
    Ratio upper = from(ExactNumber.parse(text.substring(0, slash)));
    return upper.dividedBy(from(ExactNumber.parse(text.substring(slash + 1))));
  }

  /**
   * The ratio that a decimal is, for example 5/4 for 1.25 and for 1.250.
   *
   * @throws InvalidValueException as {@link ExactNumber#admit}
   * @throws PointsOverflowException if the reduced parts do not fit 64 bits
   */
  public static Ratio from(BigDecimal value) {
    requireNonNull(value, "value");
    BigDecimal exact = ExactNumber.admit(value);
    BigInteger upper = exact.unscaledValue();
    BigInteger lower = BigInteger.TEN.pow(exact.scale());
    return reduced(upper, lower, exact.unscaledValue(), "/ 10 to the", exact.scale());
  }

  /**
   * The sum, for example 5/6 of 1/2 and 1/3.
   *
   * @throws PointsOverflowException if the reduced sum does not fit
   */
  public Ratio plus(Ratio other) {
    requireNonNull(other, "other");
    if (numerator == 0 || other.numerator == 0) {
      return numerator == 0 ? other : this;
    }
    return isSmall() && other.isSmall()
        ? new Ratio(
            numerator * other.denominator + other.numerator * denominator,
            denominator * other.denominator)
        : wideSum(other, false);
  }

  /**
   * The difference, for example 1/6 of 1/2 and 1/3.
   *
   * @throws PointsOverflowException if the reduced difference does not fit
   */
  public Ratio minus(Ratio other) {
    requireNonNull(other, "other");
    if (other.numerator == 0) {
      return this;
    }
    return isSmall() && other.isSmall()
        ? new Ratio(
            numerator * other.denominator - other.numerator * denominator,
            denominator * other.denominator)
        : wideSum(other, true);
  }

  /**
   * The product, for example 2 of 3/2 and 4/3.
   *
   * @throws PointsOverflowException if the reduced product does not fit
   */
  public Ratio times(Ratio other) {
    requireNonNull(other, "other");
    // Reduced crosswise first, the product is in lowest terms: if it overflows, it does not fit.
    long first = gcd(numerator, other.denominator);
    long second = gcd(other.numerator, denominator);
    long left = numerator / first;
    long right = other.numerator / second;
    long lowerLeft = denominator / second;
    long lowerRight = other.denominator / first;
    if (!Wide.productFits(left, right) || !Wide.productFits(lowerLeft, lowerRight)) {
      throw PointsOverflowException.of(this, "*", other);
    }
    return new Ratio(left * right, lowerLeft * lowerRight);
  }

  /** The product with a whole number, for example 3 of 3/2 and 2. */
  public Ratio times(long whole) {
    return times(of(whole));
  }

  /**
   * The quotient, for example 9/8 of 3/2 and 4/3.
   *
   * @throws InvalidValueException DIVISION if the other is zero
   * @throws PointsOverflowException if the reduced quotient does not fit
   */
  public Ratio dividedBy(Ratio other) {
    requireNonNull(other, "other");
    check(!other.isZero(), FailureCode.DIVISION, "", "divisor must not be zero: %s / 0", this);
    if (isSmall() && other.isSmall()) {
      return new Ratio(numerator * other.denominator, denominator * other.numerator);
    }
    BigInteger upper = big(numerator).multiply(big(other.denominator));
    BigInteger lower = big(denominator).multiply(big(other.numerator));
    return reduced(upper, lower, this, "/", other);
  }

  /**
   * The ratio with the other sign.
   *
   * @throws PointsOverflowException if the numerator is -2^63
   */
  public Ratio negated() {
    if (numerator == Long.MIN_VALUE) {
      throw PointsOverflowException.of(0, "-", this);
    }
    return new Ratio(-numerator, denominator);
  }

  /** Whether this is 0. */
  public boolean isZero() {
    return numerator == 0;
  }

  /** Whether this is above 0. */
  public boolean isPositive() {
    return numerator > 0;
  }

  /** Whether this is below 0. */
  public boolean isNegative() {
    return numerator < 0;
  }

  /** Whether this is a whole number, such as 4/1. */
  public boolean isWhole() {
    return denominator == 1;
  }

  /** -1, 0 or 1 as this is below, at or above 0. */
  public int signum() {
    return Long.signum(numerator);
  }

  /**
   * The whole number this rounds to, for example 30 for 29.985 under HALF_UP and 29 under FLOOR.
   *
   * @throws InvalidValueException POINTS_NOT_INTEGRAL if the mode is UNNECESSARY and this is not
   *     whole
   */
  public long roundToLong(RoundingMode mode) {
    requireNonNull(mode, "mode");
    return divideRounded(numerator, denominator, mode);
  }

  /** The largest whole number that is not above this: 29 for 29.985, -2 for -1.5. */
  public long floor() {
    return Math.floorDiv(numerator, denominator);
  }

  /**
   * The amount times the ratio, exact until the one rounding: 1,999 by 3/200 under FLOOR is 29.
   *
   * <p>The unit is that of the amount times that of the ratio. Where the product fits 64 bits, no
   * object is created; otherwise it is held in 128 bits. The result is that of {@code BigDecimal}.
   *
   * @throws PointsOverflowException if the rounded result does not fit 64 bits
   * @throws InvalidValueException POINTS_NOT_INTEGRAL if the mode is UNNECESSARY and the result is
   *     not whole
   */
  public static long scale(long amount, Ratio ratio, RoundingMode mode) {
    requireNonNull(ratio, "ratio");
    requireNonNull(mode, "mode");
    return Wide.productFits(amount, ratio.numerator)
        ? divideRounded(amount * ratio.numerator, ratio.denominator, mode)
        : scaleWide(amount, ratio, mode);
  }

  /** The order of size, exact: 1/3 comes before 0.34. */
  @Override
  public int compareTo(Ratio other) {
    if (denominator == other.denominator) {
      return Long.compare(numerator, other.numerator);
    }
    int high = Long.compare(
        Math.multiplyHigh(numerator, other.denominator),
        Math.multiplyHigh(other.numerator, denominator));
    return high != 0
        ? high
        : Long.compareUnsigned(numerator * other.denominator, other.numerator * denominator);
  }

  /** Whether decimal digits can write this in full: true for 3/8, false for 1/3. */
  public boolean isFiniteDecimal() {
    long rest = denominator >> Long.numberOfTrailingZeros(denominator);
    while (rest % 5 == 0) {
      rest /= 5;
    }
    return rest == 1;
  }

  /**
   * The decimal that this is, for example 29.985 for 5997/200.
   *
   * @throws InvalidValueException DIVISION if its digits do not end, as those of 1/3
   */
  public BigDecimal toBigDecimal() {
    check(isFiniteDecimal(), FailureCode.DIVISION, "", "ratio must have finite digits: %s", this);
    return BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator));
  }

  /** The decimal digits where they end, otherwise the fraction: {@code 29.985}, {@code 1/3}. */
  public String toDecimalString() {
    return isFiniteDecimal() ? toBigDecimal().toPlainString() : toString();
  }

  /** The fraction, or the whole number: {@code 3/2}, {@code 4}. */
  @Override
  public String toString() {
    return denominator == 1 ? Long.toString(numerator) : numerator + "/" + denominator;
  }

  private static long divideRounded(long dividend, long divisor, RoundingMode mode) {
    long quotient = dividend / divisor;
    long remainder = dividend - quotient * divisor;
    if (remainder == 0) {
      return quotient;
    }
    boolean negative = remainder < 0;
    int step = Wide.roundingStep(negative, (quotient & 1) != 0, Math.abs(remainder), divisor, mode);
    // With a remainder the divisor is at least 2, so that the step always fits.
    return negative ? quotient - step : quotient + step;
  }

  private static long scaleWide(long amount, Ratio ratio, RoundingMode mode) {
    boolean negative = (amount < 0) != (ratio.numerator < 0);
    // Read as unsigned, the magnitude of -2^63 is right too.
    long a = Math.abs(amount);
    long b = Math.abs(ratio.numerator);
    long divisor = ratio.denominator;
    long high = Wide.multiplyHighUnsigned(a, b);
    long low = a * b;
    if (Long.compareUnsigned(high, divisor) >= 0) {
      throw PointsOverflowException.of(amount, "*", ratio);
    }
    long quotient = Wide.divide(high, low, divisor);
    long remainder = low - quotient * divisor;
    int step = Wide.roundingStep(negative, (quotient & 1) != 0, remainder, divisor, mode);
    long magnitude = quotient + step;
    boolean wrapped = step == 1 && magnitude == 0;
    boolean fits = magnitude >= 0 || (negative && magnitude == Long.MIN_VALUE);
    if (wrapped || !fits) {
      throw PointsOverflowException.of(amount, "*", ratio);
    }
    return negative ? -magnitude : magnitude;
  }

  /** Whether both parts fit 32 bits, so that a sum of two cross products fits 64. */
  private boolean isSmall() {
    return (int) numerator == numerator && (int) denominator == denominator;
  }

  private Ratio wideSum(Ratio other, boolean negative) {
    BigInteger left = big(numerator).multiply(big(other.denominator));
    BigInteger right = big(other.numerator).multiply(big(denominator));
    return reduced(
        negative ? left.subtract(right) : left.add(right),
        big(denominator).multiply(big(other.denominator)),
        this,
        negative ? "-" : "+",
        other);
  }

  /** The operands are told only where the result does not fit. */
  private static Ratio reduced(
      BigInteger upper, BigInteger lower, Object left, String operation, Object right) {
    BigInteger divisor = upper.gcd(lower);
    BigInteger sign = lower.signum() < 0 ? divisor.negate() : divisor;
    BigInteger numerator = upper.divide(sign);
    BigInteger denominator = lower.divide(sign);
    if (numerator.bitLength() >= Long.SIZE || denominator.bitLength() >= Long.SIZE) {
      throw PointsOverflowException.of(left, operation, right);
    }
    return new Ratio(numerator.longValueExact(), denominator.longValueExact());
  }

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }

  /** The greatest common divisor of any number and one above zero, by shifts and subtraction. */
  private static long gcd(long any, long positive) {
    long a = positive;
    long b = Math.abs(any % positive);
    if (b == 0) {
      return a;
    }
    int twos = Long.numberOfTrailingZeros(a | b);
    a >>= Long.numberOfTrailingZeros(a);
    while (b != 0) {
      b >>= Long.numberOfTrailingZeros(b);
      long smaller = Math.min(a, b);
      b = Math.abs(a - b);
      a = smaller;
    }
    return a << twos;
  }
}
