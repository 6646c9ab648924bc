package dev.laurel.core.money;

import static dev.laurel.core.testkit.Codes.codeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.failure.FailureCode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import javax.money.MonetaryAmountFactory;
import javax.money.MonetaryException;
import javax.money.UnknownCurrencyException;
import javax.money.format.MonetaryParseException;
import org.javamoney.moneta.CurrencyUnitBuilder;
import org.javamoney.moneta.FastMoney;
import org.javamoney.moneta.Money;
import org.javamoney.moneta.RoundedMoney;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What Moneta 1.4.5 does, beside what our gate makes of it.
 *
 * <p>Each case was seen by running it. One that fails after an upgrade is not a bug by itself: it
 * says which behaviour changed, and the gate's answer in the same case says whether that matters.
 */
class MonetaContractTest {
  @Nested
  class OfMoney {
    @Test
    void trailingZerosAreStripped() {
      assertThat(money("12.30").getNumber().numberValueExact(BigDecimal.class))
          .isEqualTo(new BigDecimal("12.3"));
      assertThat(money("100.00").getNumber().numberValueExact(BigDecimal.class))
          .isEqualTo(new BigDecimal("1E+2"));
      assertThat(ExactMoney.from(money("12.30"))).hasToString("EUR 12.30");
      assertThat(ExactMoney.from(money("100.00"))).hasToString("EUR 100.00");
    }

    @Test
    void wholeNumbersKeepTheirZeros() {
      assertThat(money("100").getNumber().numberValueExact(BigDecimal.class))
          .isEqualTo(new BigDecimal("100"));
      assertThat(ExactMoney.from(money("100"))).hasToString("EUR 100.00");
    }

    @Test
    void negativeScalesStay() {
      assertThat(money("1E+3").getNumber().numberValueExact(BigDecimal.class).scale())
          .isEqualTo(-3);
      assertThat(ExactMoney.from(money("1E+3"))).hasToString("EUR 1000.00");
    }

    @Test
    void equalityIgnoresTheScale() {
      assertThat(money("12.30")).isEqualTo(money("12.3")).hasSameHashCodeAs(money("12.3"));
      assertThat(money("0.00")).isEqualTo(money("0"));
      assertThat(ExactMoney.from(money("12.30"))).isEqualTo(ExactMoney.from(money("12.3")));
    }

    @Test
    void anyNumberOfDecimalsIsKept() {
      assertThat(money("1.005")).hasToString("EUR 1.005");
      assertThat(codeOf(() -> ExactMoney.from(money("1.005"))))
          .isEqualTo(FailureCode.SCALE_EXCEEDED);
    }

    @Test
    void theCurrencyDoesNotLimitTheDecimals() {
      Money yen = Money.of(new BigDecimal("10.5"), "JPY");
      assertThat(yen).hasToString("JPY 10.5");
      assertThat(codeOf(() -> ExactMoney.from(yen))).isEqualTo(FailureCode.SCALE_EXCEEDED);
    }

    @Test
    void thePrecisionIs256Digits() {
      BigDecimal third = money("10").divide(3).getNumber().numberValueExact(BigDecimal.class);
      assertThat(third.precision()).isEqualTo(256);
      assertThat(codeOf(() -> ExactMoney.from(money("10").divide(3))))
          .isEqualTo(FailureCode.NUMBER_TOO_LONG);
    }

    @Test
    void aThirdThreeTimesIsNotTheWhole() {
      assertThat(money("10").divide(3).multiply(3).isEqualTo(money("10"))).isFalse();
      assertThat(ExactMoney.from(money("10")).allocate(1, 1, 1).stream().reduce(ExactMoney::plus))
          .contains(ExactMoney.from(money("10")));
    }

    @Test
    void longerNumbersAreRoundedSilently() {
      Money money = money("1." + "1".repeat(300));
      assertThat(money.getNumber().numberValueExact(BigDecimal.class).precision())
          .isEqualTo(256);
      assertThat(codeOf(() -> ExactMoney.from(money))).isEqualTo(FailureCode.NUMBER_TOO_LONG);
    }

    @Test
    void doublesKeepTheirBinaryTail() {
      assertThat(Money.of(0.1 + 0.2, "EUR")).hasToString("EUR 0.30000000000000004");
      assertThat(codeOf(() -> ExactMoney.from(Money.of(0.1 + 0.2, "EUR"))))
          .isEqualTo(FailureCode.SCALE_EXCEEDED);
    }

    @Test
    void minusZeroIsZero() {
      assertThat(money("-0")).hasToString("EUR 0");
      assertThat(Money.of(-0.0, "EUR")).hasToString("EUR 0");
      assertThat(ExactMoney.from(Money.of(-0.0, "EUR"))).hasToString("EUR 0.00");
    }

    @Test
    void nanIsRefused() {
      assertThatThrownBy(() -> Money.of(Double.NaN, "EUR")).isInstanceOf(ArithmeticException.class);
      assertThatThrownBy(() -> money("1").multiply(Double.NaN))
          .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void hugeExponentsAreAccepted() {
      Money huge = money("1e1000000000");
      Money tiny = money("1e-1000000000");
      assertThat(codeOf(() -> ExactMoney.from(huge))).isEqualTo(FailureCode.NUMBER_TOO_LARGE);
      assertThat(codeOf(() -> ExactMoney.from(tiny))).isEqualTo(FailureCode.NUMBER_TOO_SMALL);
    }

    @Test
    void amountsGrowBeyondSixtyFourBits() {
      Money grown = money("9223372036854775807").add(money("1"));
      assertThat(grown).hasToString("EUR 9223372036854775808");
      assertThat(codeOf(() -> ExactMoney.from(grown))).isEqualTo(FailureCode.NUMBER_TOO_LARGE);
    }

    @Test
    void aSubclassOfBigDecimalIsCopied() {
      BigDecimal liar = new BigDecimal("5") {
        private static final long serialVersionUID = 1L;

        @Override
        public BigInteger unscaledValue() {
          return BigInteger.TEN;
        }
      };
      assertThat(Money.of(liar, "EUR")
              .getNumber()
              .numberValueExact(BigDecimal.class)
              .getClass())
          .isEqualTo(BigDecimal.class);
    }

    @Test
    void longValueTruncatesAndLongValueExactThrows() {
      assertThat(money("1.5").getNumber().longValue()).isEqualTo(1);
      assertThatThrownBy(() -> money("1.5").getNumber().longValueExact())
          .isInstanceOf(ArithmeticException.class);
      assertThat(ExactMoney.from(money("1.5")).minor()).isEqualTo(150);
    }

    @Test
    void percentagesGrowTheScale() {
      assertThat(money("19.99").multiply(new BigDecimal("0.1"))).hasToString("EUR 1.999");
      assertThat(codeOf(() -> ExactMoney.from(money("19.99").multiply(new BigDecimal("0.1")))))
          .isEqualTo(FailureCode.SCALE_EXCEEDED);
    }
  }

  @Nested
  class OfFastMoney {
    @Test
    void decimalsBeyondFiveAreRefused() {
      assertThatThrownBy(() -> fast("0.000001")).isInstanceOf(ArithmeticException.class);
      assertThatThrownBy(() -> fast("1").add(money("0.000001")))
          .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aFineDecimalFactorIsRefused() {
      assertThatThrownBy(() -> fast("1").multiply(new BigDecimal("0.000001")))
          .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aProductLosesDigitsSilently() {
      assertThat(fast("0.00001").multiply(new BigDecimal("1.5"))).hasToString("EUR 0.00001");
      assertThat(codeOf(() -> ExactMoney.from(fast("0.00001"))))
          .isEqualTo(FailureCode.SCALE_EXCEEDED);
    }

    @Test
    void theSameProductByADoubleDiffers() {
      assertThat(fast("0.00001").multiply(1.5)).hasToString("EUR 0.00002");
      assertThat(codeOf(() -> ExactMoney.from(fast("0.00001").multiply(1.5))))
          .isEqualTo(FailureCode.SCALE_EXCEEDED);
    }

    @Test
    void aQuotientIsCutToFiveDecimals() {
      assertThat(fast("10").divide(3)).hasToString("EUR 3.33333");
      assertThat(fast("10").divide(3).multiply(3)).hasToString("EUR 9.99999");
      assertThat(codeOf(() -> ExactMoney.from(fast("10").divide(3))))
          .isEqualTo(FailureCode.SCALE_EXCEEDED);
    }

    @Test
    void dividingAndMultiplyingLosesEverything() {
      assertThat(fast("0.00001").divide(10).multiply(10)).hasToString("EUR 0");
      assertThat(ExactMoney.from(fast("0.00001").divide(10).multiply(10))).hasToString("EUR 0.00");
    }

    @Test
    void theLargestAmountIsNinetyTwoTrillion() {
      FastMoney largest = fast("92233720368547.75807");
      assertThat(largest).hasToString("EUR 92233720368547.75807");
      assertThatThrownBy(() -> fast("92233720368547.75808"))
          .isInstanceOf(ArithmeticException.class);
      assertThatThrownBy(() -> FastMoney.of(Long.MAX_VALUE, "EUR"))
          .isInstanceOf(ArithmeticException.class);
      assertThat(codeOf(() -> ExactMoney.from(largest))).isEqualTo(FailureCode.SCALE_EXCEEDED);
    }

    @Test
    void overflowThrows() {
      assertThatThrownBy(() -> fast("92233720368547.75807").add(fast("0.00001")))
          .isInstanceOf(ArithmeticException.class);
      assertThatThrownBy(() -> fast("92233720368547").multiply(10))
          .isInstanceOf(ArithmeticException.class);
      assertThatThrownBy(() -> fast("-92233720368547.75808").negate())
          .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void itIsNeverEqualToMoney() {
      assertThat((Object) money("12.3")).isNotEqualTo(fast("12.3"));
      assertThat((Object) fast("12.3")).isNotEqualTo(money("12.3"));
      assertThat(money("12.3").isEqualTo(fast("12.3"))).isTrue();
      assertThat(ExactMoney.from(money("12.3"))).isEqualTo(ExactMoney.from(fast("12.3")));
    }

    @Test
    void evenItsNumberIsNotEqual() {
      assertThat(money("12.30").getNumber().equals(fast("12.30").getNumber())).isFalse();
      assertThat(fast("12.30").getNumber()).hasToString("12.30000");
      assertThat(ExactMoney.from(fast("12.30")).amount()).isEqualTo(new BigDecimal("12.30"));
    }
  }

  @Nested
  class OfRoundedMoney {
    @Test
    void aChainLosesEverything() {
      assertThat(rounded("1").divide(1000).multiply(1000)).hasToString("EUR 0");
      assertThat(codeOf(() -> ExactMoney.from(rounded("1").divide(1000).multiply(1000))))
          .isEqualTo(FailureCode.TYPE_NOT_ALLOWED);
    }

    @Test
    void itRoundsOnlyAfterArithmetic() {
      assertThat(rounded("1.005")).hasToString("EUR 1.005");
      assertThat(codeOf(() -> ExactMoney.from(rounded("1.005"))))
          .isEqualTo(FailureCode.TYPE_NOT_ALLOWED);
    }

    @Test
    void itIsNeverEqualToMoney() {
      assertThat((Object) money("12.3")).isNotEqualTo(rounded("12.3"));
      assertThat(money("12.3").isEqualTo(rounded("12.3"))).isTrue();
      assertThat(codeOf(() -> ExactMoney.from(rounded("12.3"))))
          .isEqualTo(FailureCode.TYPE_NOT_ALLOWED);
    }
  }

  @Nested
  class OfCurrencies {
    @Test
    void comparingDoesNotThrow() {
      Money dollar = Money.of(1000, "USD");
      assertThat(money("1").compareTo(dollar)).isNegative();
      assertThat(codeOf(() -> ExactMoney.from(money("1")).compareTo(ExactMoney.from(dollar))))
          .isEqualTo(FailureCode.MIXED_CURRENCY);
    }

    @Test
    void sortingIsByCode() {
      List<MonetaryAmount> amounts = new ArrayList<>(List.of(Money.of(1, "USD"), money("1000")));
      Collections.sort(amounts);
      assertThat(amounts).containsExactly(money("1000"), Money.of(1, "USD"));
      assertThat(Collections.max(amounts)).isEqualTo(Money.of(1, "USD"));
    }

    @Test
    void sumsAndQuestionsThrow() {
      Money dollar = Money.of(1, "USD");
      assertThatThrownBy(() -> money("1").add(dollar)).isInstanceOf(MonetaryException.class);
      assertThatThrownBy(() -> money("1").isGreaterThan(dollar))
          .isInstanceOf(MonetaryException.class);
      assertThatThrownBy(() -> money("1").isEqualTo(dollar)).isInstanceOf(MonetaryException.class);
    }

    @Test
    void goldHasMinusOneDigits() {
      assertThat(Monetary.getCurrency("XAU").getDefaultFractionDigits()).isEqualTo(-1);
      assertThat(Monetary.getCurrency("XXX").getDefaultFractionDigits()).isEqualTo(-1);
      assertThat(Monetary.getCurrency("XTS").getDefaultFractionDigits()).isEqualTo(-1);
      assertThat(codeOf(() -> ExactMoney.from(Money.of(1, "XAU"))))
          .isEqualTo(FailureCode.CURRENCY_WITHOUT_SCALE);
    }

    @Test
    void goldIsRoundedToWholeUnits() {
      Money gold = Money.of(new BigDecimal("1.7"), "XAU");
      assertThat(gold.with(Monetary.getDefaultRounding())).hasToString("XAU 2");
      assertThat(MoneyGate.standard().withScale("XAU", 4).admit(gold)).hasToString("XAU 1.7000");
    }

    @Test
    void withdrawnKunaIsKnown() {
      assertThat(Monetary.getCurrency("HRK").getDefaultFractionDigits()).isEqualTo(2);
      assertThat(ExactMoney.from(Money.of(1, "HRK"))).hasToString("HRK 1.00");
    }

    @Test
    void otherSpellingsAreUnknown() {
      assertThatThrownBy(() -> Monetary.getCurrency("eur"))
          .isInstanceOf(UnknownCurrencyException.class);
      assertThatThrownBy(() -> Monetary.getCurrency("ZZZ"))
          .isInstanceOf(UnknownCurrencyException.class);
      assertThatThrownBy(() -> Monetary.getCurrency(""))
          .isInstanceOf(UnknownCurrencyException.class);
      assertThat(codeOf(() -> ExactMoney.zero("eur"))).isEqualTo(FailureCode.UNKNOWN_CURRENCY);
    }

    @Test
    void aCustomCurrencyNeedsNoRegistration() {
      CurrencyUnit points =
          CurrencyUnitBuilder.of("PTS", "loyalty").setDefaultFractionDigits(0).build();
      assertThat(Money.of(5, points)).hasToString("PTS 5");
      assertThat(codeOf(() -> ExactMoney.from(Money.of(5, points))))
          .isEqualTo(FailureCode.UNKNOWN_CURRENCY);
      assertThat(MoneyGate.standard()
              .withScale("PTS", 0)
              .admit(Money.of(5, points))
              .minor())
          .isEqualTo(5);
    }

    @Test
    void currenciesAreEqualByCodeAlone() {
      CurrencyUnit fake =
          CurrencyUnitBuilder.of("EUR", "fake").setDefaultFractionDigits(4).build();
      assertThat(Money.of(5, fake)).isEqualTo(money("5"));
      assertThat(codeOf(() -> ExactMoney.from(Money.of(new BigDecimal("0.0001"), fake))))
          .isEqualTo(FailureCode.SCALE_EXCEEDED);
    }
  }

  @Nested
  class OfOperations {
    @Test
    void theDefaultRoundingIsHalfEven() {
      assertThat(Money.of(new BigDecimal("2.345"), "GBP").with(Monetary.getDefaultRounding()))
          .hasToString("GBP 2.34");
      assertThat(Money.of(new BigDecimal("2.5"), "JPY").with(Monetary.getDefaultRounding()))
          .hasToString("JPY 2");
    }

    @Test
    void dividingByInfinityGivesZero() {
      assertThat(money("1").divide(Double.POSITIVE_INFINITY)).hasToString("EUR 0");
      assertThat(money("1").divide(Double.NEGATIVE_INFINITY)).hasToString("EUR 0");
      assertThat(fast("1").divide(Double.POSITIVE_INFINITY)).hasToString("EUR 0");
    }

    @Test
    void dividingByZeroThrows() {
      assertThatThrownBy(() -> money("1").divide(0)).isInstanceOf(ArithmeticException.class);
      assertThat(codeOf(() -> ExactMoney.from(money("1")).allocate(0)))
          .isEqualTo(FailureCode.DIVISION);
    }

    @Test
    void textRoundTrips() {
      assertThat(Money.parse(money("1.23456").toString())).isEqualTo(money("1.23456"));
      assertThat(Money.parse("EUR 12.30")).hasToString("EUR 12.3");
      assertThat(ExactMoney.parse("EUR 12.30")).hasToString("EUR 12.30");
    }

    @Test
    void textMayStartWithTheNumber() {
      assertThat(Money.parse("12.30 EUR")).hasToString("EUR 12.3");
      assertThat(codeOf(() -> ExactMoney.parse("12.30 EUR")))
          .isEqualTo(FailureCode.UNKNOWN_CURRENCY);
    }

    @Test
    void lowerCaseDoesNotParse() {
      assertThatThrownBy(() -> Money.parse("eur 12.30")).isInstanceOf(MonetaryParseException.class);
    }

    @Test
    void minorUnitsFollowTheCurrency() {
      assertThat(Money.ofMinor(Monetary.getCurrency("BHD"), 1230)).hasToString("BHD 1.23");
      assertThat(ExactMoney.ofMinor("BHD", 1230)).hasToString("BHD 1.230");
      assertThatThrownBy(() -> Money.ofMinor(Monetary.getCurrency("XAU"), 1))
          .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void factoriesAreMutable() {
      MonetaryAmountFactory<Money> factory = money("7").getFactory();
      assertThat(ExactMoney.parse("USD 12.30").toMonetaryAmount(factory)).hasToString("USD 12.3");
      assertThat(factory.create()).hasToString("USD 12.3");
    }

    @Test
    void theFactoryDecidesTheType() {
      ExactMoney money = ExactMoney.parse("EUR 12.30");
      assertThat(money.toMonetaryAmount(fast("1").getFactory())).isEqualTo(fast("12.3"));
      assertThat(money.toMonetaryAmount(money("1").getFactory())).isEqualTo(money("12.3"));
    }
  }

  private static Money money(String amount) {
    return Money.of(new BigDecimal(amount), "EUR");
  }

  private static FastMoney fast(String amount) {
    return FastMoney.of(new BigDecimal(amount), "EUR");
  }

  @SuppressWarnings("deprecation")
  private static RoundedMoney rounded(String amount) {
    return RoundedMoney.of(new BigDecimal(amount), "EUR");
  }
}
