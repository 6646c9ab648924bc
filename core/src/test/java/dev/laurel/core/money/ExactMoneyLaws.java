package dev.laurel.core.money;

import static dev.laurel.core.testkit.Codes.codeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.PointsOverflowException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.javamoney.moneta.FastMoney;
import org.javamoney.moneta.Money;

/** The laws of exact money: F6, F7, F8, I2, and arithmetic equal to that of decimals bit by bit. */
class ExactMoneyLaws {
  @Property
  void sumsAreThoseOfDecimals(
      @ForAll("wideEuros") ExactMoney a, @ForAll("wideEuros") ExactMoney b) {
    equalsDecimal(() -> a.plus(b), a.amount().add(b.amount()));
    equalsDecimal(() -> a.minus(b), a.amount().subtract(b.amount()));
  }

  @Property
  void multiplesAreThoseOfDecimals(@ForAll("wideEuros") ExactMoney money, @ForAll long factor) {
    equalsDecimal(() -> money.times(factor), money.amount().multiply(BigDecimal.valueOf(factor)));
    equalsDecimal(money::negated, money.amount().negate());
  }

  @Property
  void scaledAmountsAreThoseOfDecimals(
      @ForAll("wideEuros") ExactMoney money,
      @ForAll long upper,
      @ForAll @LongRange(min = 1) long lower,
      @ForAll("rounding") RoundingMode mode) {
    BigDecimal product = money.amount().multiply(BigDecimal.valueOf(upper));
    equalsDecimal(
        () -> money.times(Ratio.of(upper, lower), mode),
        product.divide(BigDecimal.valueOf(lower), 2, mode));
  }

  /** F6. */
  @Property
  void partsAddUpToTheAmount(@ForAll("money") ExactMoney money, @ForAll("weights") long[] given) {
    long[] weights = given.clone();
    weights[0]++;
    ExactMoney sum = money.allocate(weights).stream()
        .reduce(ExactMoney.zero(money.currency()), ExactMoney::plus);
    assertThat(sum).isEqualTo(money);
  }

  /** F7. */
  @Property
  void everyResultHasTheScaleOfItsCurrency(@ForAll("money") ExactMoney money) {
    int digits = Currency.getInstance(money.currency()).getDefaultFractionDigits();
    assertThat(money.amount().scale()).isEqualTo(digits);
    assertThat(money.times(3).amount().scale()).isEqualTo(digits);
    assertThat(money.times(Ratio.of(1, 3), RoundingMode.HALF_EVEN).amount().scale())
        .isEqualTo(digits);
    assertThat(money.allocate(2, 1)).allMatch(part -> part.amount().scale() == digits);
  }

  /** F8. */
  @Property
  void currenciesNeverMeet(@ForAll("money") ExactMoney a, @ForAll("money") ExactMoney b) {
    if (a.currency().equals(b.currency())) {
      assertThat(a.plus(b).minus(b)).isEqualTo(a);
      return;
    }
    assertThat(codeOf(() -> a.plus(b))).isEqualTo(FailureCode.MIXED_CURRENCY);
    assertThat(codeOf(() -> a.minus(b))).isEqualTo(FailureCode.MIXED_CURRENCY);
    assertThat(codeOf(() -> a.compareTo(b))).isEqualTo(FailureCode.MIXED_CURRENCY);
    assertThat(codeOf(() -> a.isLessThan(b))).isEqualTo(FailureCode.MIXED_CURRENCY);
    assertThat(codeOf(() -> a.isAtMost(b))).isEqualTo(FailureCode.MIXED_CURRENCY);
    assertThat(codeOf(() -> a.isGreaterThan(b))).isEqualTo(FailureCode.MIXED_CURRENCY);
    assertThat(codeOf(() -> a.isAtLeast(b))).isEqualTo(FailureCode.MIXED_CURRENCY);
  }

  /** I2. */
  @Property
  void equalityHashAndOrderAgree(
      @ForAll("nearEuros") ExactMoney a,
      @ForAll("nearEuros") ExactMoney b,
      @ForAll("nearEuros") ExactMoney c) {
    assertThat(a).isEqualTo(ExactMoney.ofMinor("EUR", a.minor()));
    assertThat(a.equals(b)).isEqualTo(b.equals(a)).isEqualTo(a.compareTo(b) == 0);
    assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
    assertThat(!a.equals(b) || a.hashCode() == b.hashCode()).isTrue();
    assertThat(!(a.equals(b) && b.equals(c)) || a.equals(c)).isTrue();
    assertThat(!(a.isAtMost(b) && b.isAtMost(c)) || a.isAtMost(c)).isTrue();
  }

  /** I2: 1.0 is 1.00, whatever the scale in which it arrives. */
  @Property
  void trailingZerosDoNotMatter(@ForAll("money") ExactMoney money, @ForAll("zeros") int zeros) {
    BigDecimal wide = money.amount().setScale(money.digits() + zeros);
    assertThat(ExactMoney.of(money.currency(), wide)).isEqualTo(money);
    assertThat(ExactMoney.of(money.currency(), wide.stripTrailingZeros())).isEqualTo(money);
  }

  @Property
  void textRoundTrips(@ForAll("money") ExactMoney money) {
    assertThat(ExactMoney.parse(money.toString())).isEqualTo(money);
  }

  @Property
  void bothAmountsOfMonetaRoundTrip(@ForAll("money") ExactMoney money) {
    Money precise = money.toMonetaryAmount(Money.of(BigDecimal.ONE, "USD").getFactory());
    FastMoney fast = money.toMonetaryAmount(FastMoney.of(BigDecimal.ONE, "USD").getFactory());
    assertThat(ExactMoney.from(precise)).isEqualTo(money).isEqualTo(ExactMoney.from(fast));
  }

  @Provide
  Arbitrary<RoundingMode> rounding() {
    return Arbitraries.of(RoundingMode.values()).filter(mode -> mode != RoundingMode.UNNECESSARY);
  }

  @Provide
  Arbitrary<long[]> weights() {
    return Arbitraries.longs().between(0, 1000).array(long[].class).ofMinSize(1).ofMaxSize(8);
  }

  @Provide
  Arbitrary<Integer> zeros() {
    return Arbitraries.integers().between(0, 20);
  }

  @Provide
  Arbitrary<ExactMoney> nearEuros() {
    return Arbitraries.longs().between(-3, 3).map(minor -> ExactMoney.ofMinor("EUR", minor));
  }

  /** Amounts up to the limits of 64 bits, which only arithmetic can reach. */
  @Provide
  Arbitrary<ExactMoney> wideEuros() {
    MoneyGate open = MoneyGate.standard().withLargest(Long.MAX_VALUE);
    return Arbitraries.longs()
        .between(-Long.MAX_VALUE, Long.MAX_VALUE)
        .map(minor -> open.admitMinor("EUR", minor));
  }

  @Provide
  Arbitrary<ExactMoney> money() {
    return Combinators.combine(
            Arbitraries.of("EUR", "USD", "JPY", "BHD"),
            Arbitraries.longs().between(-1_000_000_000_000L, 1_000_000_000_000L))
        .as(ExactMoney::ofMinor);
  }

  private static void equalsDecimal(Supplier<ExactMoney> actual, BigDecimal expected) {
    BigInteger minor = expected.setScale(2).unscaledValue();
    if (minor.bitLength() > 63) {
      assertThatThrownBy(actual::get).isInstanceOf(PointsOverflowException.class);
    } else {
      assertThat(actual.get().amount()).isEqualTo(expected.setScale(2));
    }
  }
}
