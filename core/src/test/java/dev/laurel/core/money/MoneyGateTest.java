package dev.laurel.core.money;

import static dev.laurel.core.testkit.Codes.codeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.money.MonetaryAmount;
import org.javamoney.moneta.FastMoney;
import org.javamoney.moneta.Money;
import org.javamoney.moneta.RoundedMoney;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyGateTest {
  private static final MoneyGate GATE = MoneyGate.standard();

  /** What only a hang exceeds; the work itself takes microseconds, a busy machine some pauses. */
  private static final Duration HANGS = Duration.ofSeconds(5);

  /** The first object of Moneta costs a tenth of a second; the limits below are for ours. */
  @BeforeAll
  static void warmUp() {
    assertThat(GATE.admit(Money.of(new BigDecimal("1"), "EUR")).minor()).isEqualTo(100);
    assertThat(GATE.admit(FastMoney.of(new BigDecimal("1"), "EUR")).minor()).isEqualTo(100);
    assertThat(codeOf(() -> GATE.admit("EUR", "1.005"))).isEqualTo(FailureCode.SCALE_EXCEEDED);
  }

  @ParameterizedTest
  @CsvSource({
    "EUR, 12.3, 1230",
    "EUR, 12.30, 1230",
    "EUR, 12.300, 1230",
    "EUR, -0.01, -1",
    "JPY, 500, 500",
    "JPY, 500.0, 500",
    "BHD, 1.234, 1234",
    "CLF, 0.0001, 1",
    "HRK, 7.53, 753"
  })
  void decimalsBecomeMinorUnits(String currency, String amount, long minor) {
    assertThat(GATE.admit(currency, amount).minor()).isEqualTo(minor);
    assertThat(GATE.admit(currency, new BigDecimal(amount)).minor()).isEqualTo(minor);
    assertThat(GATE.admit(Money.of(new BigDecimal(amount), currency)).minor()).isEqualTo(minor);
    assertThat(GATE.admitMinor(currency, minor)).isEqualTo(GATE.admit(currency, amount));
  }

  @Nested
  class Configuration {
    @Test
    void goldIsAdmittedAtAGivenScale() {
      MoneyGate gate = GATE.withScale("XAU", 4);

      assertThat(gate.admit("XAU", "1.2345")).hasToString("XAU 1.2345");
      assertThat(gate.digits("XAU")).isEqualTo(4);
      assertThat(gate.withScale("XAU", 3).digits("XAU")).isEqualTo(3);
      assertThat(codeOf(() -> GATE.currency("XAU"))).isEqualTo(FailureCode.CURRENCY_WITHOUT_SCALE);
    }

    @Test
    void anUnknownCodeIsKnownOnceItHasAScale() {
      assertThat(GATE.withScale("ZZZ", 0).admit("ZZZ", "5")).hasToString("ZZZ 5");
    }

    @Test
    void theLimitIsOnBothSidesOfZero() {
      MoneyGate gate = GATE.withLargest(1000);

      assertThat(gate.admit("EUR", "10.00").minor()).isEqualTo(1000);
      assertThat(gate.admit("EUR", "-10.00").minor()).isEqualTo(-1000);
      assertThat(codeOf(() -> gate.admit("EUR", "10.01"))).isEqualTo(FailureCode.NUMBER_TOO_LARGE);
      assertThat(codeOf(() -> gate.admit("EUR", "-10.01"))).isEqualTo(FailureCode.NUMBER_TOO_LARGE);
      assertThat(codeOf(() -> gate.admitMinor("EUR", -1001)))
          .isEqualTo(FailureCode.NUMBER_TOO_LARGE);
      assertThat(codeOf(() -> gate.admitMinor("EUR", Long.MIN_VALUE)))
          .isEqualTo(FailureCode.NUMBER_TOO_LARGE);
      assertThat(gate.withScale("XAU", 1).admit("XAU", "100").minor()).isEqualTo(1000);
    }

    @Test
    void theStandardLimitIsTenTrillionEuros() {
      assertThat(GATE.admit("EUR", "10000000000000").minor()).isEqualTo(1_000_000_000_000_000L);
      assertThat(codeOf(() -> GATE.admit("EUR", "10000000000000.01")))
          .isEqualTo(FailureCode.NUMBER_TOO_LARGE);
      assertThat(codeOf(() -> GATE.admit("EUR", "9".repeat(60))))
          .isEqualTo(FailureCode.NUMBER_TOO_LARGE);
    }

    @Test
    void nonsenseIsRefused() {
      assertThat(codeOf(() -> GATE.withScale("EUR", -1))).isEqualTo(FailureCode.RANGE);
      assertThat(codeOf(() -> GATE.withScale("EUR", 19))).isEqualTo(FailureCode.RANGE);
      assertThat(codeOf(() -> GATE.withScale("eur", 2))).isEqualTo(FailureCode.UNKNOWN_CURRENCY);
      assertThat(codeOf(() -> GATE.withScale("", 2))).isEqualTo(FailureCode.REQUIRED);
      assertThat(codeOf(() -> GATE.withLargest(0))).isEqualTo(FailureCode.RANGE);
    }
  }

  @Nested
  class Failures {
    @Test
    void theMessageNamesRuleAndValues() {
      assertThatThrownBy(() -> GATE.admit("EUR", "1.005"))
          .hasMessage("amount must have at most 2 decimal places in EUR: 1.005");
      assertThatThrownBy(() -> GATE.currency("eur"))
          .hasMessage("currency must be an ISO 4217 code of three capitals: 'eur'");
      assertThatThrownBy(() -> GATE.currency("XAU"))
          .hasMessage("currency must have minor units or be given a scale: XAU");
    }

    @Test
    void thePathNamesTheField() {
      assertThatThrownBy(() -> GATE.admit("EUR", "1.005"))
          .isInstanceOfSatisfying(
              InvalidValueException.class,
              failure -> assertThat(failure.path()).isEqualTo("amount"));
      assertThatThrownBy(() -> GATE.admit("ZZZ", "1.005"))
          .isInstanceOfSatisfying(
              InvalidValueException.class,
              failure -> assertThat(failure.path()).isEqualTo("currency"));
    }

    @Test
    void theCurrencyIsJudgedBeforeTheAmount() {
      assertThat(codeOf(() -> GATE.admit("ZZZ", "x"))).isEqualTo(FailureCode.UNKNOWN_CURRENCY);
    }

    @Test
    @SuppressWarnings("NullAway")
    void nullIsNamed() {
      assertThatNullPointerException()
          .isThrownBy(() -> GATE.admit((MonetaryAmount) null))
          .withMessage("amount");
      assertThatNullPointerException()
          .isThrownBy(() -> GATE.admit("EUR", (BigDecimal) null))
          .withMessage("amount");
      assertThatNullPointerException()
          .isThrownBy(() -> GATE.admit("EUR", (String) null))
          .withMessage("decimalText");
      assertThatNullPointerException().isThrownBy(() -> GATE.parse(null)).withMessage("text");
      assertThatNullPointerException()
          .isThrownBy(() -> MoneyGate.isWithdrawn(null))
          .withMessage("currency");
    }

    @ParameterizedTest
    @CsvSource({
      "12.30, NUMBER_FORMAT",
      "EUR, NUMBER_FORMAT",
      "'EUR  1', UNKNOWN_CURRENCY",
      "12.30 EUR, UNKNOWN_CURRENCY",
      "EUR 1e3, NUMBER_FORMAT",
      "'EUR ', REQUIRED",
      "'', REQUIRED",
      "eur 1, UNKNOWN_CURRENCY"
    })
    void textInAnotherForm(String text, FailureCode code) {
      assertThat(codeOf(() -> GATE.parse(text))).isEqualTo(code);
    }
  }

  @Nested
  class Withdrawn {
    @ParameterizedTest
    @ValueSource(strings = {"HRK", "DEM", "FRF", "ITL", "ATS", "BGN", "ZWL", "LTL", "VEF"})
    void codesOfListThree(String currency) {
      assertThat(MoneyGate.isWithdrawn(currency)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EUR", "USD", "JPY", "BHD", "XAU", "ZZZ", "hrk", "", "CHE", "VES"})
    void othersAreNot(String currency) {
      assertThat(MoneyGate.isWithdrawn(currency)).isFalse();
    }
  }

  /** The rows of the list of bad input that concern money. */
  @Nested
  class BadInput {
    @Test
    @DisplayName("row 15: EUR + USD")
    void mixedSum() {
      ExactMoney euro = ExactMoney.parse("EUR 1.00");
      ExactMoney dollar = ExactMoney.parse("USD 1.00");
      refused(FailureCode.MIXED_CURRENCY, () -> euro.plus(dollar));
      refused(FailureCode.MIXED_CURRENCY, () -> euro.minus(dollar));
    }

    @Test
    @DisplayName("row 16: compare, sort and max of EUR and USD")
    void mixedOrder() {
      ExactMoney euro = ExactMoney.parse("EUR 1.00");
      ExactMoney dollar = ExactMoney.parse("USD 1.00");
      List<ExactMoney> both = new ArrayList<>(List.of(euro, dollar));
      refused(FailureCode.MIXED_CURRENCY, () -> euro.compareTo(dollar));
      refused(FailureCode.MIXED_CURRENCY, () -> Collections.sort(both));
      refused(FailureCode.MIXED_CURRENCY, () -> Collections.max(both));
    }

    @Test
    @DisplayName("row 17: currency ZZZ")
    void unknownCurrency() {
      refused(FailureCode.UNKNOWN_CURRENCY, () -> GATE.currency("ZZZ"));
    }

    @ParameterizedTest
    @DisplayName("row 18: currency codes in another spelling")
    @ValueSource(strings = {"eur", " EUR", "EUR ", "EUR\u0000", "ＥＵＲ", "EURO", "EU", "E\u0301U"})
    void misspeltCurrency(String code) {
      refused(FailureCode.UNKNOWN_CURRENCY, () -> GATE.currency(code));
    }

    @Test
    @DisplayName("row 19: null and empty currency")
    @SuppressWarnings("NullAway")
    void missingCurrency() {
      refused(FailureCode.REQUIRED, () -> GATE.currency(""));
      assertThatNullPointerException()
          .isThrownBy(() -> GATE.currency(null))
          .withMessage("currency");
    }

    @ParameterizedTest
    @DisplayName("row 20: currencies without minor units")
    @ValueSource(strings = {"XXX", "XAU", "XTS"})
    void withoutScale(String code) {
      refused(FailureCode.CURRENCY_WITHOUT_SCALE, () -> GATE.admit(code, "1"));
      MonetaryAmount foreign = Money.of(BigDecimal.ONE, code);
      refused(FailureCode.CURRENCY_WITHOUT_SCALE, () -> GATE.admit(foreign));
    }

    @Test
    @DisplayName("row 21: withdrawn HRK")
    void withdrawn() {
      assertThat(GATE.admit("HRK", "7.53").minor()).isEqualTo(753);
      assertThat(MoneyGate.isWithdrawn("HRK")).isTrue();
    }

    @Test
    @DisplayName("row 22: EUR 1.005")
    void moreDecimalsThanTheEuro() {
      refused(FailureCode.SCALE_EXCEEDED, () -> GATE.admit("EUR", "1.005"));
      MonetaryAmount foreign = Money.of(new BigDecimal("1.005"), "EUR");
      refused(FailureCode.SCALE_EXCEEDED, () -> GATE.admit(foreign));
    }

    @Test
    @DisplayName("row 23: JPY 10.5")
    void moreDecimalsThanTheYen() {
      refused(FailureCode.SCALE_EXCEEDED, () -> GATE.admit("JPY", "10.5"));
    }

    @Test
    @DisplayName("row 24: 1e1000000000")
    void tooLarge() {
      BigDecimal huge = new BigDecimal("1e1000000000");
      refused(FailureCode.NUMBER_TOO_LARGE, () -> GATE.admit("EUR", huge));
      MonetaryAmount foreign = Money.of(huge, "EUR");
      refused(FailureCode.NUMBER_TOO_LARGE, () -> GATE.admit(foreign));
    }

    @Test
    @DisplayName("row 25: 1e-1000000000")
    void tooSmall() {
      BigDecimal tiny = new BigDecimal("1e-1000000000");
      refused(FailureCode.NUMBER_TOO_SMALL, () -> GATE.admit("EUR", tiny));
      MonetaryAmount foreign = Money.of(tiny, "EUR");
      refused(FailureCode.NUMBER_TOO_SMALL, () -> GATE.admit(foreign));
    }

    @ParameterizedTest
    @DisplayName("row 26: zero of any scale is zero")
    @ValueSource(strings = {"0e1000000000", "0e-1000000000"})
    void zero(String text) {
      BigDecimal zero = new BigDecimal(text);
      assertTimeoutPreemptively(
          HANGS, () -> assertThat(GATE.admit("EUR", zero)).isEqualTo(ExactMoney.zero("EUR")));
    }

    @Test
    @DisplayName("row 27: 1e2147483648")
    void exponentBeyondInt() {
      refused(FailureCode.NUMBER_FORMAT, () -> GATE.admit("EUR", "1e2147483648"));
    }

    @Test
    @DisplayName("row 28: a literal of 1 000 000 digits")
    void longLiteral() {
      String literal = "9".repeat(1_000_000);
      refused(FailureCode.NUMBER_TOO_LONG, () -> GATE.admit("EUR", literal));
      refused(FailureCode.NUMBER_TOO_LONG, () -> GATE.parse("EUR " + literal));
      refused(FailureCode.UNKNOWN_CURRENCY, () -> GATE.currency(literal));
      BigDecimal wide = new BigDecimal(BigInteger.ONE.shiftLeft(3_000_000));
      refused(FailureCode.NUMBER_TOO_LONG, () -> GATE.admit("EUR", wide));
    }

    @Test
    @DisplayName("row 29: a BigDecimal subclass is copied once")
    void lyingDecimal() {
      BigDecimal liar = new BigDecimal("5") {
        private static final long serialVersionUID = 1L;
        private long told;

        @Override
        public BigInteger unscaledValue() {
          return BigInteger.valueOf(++told);
        }
      };
      ExactMoney money = GATE.admit("EUR", liar);
      assertThat(money).hasToString("EUR 1.00").hasToString("EUR 1.00");
    }

    @Test
    @DisplayName("row 30: FastMoney and Money of the same value")
    void fastMoney() {
      BigDecimal amount = new BigDecimal("12.30");
      assertThat(GATE.admit(FastMoney.of(amount, "EUR")))
          .isEqualTo(GATE.admit(Money.of(amount, "EUR")));
    }

    @Test
    @DisplayName("row 31: RoundedMoney")
    void roundedMoney() {
      @SuppressWarnings("deprecation")
      MonetaryAmount rounded = RoundedMoney.of(new BigDecimal("12.30"), "EUR");
      refused(FailureCode.TYPE_NOT_ALLOWED, () -> GATE.admit(rounded));
    }

    @Test
    @DisplayName("row 31: a custom MonetaryAmount is asked once, and believed if it answers")
    void customAmount() {
      Money real = Money.of(new BigDecimal("12.30"), "EUR");
      List<String> asked = new ArrayList<>();
      MonetaryAmount custom = custom(name -> {
        asked.add(name);
        return name.equals("getCurrency") ? real.getCurrency() : real.getNumber();
      });
      assertThat(GATE.admit(custom)).hasToString("EUR 12.30");
      assertThat(asked).containsExactly("getCurrency", "getNumber");
    }

    @Test
    @DisplayName("row 31: a custom MonetaryAmount that throws, or answers null")
    @SuppressWarnings("NullAway")
    void brokenAmount() {
      MonetaryAmount throwing = custom(name -> {
        throw new IllegalStateException("x".repeat(1000));
      });
      MonetaryAmount silent = custom(name -> null);
      refused(FailureCode.TYPE_NOT_ALLOWED, () -> GATE.admit(throwing));
      refused(FailureCode.TYPE_NOT_ALLOWED, () -> GATE.admit(silent));
      assertThatThrownBy(() -> GATE.admit(throwing))
          .hasMessageStartingWith("amount must tell its currency: type ")
          .hasCauseInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @DisplayName("row 32: minus zero")
    @ValueSource(strings = {"-0", "-0.0", "-0.00"})
    void minusZero(String text) {
      assertThat(GATE.admit("EUR", text)).isEqualTo(ExactMoney.zero("EUR"));
      assertThat(GATE.admit("EUR", text)).hasToString("EUR 0.00");
    }

    @Test
    @DisplayName("row 37: weights all 0")
    void weightsAllZero() {
      refused(FailureCode.DIVISION, () -> ExactMoney.parse("EUR 1.00").allocate(0, 0));
    }

    private interface Answer {
      Object to(String question);
    }

    private MonetaryAmount custom(Answer answer) {
      return (MonetaryAmount) Proxy.newProxyInstance(
          MoneyGateTest.class.getClassLoader(),
          new Class<?>[] {MonetaryAmount.class},
          (proxy, method, arguments) -> answer.to(method.getName()));
    }

    private void refused(FailureCode code, Executable action) {
      assertTimeoutPreemptively(HANGS, () -> assertThat(codeOf(action::execute)).isEqualTo(code));
    }
  }
}
