package dev.laurel.core.redemption;

import static dev.laurel.core.testkit.Codes.codeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import dev.laurel.core.redemption.RedemptionQuote.LineShare;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** What holds for every rate, every set of terms and every order: F1 to F4, F7, F8, F13, F14. */
class RedemptionLaws {
  private static final PointType STARS = PointType.redeemable("stars", "Stars");

  /** What points are worth; the laws are shown to catch one that rounds to the nearest coin. */
  interface Valuing {
    ExactMoney worth(PointRate rate, Points points);
  }

  private static final Valuing FLOOR = (rate, points) -> rate.worth(points, RoundingMode.FLOOR);
  private static final Valuing NEAREST = (rate, points) -> rate.worth(points, RoundingMode.HALF_UP);

  /** F1. */
  @Property
  void moreIsNeverWorthLess(
      @ForAll("rates") PointRate rate,
      @ForAll @LongRange(max = 1L << 35) long p,
      @ForAll @LongRange(max = 1L << 35) long q) {
    ExactMoney less = FLOOR.worth(rate, STARS.points(Math.min(p, q)));

    assertThat(less.isAtMost(FLOOR.worth(rate, STARS.points(Math.max(p, q))))).isTrue();
    assertThat(FLOOR.worth(rate, STARS.zero()).isZero()).isTrue();
  }

  /** F2. */
  @Property
  void splittingGainsNothing(
      @ForAll("rates") PointRate rate,
      @ForAll @LongRange(max = 1L << 35) long p,
      @ForAll @LongRange(max = 1L << 35) long q) {
    assertThat(gainsBySplitting(FLOOR, rate, p, q)).isFalse();
  }

  /** The twin of F2 rounds to the nearest cent: two halves of a cent make two cents. */
  @Property(tries = 1)
  void roundingToTheNearestCoinIsCaught() {
    PointRate rate = PointRate.of(STARS.points(2), ExactMoney.parse("EUR 0.01"));

    assertThat(gainsBySplitting(NEAREST, rate, 1, 1)).isTrue();
    assertThat(gainsBySplitting(FLOOR, rate, 1, 1)).isFalse();
  }

  private static boolean gainsBySplitting(Valuing valuing, PointRate rate, long p, long q) {
    ExactMoney whole = valuing.worth(rate, STARS.points(p + q));
    return valuing
        .worth(rate, STARS.points(p))
        .plus(valuing.worth(rate, STARS.points(q)))
        .isGreaterThan(whole);
  }

  /** F3. */
  @Property
  void noLoopBetweenPointsAndMoneyWins(
      @ForAll("rates") PointRate rate,
      @ForAll @LongRange(max = 1_000_000_000) long p,
      @ForAll @LongRange(max = 1_000_000_000) long minor) {
    ExactMoney amount = ExactMoney.ofMinor("EUR", minor);
    Points points = STARS.points(p);

    assertThat(rate.pointsFor(FLOOR.worth(rate, points), RoundingMode.FLOOR))
        .isLessThanOrEqualTo(points);
    assertThat(FLOOR.worth(rate, rate.pointsFor(amount, RoundingMode.FLOOR)).isAtMost(amount))
        .isTrue();
  }

  /** F4 and F6: nothing goes below zero, lines and order add up, terms are kept. */
  @Property
  void aQuoteAddsUpWithinItsTerms(
      @ForAll("terms") RedemptionTerms terms,
      @ForAll("orders") Order order,
      @ForAll @LongRange(max = 10_000_000) long balance) {
    RedemptionQuote quote = terms.quote(order, STARS.points(balance));

    assertThat(quote.value().plus(quote.cash())).isEqualTo(order.gross());
    assertThat(quote.cash().isNegative()).isFalse();
    assertThat(quote.points().units()).isLessThanOrEqualTo(balance);
    assertThat(quote.points().units() % terms.step().units()).isZero();
    assertThat(quote.points().isZero()).isEqualTo(quote.reason().isPresent());
    if (!quote.points().isZero()) {
      assertThat(quote.points()).isGreaterThanOrEqualTo(terms.minimum());
    }
    long points = 0;
    ExactMoney value = ExactMoney.zero("EUR");
    for (LineShare share : quote.shares()) {
      assertThat(share.cash().isNegative()).isFalse();
      assertThat(share.value().isNegative()).isFalse();
      points += share.points().units();
      value = value.plus(share.value());
    }
    assertThat(points).isEqualTo(quote.points().units());
    assertThat(value).isEqualTo(quote.value());
  }

  /** The best quote is accepted when it is asked for, and a step more is not. */
  @Property
  void theBestQuoteIsTheMost(
      @ForAll("terms") RedemptionTerms terms,
      @ForAll("orders") Order order,
      @ForAll @LongRange(max = 10_000_000) long balance) {
    Points has = STARS.points(balance);
    RedemptionQuote best = terms.quote(order, has);
    Points more = best.points().plus(terms.step());

    if (best.reason().isEmpty()) {
      assertThat(terms.decide(order, has, best.points()))
          .isEqualTo(new RedemptionDecision.Accepted(best));
      assertThat(terms.decide(order, has, more)).isInstanceOf(RedemptionDecision.Refused.class);
    }
  }

  /** However an order is taken back, the end is what was paid. */
  @Property
  void refundsEndAtWhatWasPaid(
      @ForAll("terms") RedemptionTerms terms,
      @ForAll("orders") Order order,
      @ForAll @Size(max = 12) List<@LongRange(max = 1_000_000) Long> picks) {
    RedemptionQuote quote = terms.quote(order, STARS.points(5_000_000));
    Refundable left = quote.refundable();
    Points points = STARS.zero();
    ExactMoney cash = ExactMoney.zero("EUR");
    for (long pick : picks) {
      int line = (int) (pick % order.lines().size());
      ExactMoney amount = ExactMoney.ofMinor(
          "EUR", left.left(line).minor() == 0 ? 0 : pick % left.left(line).minor());
      Refundable.Refund refund = left.refund(line, amount);
      assertThat(refund.cash().isNegative()).isFalse();
      assertThat(refund.amount()).isEqualTo(amount);
      points = points.plus(refund.points());
      cash = cash.plus(refund.cash());
      left = refund.left();
    }
    Refundable.Refund rest = left.refundAll();

    assertThat(points.plus(rest.points())).isEqualTo(quote.points());
    assertThat(cash.plus(rest.cash())).isEqualTo(quote.cash());
  }

  /** F13. */
  @Property
  void aRoundTripOfCurrenciesNeverWins(
      @ForAll @LongRange(min = 1, max = 10_000_000_000L) long upper,
      @ForAll @LongRange(min = 1, max = 10_000) long lower,
      @ForAll @LongRange(max = 1_000_000) long minor) {
    ExchangeRate there =
        new ExchangeRate("EUR", "BHD", Ratio.of(upper, lower), LocalDate.of(2026, 3, 2));
    ExchangeRate same = new ExchangeRate("EUR", "EUR", Ratio.ONE, LocalDate.of(2026, 3, 2));
    ExactMoney amount = ExactMoney.ofMinor("EUR", minor % 1_000);
    ExactMoney back =
        there.inverse().convert(there.convert(amount, RoundingMode.FLOOR), RoundingMode.FLOOR);

    assertThat(back.isAtMost(amount)).isTrue();
    assertThat(same.convert(amount, RoundingMode.FLOOR)).isEqualTo(amount);
    assertThat(back.digits()).isEqualTo(2);
  }

  /** F14: before rounding, value is proportional; after it, only what was cut off is missing. */
  @Property
  void valueIsHomogeneousBeforeRounding(
      @ForAll("rates") PointRate rate,
      @ForAll @LongRange(max = 1_000_000) long p,
      @ForAll @LongRange(max = 1_000) long k) {
    long cycle = rate.points().units();
    ExactMoney whole = FLOOR.worth(rate, STARS.points(p * cycle));

    assertThat(FLOOR.worth(rate, STARS.points(k * p * cycle))).isEqualTo(whole.times(k));
  }

  /** F8. */
  @Property
  void currenciesNeverMeet(@ForAll("rates") PointRate rate, @ForAll("dollars") ExactMoney dollars) {
    RedemptionTerms terms = RedemptionTerms.builder().rate(rate).build();
    Order order = Order.of(OrderLine.goods(dollars));

    assertThat(codeOf(() -> terms.quote(order, STARS.points(1_000))))
        .isEqualTo(FailureCode.MIXED_CURRENCY);
    assertThatThrownBy(() -> dollars.compareTo(rate.money())).hasMessageContaining("one currency");
  }

  @Provide
  Arbitrary<PointRate> rates() {
    return Combinators.combine(
            Arbitraries.longs().between(1, 10_000), Arbitraries.longs().between(1, 10_000))
        .as((points, minor) ->
            PointRate.of(STARS.points(points), ExactMoney.ofMinor("EUR", minor)));
  }

  @Provide
  Arbitrary<ExactMoney> dollars() {
    return Arbitraries.longs().between(1, 1_000_000).map(minor -> ExactMoney.ofMinor("USD", minor));
  }

  @Provide
  Arbitrary<Order> orders() {
    Arbitrary<OrderLine> line = Combinators.combine(
            Arbitraries.of(OrderLine.Kind.class), Arbitraries.longs().between(0, 50_000))
        .as((kind, minor) ->
            new OrderLine(kind, Optional.empty(), ExactMoney.ofMinor("EUR", minor)));
    return line.list().ofMinSize(1).ofMaxSize(6).map(ArrayList::new).map(Order::new);
  }

  @Provide
  Arbitrary<RedemptionTerms> terms() {
    return Combinators.combine(
            rates(),
            Arbitraries.longs().between(0, 2_000),
            Arbitraries.longs().between(1, 700),
            Arbitraries.longs().between(0, 100),
            Arbitraries.longs().between(2_000, 100_000).injectNull(0.5),
            Arbitraries.longs().between(0, 20_000).injectNull(0.5))
        .as((rate, minimum, step, percent, most, mostMoney) -> {
          RedemptionTerms.Builder terms = RedemptionTerms.builder()
              .rate(rate)
              .minimum(STARS.points(minimum))
              .step(STARS.points(step))
              .maximumShare(Ratio.of(percent, 100));
          Optional.ofNullable(most).map(STARS::points).ifPresent(terms::maximum);
          Optional.ofNullable(mostMoney)
              .map(minor -> ExactMoney.ofMinor("EUR", minor))
              .ifPresent(terms::maximumMoney);
          return terms.build();
        });
  }
}
