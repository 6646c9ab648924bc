package dev.laurel.core.money;

import static dev.laurel.core.testkit.Codes.codeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.PointsOverflowException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.javamoney.moneta.Money;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactMoneyTest {
  private static ExactMoney eur(String amount) {
    return ExactMoney.parse("EUR " + amount);
  }

  @Nested
  class Making {
    @Test
    void minorUnitsAndDecimalsAreTheSameMoney() {
      assertThat(ExactMoney.ofMinor("EUR", 1230))
          .isEqualTo(ExactMoney.of("EUR", new BigDecimal("12.3")))
          .isEqualTo(eur("12.30"))
          .isEqualTo(ExactMoney.from(Money.of(new BigDecimal("12.30"), "EUR")))
          .hasSameHashCodeAs(eur("12.30"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EUR 12.30", "EUR -0.05", "JPY 500", "BHD 1.234", "EUR 0.00"})
    void textRoundTrips(String text) {
      assertThat(ExactMoney.parse(text)).hasToString(text);
    }

    @Test
    void thePartsCanBeRead() {
      ExactMoney money = eur("12.30");

      assertThat(money.currency()).isEqualTo("EUR");
      assertThat(money.digits()).isEqualTo(2);
      assertThat(money.minor()).isEqualTo(1230);
      assertThat(money.amount()).isEqualTo(new BigDecimal("12.30"));
    }
  }

  @Nested
  class Arithmetic {
    @Test
    void schoolExamples() {
      assertThat(eur("0.10").plus(eur("0.20"))).isEqualTo(eur("0.30"));
      assertThat(eur("0.10").minus(eur("0.20"))).isEqualTo(eur("-0.10"));
      assertThat(eur("1.99").times(3)).isEqualTo(eur("5.97"));
      assertThat(eur("1.99").negated()).isEqualTo(eur("-1.99"));
      assertThat(eur("19.99").times(Ratio.of(1, 3), RoundingMode.FLOOR)).isEqualTo(eur("6.66"));
    }

    @Test
    void overflowNamesBothOperands() {
      ExactMoney large = ExactMoney.ofMinor("JPY", 1_000_000_000_000_000L).times(9000);

      assertThatThrownBy(() -> large.plus(large))
          .isInstanceOf(PointsOverflowException.class)
          .hasMessage("JPY 9000000000000000000 + JPY 9000000000000000000 must fit 64 bits");
      assertThatThrownBy(() -> large.negated().minus(large))
          .isInstanceOf(PointsOverflowException.class)
          .hasMessage("JPY -9000000000000000000 - JPY 9000000000000000000 must fit 64 bits");
      assertThatThrownBy(() -> large.times(-2))
          .isInstanceOf(PointsOverflowException.class)
          .hasMessage("JPY 9000000000000000000 * -2 must fit 64 bits");
      ExactMoney least = ExactMoney.ofMinor("JPY", 1 << 30).times(-(1L << 33));
      assertThat(least.minor()).isEqualTo(Long.MIN_VALUE);
      assertThatThrownBy(least::negated).isInstanceOf(PointsOverflowException.class);
    }

    @Test
    void partsAddUp() {
      assertThat(eur("1.00").allocate(1, 1, 1))
          .containsExactly(eur("0.34"), eur("0.33"), eur("0.33"));
      assertThat(eur("-1.00").allocate(1, 1, 1))
          .containsExactly(eur("-0.34"), eur("-0.33"), eur("-0.33"));
    }
  }

  @Nested
  class Order {
    @Test
    void withinOneCurrency() {
      assertThat(eur("1.00")).isLessThan(eur("1.01")).isEqualByComparingTo(eur("1.00"));
      assertThat(eur("1.00").isLessThan(eur("1.01"))).isTrue();
      assertThat(eur("1.00").isLessThan(eur("1.00"))).isFalse();
      assertThat(eur("1.00").isAtMost(eur("1.00"))).isTrue();
      assertThat(eur("1.00").isGreaterThan(eur("0.99"))).isTrue();
      assertThat(eur("1.00").isGreaterThan(eur("1.00"))).isFalse();
      assertThat(eur("1.00").isAtLeast(eur("1.00"))).isTrue();
    }

    @Test
    void betweenCurrenciesThereIsNone() {
      ExactMoney dollar = ExactMoney.parse("USD 1.00");

      assertThatThrownBy(() -> eur("1.00").compareTo(dollar))
          .hasMessage("amounts must be of one currency: EUR 1.00 and USD 1.00");
      assertThat(codeOf(() -> eur("1.00").isLessThan(dollar)))
          .isEqualTo(FailureCode.MIXED_CURRENCY);
      assertThat(eur("1.00")).isNotEqualTo(dollar);
      assertThat(eur("1.00").isSameCurrency(dollar)).isFalse();
    }

    @Test
    void goldAtTwoScalesIsNotOneCurrency() {
      ExactMoney fine = MoneyGate.standard().withScale("XAU", 4).admit("XAU", "1");
      ExactMoney coarse = MoneyGate.standard().withScale("XAU", 2).admit("XAU", "1");
      ExactMoney again = MoneyGate.standard().withScale("XAU", 4).admit("XAU", "1");

      assertThat(codeOf(() -> fine.plus(coarse))).isEqualTo(FailureCode.MIXED_CURRENCY);
      assertThat(fine).isNotEqualTo(coarse).isEqualTo(again);
      assertThat(fine.plus(again)).hasToString("XAU 2.0000");
    }

    @Test
    void signs() {
      assertThat(ExactMoney.zero("EUR").isZero()).isTrue();
      assertThat(eur("-0.01").isNegative()).isTrue();
      assertThat(eur("0.01").isPositive()).isTrue();
      assertThat(eur("-0.01").signum()).isEqualTo(-1);
    }
  }

  @Test
  @SuppressWarnings("NullAway")
  void nullIsNamed() {
    assertThatNullPointerException().isThrownBy(() -> eur("1.00").plus(null)).withMessage("other");
    assertThatNullPointerException()
        .isThrownBy(() -> eur("1.00").toMonetaryAmount(null))
        .withMessage("factory");
    assertThat(eur("1.00").equals(null)).isFalse();
  }
}
