package dev.laurel.core.points;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.failure.PointsOverflowException;
import dev.laurel.core.money.ExactMoney;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Supplier;
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
    BigInteger exact = BigInteger.valueOf(a).add(BigInteger.valueOf(b));

    assertThat(units(() -> STARS.points(a).plus(STARS.points(b)))).isEqualTo(fitting(exact));
  }

  @Property
  void productsAreExactOrRefused(
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long a,
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long count) {
    BigInteger exact = BigInteger.valueOf(a).multiply(BigInteger.valueOf(count));

    assertThat(units(() -> STARS.points(a).times(count))).isEqualTo(fitting(exact));
  }

  @Property
  void smallProductsAreExact(
      @ForAll @LongRange(min = 0, max = 1L << 33) long a,
      @ForAll @LongRange(min = 0, max = 1L << 33) long count) {
    BigInteger exact = BigInteger.valueOf(a).multiply(BigInteger.valueOf(count));

    assertThat(units(() -> STARS.points(a).times(count))).isEqualTo(fitting(exact));
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

  private static Optional<Long> units(Supplier<Points> result) {
    try {
      return Optional.of(result.get().units());
    } catch (PointsOverflowException refused) {
      return Optional.empty();
    }
  }

  private static Optional<Long> fitting(BigInteger exact) {
    return exact.bitLength() < 64 ? Optional.of(exact.longValueExact()) : Optional.empty();
  }
}
