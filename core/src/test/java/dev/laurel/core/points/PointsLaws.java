package dev.laurel.core.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.math.LongMath;
import dev.laurel.core.failure.PointsOverflowException;
import dev.laurel.core.money.ExactMoney;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongSupplier;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** What holds for every amount of points, with unbounded integers as the oracle. */
class PointsLaws {
  private static final PointType STARS = PointType.redeemable("stars", "Stars");

  @Property
  void sumsAreExactOrRefused(
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long a,
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long b) {
    assertExactOrRefused(BigInteger::add, PointsLaws::sum, a, b);
  }

  @Property
  void productsAreExactOrRefused(
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long a,
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long count) {
    assertExactOrRefused(BigInteger::multiply, PointsLaws::product, a, count);
  }

  /** The broken twins: sums that stop at the largest number, and products that wrap round to 0. */
  @Example
  void theLawOfOverflowCatchesTwins() {
    assertThatThrownBy(
            () -> assertExactOrRefused(BigInteger::add, LongMath::saturatedAdd, Long.MAX_VALUE, 1))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() ->
            assertExactOrRefused(BigInteger::multiply, (a, count) -> a * count, 1L << 32, 1L << 32))
        .isInstanceOf(AssertionError.class);
  }

  private static long sum(long a, long b) {
    return STARS.points(a).plus(STARS.points(b)).units();
  }

  private static long product(long a, long count) {
    return STARS.points(a).times(count).units();
  }

  private static void assertExactOrRefused(
      BinaryOperator<BigInteger> exact, LongBinaryOperator points, long a, long b) {
    BigInteger unbounded = exact.apply(BigInteger.valueOf(a), BigInteger.valueOf(b));

    assertThat(units(() -> points.applyAsLong(a, b))).isEqualTo(fitting(unbounded));
  }

  @Property
  void smallProductsAreExact(
      @ForAll @LongRange(min = 0, max = 1L << 33) long a,
      @ForAll @LongRange(min = 0, max = 1L << 33) long count) {
    assertExactOrRefused(BigInteger::multiply, PointsLaws::product, a, count);
  }

  @Property
  void aRateIsRoundedOnce(
      @ForAll @LongRange(min = 0, max = 99_999_999_999L) long units,
      @ForAll @LongRange(min = 1, max = 10_000) long points,
      @ForAll @LongRange(min = 1, max = 10_000) long minor,
      @ForAll RoundingMode rounding) {
    if (rounding == RoundingMode.UNNECESSARY) {
      return;
    }
    PointRate rate = PointRate.of(STARS.points(points), ExactMoney.ofMinor("USD", minor));
    BigDecimal exact = BigDecimal.valueOf(units)
        .multiply(BigDecimal.valueOf(minor))
        .divide(BigDecimal.valueOf(points), 0, rounding);

    assertThat(rate.worth(STARS.points(units), rounding).minor()).isEqualTo(exact.longValueExact());
  }

  private static Optional<Long> units(LongSupplier result) {
    try {
      return Optional.of(result.getAsLong());
    } catch (PointsOverflowException refused) {
      return Optional.empty();
    }
  }

  private static Optional<Long> fitting(BigInteger exact) {
    return exact.bitLength() < 64 ? Optional.of(exact.longValueExact()) : Optional.empty();
  }
}
