package dev.laurel.core.valuation;

import static dev.laurel.core.testkit.Codes.codeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.PointType;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sections 1.2 to 1.7 of the specification; whole currency units are yen, cents are euros. */
class AllocationTest {
  private static final PointType STARS = PointType.redeemable("stars", "Stars");

  private static ExactMoney money(String text) {
    return ExactMoney.parse(text);
  }

  private static ExactMoney deferred(String price, String goods, String points) {
    return Allocation.of(
            money(price),
            StandalonePrice.goods(money(goods)),
            StandalonePrice.of(StandalonePrice.POINTS, money(points)))
        .amount(StandalonePrice.POINTS);
  }

  /** IFRS 15 Example 52, as G1. */
  @Test
  void example52InWholeUnitsAndInCents() {
    StandalonePrice points = StandalonePrice.points(
        STARS.points(10_000), Ratio.of(95, 100), PointRate.of(STARS.points(1), money("JPY 1")));
    Allocation allocation =
        Allocation.of(money("JPY 100000"), StandalonePrice.goods(money("JPY 100000")), points);

    assertThat(allocation.amount(StandalonePrice.GOODS)).isEqualTo(money("JPY 91324"));
    assertThat(allocation.amount(StandalonePrice.POINTS)).isEqualTo(money("JPY 8676"));
    assertThat(deferred("EUR 100000", "EUR 100000", "EUR 9500")).isEqualTo(money("EUR 8675.80"));
    assertThat(money("EUR 100000").minus(money("EUR 8675.80"))).isEqualTo(money("EUR 91324.20"));
  }

  /**
   * Example 49, an option of ifrscommunity, Example 50, Martz Inc., the scaled IFRIC 13 example,
   * and KPMG's 10A, which KPMG rounds to 9 per cent and we do not.
   */
  @ParameterizedTest
  @CsvSource({
    "JPY 100, JPY 100, JPY 12, JPY 11",
    "EUR 100, EUR 100, EUR 12, EUR 10.71",
    "USD 1000, USD 1000, USD 120, USD 107.14",
    "JPY 100, JPY 100, JPY 0, JPY 0",
    "USD 300000, USD 300000, USD 75000, USD 60000",
    "PHP 7200000, PHP 7200000, PHP 800000, PHP 720000",
    "EUR 100000, EUR 100000, EUR 9700, EUR 8842.30",
    "USD 2000, USD 2000, USD 170, USD 156.68"
  })
  void publishedExamples(String price, String goods, String points, String deferred) {
    assertThat(deferred(price, goods, points)).isEqualTo(money(deferred));
  }

  /** finlearnhub rounds 92 and 8 per cent first and prints 158. */
  @Test
  void roundedSharesWouldDeferTooMuch() {
    assertThat(deferred("USD 2000", "USD 2000", "USD 170")).isNotEqualTo(money("USD 158.00"));
  }

  /** Example 51: revenue of 2,710 by expected cost of 600, 675 and 810. */
  @Test
  void renewalsAreDividedByTheirCost() {
    Allocation years = Allocation.of(
        money("JPY 2710"),
        StandalonePrice.of("first", money("JPY 600")),
        StandalonePrice.of("second", money("JPY 675")),
        StandalonePrice.of("third", money("JPY 810")));

    assertThat(years.parts())
        .extracting(part -> part.amount().toString())
        .containsExactly("JPY 780", "JPY 877", "JPY 1053");
  }

  /** G6: 10 million miles sold for 150,000; an award ticket is worth 0.012, 15 % are never used. */
  @Test
  void milesSoldToAPartnerAreAwardAndMarketing() {
    StandalonePrice award = StandalonePrice.points(
        STARS.points(10_000_000),
        Ratio.of(85, 100),
        PointRate.of(STARS.points(1_000), money("USD 12.00")));
    Allocation sold = Allocation.of(
        money("USD 150000"),
        award,
        StandalonePrice.of(StandalonePrice.MARKETING, money("USD 68000")));

    assertThat(award.minor()).isEqualTo(Ratio.of(10_200_000));
    assertThat(sold.amount(StandalonePrice.POINTS)).isEqualTo(money("USD 90000.00"));
    assertThat(sold.amount(StandalonePrice.MARKETING)).isEqualTo(money("USD 60000.00"));
  }

  @Test
  void fractionsOfACoinCountBeforeTheOneRounding() {
    StandalonePrice third = StandalonePrice.points(
        STARS.points(29), Ratio.of(2, 3), PointRate.of(STARS.points(200), money("EUR 1.00")));
    Allocation sale =
        Allocation.of(money("EUR 19.99"), StandalonePrice.goods(money("EUR 19.99")), third);

    assertThat(third.minor()).isEqualTo(Ratio.of(29, 3));
    // 1999 x 29/3 / (1999 + 29/3) = 9.62
    assertThat(sale.amount(StandalonePrice.POINTS)).isEqualTo(money("EUR 0.10"));
    assertThat(sale.amount("brand")).isEqualTo(money("EUR 0.00"));
  }

  /** United's equivalent ticket value, section 1.8. */
  @Test
  void theValueOfAMileIsThatOfItsMix() {
    Ratio mix = Ratio.parse("0.6")
        .times(Ratio.parse("1.3"))
        .plus(Ratio.parse("0.25").times(Ratio.parse("1.8")))
        .plus(Ratio.parse("0.15").times(Ratio.parse("0.7")));
    StandalonePrice mile = StandalonePrice.points(
        STARS.points(1_000),
        Ratio.of(86, 100),
        PointRate.of(STARS.points(1_000), money("USD 13.35")));

    assertThat(mix.toBigDecimal()).isEqualTo(new BigDecimal("1.335"));
    assertThat(mile.minor().dividedBy(Ratio.of(1_000)).toBigDecimal())
        .isEqualTo(new BigDecimal("1.1481"));
  }

  @Test
  void nonsenseIsRefused() {
    StandalonePrice goods = StandalonePrice.goods(money("EUR 10"));
    StandalonePrice nothing = StandalonePrice.goods(money("EUR 0"));

    assertThat(codeOf(() -> Allocation.of(money("EUR -1"), goods))).isEqualTo(FailureCode.RANGE);
    assertThat(codeOf(() -> Allocation.of(money("USD 1"), goods)))
        .isEqualTo(FailureCode.MIXED_CURRENCY);
    assertThat(codeOf(() -> Allocation.of(money("EUR 1"), goods, goods)))
        .isEqualTo(FailureCode.CONFIG_DUPLICATE);
    assertThat(codeOf(() -> Allocation.of(money("EUR 1"), nothing)))
        .isEqualTo(FailureCode.DIVISION);
    assertThat(codeOf(() -> StandalonePrice.goods(money("EUR -10")))).isEqualTo(FailureCode.RANGE);
    assertThat(codeOf(() -> StandalonePrice.points(
            STARS.points(1), Ratio.of(101, 100), PointRate.of(STARS.points(1), money("EUR 1")))))
        .isEqualTo(FailureCode.PERCENT_RANGE);
    assertThatThrownBy(() ->
            new Allocation(money("EUR 10"), List.of(new Allocation.Part(goods, money("EUR 9")))))
        .hasMessage("an allocation of EUR 10.00 must add up: difference EUR 1.00");
  }
}
