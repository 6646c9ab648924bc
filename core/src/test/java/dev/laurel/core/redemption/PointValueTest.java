package dev.laurel.core.redemption;

import static dev.laurel.core.testkit.Codes.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.PointsOverflowException;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import dev.laurel.core.redemption.RealisedValue.PriceKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a point is worth: realised, implied, and in another currency; sections 2.1 and 2.3. */
class PointValueTest {
  private static final PointType MILES = PointType.redeemable("miles", "Miles");
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  private static ExactMoney money(String text) {
    return ExactMoney.parse(text);
  }

  private static ExchangeRate rate(String from, String to, String rate) {
    return ExchangeRate.parse(from, to, rate, MONDAY);
  }

  @Nested
  class Realised {
    /**
     * Published comparisons of one trip; a source prints 1.16, 4.2, 1.69 and .98, which it cut off.
     */
    @ParameterizedTest
    @CsvSource({
      "3000, 60000, 5.0000, 4.2254",
      "1200, 60000, 2.0000, 1.6901",
      "700, 60000, 1.1667, 0.9859"
    })
    void withAndWithoutPointsForgone(
        String price, long points, BigDecimal cents, BigDecimal withForgone) {
      RealisedValue value = new RealisedValue(
          money("USD " + price),
          PriceKind.LIST,
          money("USD 0.00"),
          MILES.points(points),
          MILES.points(11_000));

      assertThat(printed(value.perPoint())).isEqualTo(cents);
      assertThat(printed(value.perPointWithForgone())).isEqualTo(withForgone);
    }

    @ParameterizedTest
    @CsvSource({"250, 12500, 2", "450, 15000, 3", "100, 10000, 1"})
    void wholeCents(String price, long points, long cents) {
      RealisedValue value = RealisedValue.of(
          money("USD " + price), PriceKind.USUAL, money("USD 0.00"), MILES.points(points));

      assertThat(value.perPoint()).isEqualTo(Ratio.of(cents));
    }

    @Test
    void takesOffWhatStaysPayableAndMayBeNegative() {
      RealisedValue poor = RealisedValue.of(
          money("USD 50"), PriceKind.WILLINGNESS_TO_PAY, money("USD 80"), MILES.points(10_000));

      assertThat(poor.perPoint()).isEqualTo(Ratio.of(-3, 10));
    }

    @Test
    void countsWholePointsWhereTypesHaveDecimals() {
      PointType fine = new PointType("fine", "Fine", 2, PointType.Use.REDEEMABLE);
      RealisedValue value = RealisedValue.of(
          money("USD 1"), PriceKind.LIST, money("USD 0"), Points.parse("50.00", fine));

      assertThat(value.perPoint()).isEqualTo(Ratio.of(2));
    }

    @Test
    void needsPointsThatWereSpent() {
      assertThat(codeOf(
              () -> RealisedValue.of(money("USD 1"), PriceKind.LIST, money("USD 0"), MILES.zero())))
          .isEqualTo(FailureCode.RANGE);
      assertThat(codeOf(() ->
              RealisedValue.of(money("USD 1"), PriceKind.LIST, money("EUR 0"), MILES.points(1))))
          .isEqualTo(FailureCode.MIXED_CURRENCY);
    }

    private BigDecimal printed(Ratio cents) {
      return BigDecimal.valueOf(cents.numerator())
          .divide(BigDecimal.valueOf(cents.denominator()), 4, RoundingMode.HALF_UP);
    }
  }

  @Nested
  class Mixed {
    private final MixedPrice price = new MixedPrice(
        MILES.points(40_000),
        MILES.points(25_000),
        PointRate.of(MILES.points(15_000), money("USD 120.00")));

    @Test
    void anOfferImpliesWhatAPointCosts() {
      PointRate implied =
          MixedPrice.implied(MILES.points(40_000), MILES.points(25_000), money("USD 120.00"));

      assertThat(Ratio.of(implied.money().minor(), implied.points().units()))
          .isEqualTo(Ratio.parse("0.8"));
      assertThat(codeOf(() ->
              MixedPrice.implied(MILES.points(25_000), MILES.points(25_000), money("USD 120.00"))))
          .isEqualTo(FailureCode.RANGE);
    }

    @Test
    void missingPointsArePaidForRoundedUp() {
      assertThat(price.pay(MILES.points(25_000)).cash()).isEqualTo(money("USD 120.00"));
      assertThat(price.pay(MILES.points(39_999)).cash()).isEqualTo(money("USD 0.01"));
      assertThat(price.pay(MILES.points(50_000)))
          .isEqualTo(new MixedPrice.Payment(MILES.points(40_000), money("USD 0.00")));
      assertThat(codeOf(() -> price.pay(MILES.points(24_999)))).isEqualTo(FailureCode.RANGE);
    }
  }

  @Nested
  class InAnotherCurrency {
    private final PointRate cent = PointRate.of(MILES.points(1), money("USD 0.01"));

    @Test
    void pointsAreRoundedOnceInTheCurrencyOfSettlement() {
      PointRate euro = rate("USD", "EUR", "0.9207255317189946").convert(cent);
      PointRate yen = rate("USD", "JPY", "149.37").convert(cent);

      assertThat(euro.worth(MILES.points(12_345), RoundingMode.HALF_EVEN))
          .isEqualTo(money("EUR 113.66"));
      assertThat(yen.worth(MILES.points(12_345), RoundingMode.HALF_EVEN))
          .isEqualTo(money("JPY 18440"));
      assertThat(rate("USD", "EUR", "0.9207255317189946")
              .convert(money("USD 123.45"), RoundingMode.HALF_EVEN))
          .isEqualTo(money("EUR 113.66"));
    }

    @Test
    void roundingFirstWouldPayACentTooMuch() {
      PointRate third = PointRate.of(MILES.points(10_000), money("USD 33.00"));
      ExchangeRate exchange = rate("USD", "EUR", "0.9207255317189946");
      ExactMoney twice = exchange.convert(
          third.worth(MILES.points(8), RoundingMode.HALF_UP), RoundingMode.HALF_UP);

      assertThat(exchange.convert(third).worth(MILES.points(8), RoundingMode.HALF_UP))
          .isEqualTo(money("EUR 0.02"))
          .isNotEqualTo(twice);
      assertThat(twice).isEqualTo(money("EUR 0.03"));
    }

    @Test
    void termsQuoteInTheCurrencyOfTheOrder() {
      RedemptionTerms dollars = RedemptionTerms.builder().rate(cent).build();
      Order euros = Order.of(OrderLine.goods(money("EUR 200.00")));
      RedemptionQuote quote =
          dollars.in(rate("USD", "EUR", "0.9207255317189946")).quote(euros, MILES.points(12_345));

      assertThat(quote.value()).isEqualTo(money("EUR 113.66"));
      assertThat(quote.cash()).isEqualTo(money("EUR 86.34"));
      assertThat(codeOf(() -> RedemptionTerms.builder()
              .rate(cent)
              .maximumMoney(money("USD 5.00"))
              .build()
              .in(rate("USD", "EUR", "0.92"))))
          .isEqualTo(FailureCode.VALUE_INVALID);
    }

    @Test
    void aPairThatDoesNotFitIsAnOverflow() {
      PointRate large = PointRate.of(MILES.points(999_999_999_999_989L), money("USD 0.01"));

      Assertions.assertThatExceptionOfType(PointsOverflowException.class)
          .isThrownBy(() -> rate("USD", "EUR", "0.9207255317189946").convert(large));
    }

    /** Row 38. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "-1.1", "NaN", "Infinity", "", "1,1", "1e999999999"})
    void aRateThatIsNoneIsInvalid(String text) {
      assertThat(codeOf(() -> rate("USD", "EUR", text))).isEqualTo(FailureCode.RATE_INVALID);
    }

    /** Row 38. */
    @Test
    void aRateIsOfItsDayAndItsDirection() {
      ExchangeRates rates = ExchangeRates.of(List.of(
          rate("USD", "EUR", "0.92"),
          ExchangeRate.parse("USD", "EUR", "0.93", MONDAY.minusDays(3))));

      assertThat(rates.on("USD", "EUR", MONDAY).rate()).isEqualTo(Ratio.parse("0.92"));
      assertThat(rates.on("USD", "EUR", MONDAY.minusDays(1), 2).rate())
          .isEqualTo(Ratio.parse("0.93"));
      assertThat(rates.on("EUR", "EUR", MONDAY).rate()).isEqualTo(Ratio.ONE);
      assertThat(codeOf(() -> rates.on("USD", "EUR", MONDAY.minusDays(1))))
          .isEqualTo(FailureCode.RATE_INVALID);
      assertThat(codeOf(() -> rates.on("USD", "EUR", MONDAY.minusDays(1), 1)))
          .isEqualTo(FailureCode.RATE_INVALID);
      assertThat(codeOf(() -> rates.on("EUR", "USD", MONDAY))).isEqualTo(FailureCode.RATE_INVALID);
    }

    /** Row 38. */
    @Test
    void aPairHasOneRateOnADay() {
      List<ExchangeRate> twice = List.of(rate("USD", "EUR", "0.92"), rate("USD", "EUR", "0.92"));

      assertThat(codeOf(() -> ExchangeRates.of(twice))).isEqualTo(FailureCode.RATE_INVALID);
      assertThat(codeOf(() -> rate("EUR", "EUR", "1.01"))).isEqualTo(FailureCode.RATE_INVALID);
      assertThat(codeOf(() -> rate("EUR", "ZZZ", "1.01"))).isEqualTo(FailureCode.UNKNOWN_CURRENCY);
      assertThat(codeOf(
              () -> rate("USD", "EUR", "0.92").convert(money("GBP 1.00"), RoundingMode.FLOOR)))
          .isEqualTo(FailureCode.MIXED_CURRENCY);
    }
  }
}
