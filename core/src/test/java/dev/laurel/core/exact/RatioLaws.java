package dev.laurel.core.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.PointsOverflowException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of exact ratios; the oracle is {@code BigInteger} and {@code BigDecimal} arithmetic. */
class RatioLaws {
  @Property
  void lowestTerms(@ForAll("longs") long upper, @ForAll("longs") long lower) {
    if (lower == 0) {
      return;
    }
    agrees(() -> Ratio.of(upper, lower), big(upper), big(lower));
  }

  @Property
  void sumsAreExact(@ForAll("ratios") Ratio a, @ForAll("ratios") Ratio b) {
    agrees(
        () -> a.plus(b),
        upper(a).multiply(lower(b)).add(upper(b).multiply(lower(a))),
        lower(a).multiply(lower(b)));
  }

  @Property
  void differencesAreExact(@ForAll("ratios") Ratio a, @ForAll("ratios") Ratio b) {
    agrees(
        () -> a.minus(b),
        upper(a).multiply(lower(b)).subtract(upper(b).multiply(lower(a))),
        lower(a).multiply(lower(b)));
  }

  @Property
  void productsAreExact(@ForAll("ratios") Ratio a, @ForAll("ratios") Ratio b) {
    agrees(() -> a.times(b), upper(a).multiply(upper(b)), lower(a).multiply(lower(b)));
  }

  @Property
  void quotientsAreExact(@ForAll("ratios") Ratio a, @ForAll("ratios") Ratio b) {
    if (!b.isZero()) {
      agrees(() -> a.dividedBy(b), upper(a).multiply(lower(b)), lower(a).multiply(upper(b)));
    }
  }

  @Property
  void theOrderIsExactAndAgreesWithEquals(@ForAll("ratios") Ratio a, @ForAll("ratios") Ratio b) {
    int expected = upper(a).multiply(lower(b)).compareTo(upper(b).multiply(lower(a)));
    assertThat(Integer.signum(a.compareTo(b))).isEqualTo(expected);
    assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
  }

  @Property
  void roundingIsThatOfBigDecimal(@ForAll("ratios") Ratio ratio, @ForAll RoundingMode mode) {
    scalesAsBigDecimal(() -> ratio.roundToLong(mode), 1, ratio, mode);
  }

  @Property(tries = 5000)
  void scalingIsThatOfBigDecimal(
      @ForAll("longs") long amount, @ForAll("ratios") Ratio ratio, @ForAll RoundingMode mode) {
    scalesAsBigDecimal(() -> Ratio.scale(amount, ratio, mode), amount, ratio, mode);
  }

  @Property
  void halvesAreRoundedAsBigDecimalDoes(@ForAll("longs") long amount, @ForAll RoundingMode mode) {
    scalesAsBigDecimal(
        () -> Ratio.scale(amount, Ratio.of(1, 2), mode), amount, Ratio.of(1, 2), mode);
    scalesAsBigDecimal(
        () -> Ratio.scale(amount, Ratio.of(3, 2), mode), amount, Ratio.of(3, 2), mode);
  }

  @Property
  void floorIsRoundingByFloor(@ForAll("ratios") Ratio ratio) {
    assertThat(ratio.floor()).isEqualTo(ratio.roundToLong(RoundingMode.FLOOR));
  }

  @Property
  void textRoundTrips(@ForAll("ratios") Ratio ratio) {
    assertThat(Ratio.parse(ratio.toString())).isEqualTo(ratio);
  }

  @Property
  void decimalsRoundTrip(@ForAll long unscaled, @ForAll("scales") int scale) {
    BigDecimal value = BigDecimal.valueOf(unscaled, scale);
    Ratio ratio = Ratio.from(value);
    assertThat(ratio.toBigDecimal()).isEqualByComparingTo(value);
    assertThat(Ratio.parse(ratio.toDecimalString())).isEqualTo(ratio);
  }

  @Provide
  Arbitrary<Integer> scales() {
    return Arbitraries.integers().between(0, 18);
  }

  /** Edges of both 32 and 64 bits, small numbers, and everything between. */
  @Provide
  Arbitrary<Long> longs() {
    return Arbitraries.oneOf(
        Arbitraries.longs(),
        Arbitraries.longs().between(-20, 20),
        Arbitraries.longs().between(Integer.MIN_VALUE - 2L, Integer.MAX_VALUE + 2L),
        Arbitraries.of(
            Long.MIN_VALUE,
            Long.MIN_VALUE + 1,
            Long.MAX_VALUE,
            Long.MAX_VALUE - 1,
            1L << 62,
            (long) Integer.MIN_VALUE,
            (long) Integer.MAX_VALUE));
  }

  @Provide
  Arbitrary<Ratio> ratios() {
    return Combinators.combine(longs(), longs().filter(lower -> lower > 0)).as(Ratio::of);
  }

  private static void agrees(Supplier<Ratio> actual, BigInteger upper, BigInteger lower) {
    BigInteger divisor = upper.gcd(lower);
    BigInteger sign = lower.signum() < 0 ? divisor.negate() : divisor;
    BigInteger expectedUpper = upper.divide(sign);
    BigInteger expectedLower = lower.divide(sign);
    if (expectedUpper.bitLength() > 63 || expectedLower.bitLength() > 63) {
      assertThatThrownBy(actual::get).isInstanceOf(PointsOverflowException.class);
    } else {
      Ratio ratio = actual.get();
      assertThat(upper(ratio)).isEqualTo(expectedUpper);
      assertThat(lower(ratio)).isEqualTo(expectedLower);
    }
  }

  private static void scalesAsBigDecimal(
      Supplier<Long> actual, long amount, Ratio ratio, RoundingMode mode) {
    BigDecimal product = new BigDecimal(big(amount).multiply(upper(ratio)));
    BigDecimal expected;
    try {
      expected = product.divide(new BigDecimal(lower(ratio)), 0, mode);
    } catch (ArithmeticException inexact) {
      assertThatThrownBy(actual::get)
          .isInstanceOfAny(InvalidValueException.class, PointsOverflowException.class);
      return;
    }
    if (expected.toBigInteger().bitLength() > 63) {
      assertThatThrownBy(actual::get).isInstanceOf(PointsOverflowException.class);
    } else {
      assertThat(actual.get()).isEqualTo(expected.longValueExact());
    }
  }

  private static BigInteger upper(Ratio ratio) {
    return big(ratio.numerator());
  }

  private static BigInteger lower(Ratio ratio) {
    return big(ratio.denominator());
  }

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }
}
