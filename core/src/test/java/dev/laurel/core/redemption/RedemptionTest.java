package dev.laurel.core.redemption;

import static dev.laurel.core.redemption.RedemptionDecision.Refused.Reason;
import static dev.laurel.core.testkit.Codes.codeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.activity.Line;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.Category;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.Sku;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import dev.laurel.core.redemption.OrderLine.Kind;
import dev.laurel.core.redemption.RedemptionQuote.Limit;
import dev.laurel.core.time.Span;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RedemptionTest {
  private static final PointType STARS = PointType.redeemable("stars", "Stars");
  private static final Order ORDER =
      Order.of(OrderLine.goods(eur("120.00")), OrderLine.of(Kind.TAX, eur("24.99")), fee("5.00"));

  private static ExactMoney eur(String amount) {
    return ExactMoney.parse("EUR " + amount);
  }

  private static OrderLine fee(String amount) {
    return OrderLine.of(Kind.FEE, eur(amount));
  }

  private static Points stars(long units) {
    return STARS.points(units);
  }

  /**
   * Worked numbers of the specification, section 2.3: 200 points = EUR 1, at least 1,000 by 500.
   */
  private static RedemptionTerms.Builder terms() {
    return RedemptionTerms.builder()
        .rate(PointRate.of(stars(200), eur("1.00")))
        .minimum(stars(1_000))
        .step(stars(500));
  }

  private static RedemptionTerms half() {
    return terms().maximumShare(Ratio.of(1, 2)).build();
  }

  private static Reason reasonOf(RedemptionTerms terms, Order order, long balance, long points) {
    RedemptionDecision decision = terms.decide(order, stars(balance), stars(points));
    assertThat(decision).isInstanceOf(RedemptionDecision.Refused.class);
    return ((RedemptionDecision.Refused) decision).reason();
  }

  @Nested
  class TheBestQuote {
    @Test
    void paysHalfOfTheEligibleLines() {
      RedemptionQuote quote = half().quote(ORDER, stars(18_430));

      assertThat(quote.points()).isEqualTo(stars(12_000));
      assertThat(quote.value()).isEqualTo(eur("60.00"));
      assertThat(quote.cash()).isEqualTo(eur("89.99"));
      assertThat(quote.gross()).isEqualTo(eur("149.99"));
      assertThat(quote.binding()).isEqualTo(new Limit(Limit.Kind.SHARE_OF_ORDER, stars(12_000)));
      assertThat(quote.limits()).contains(new Limit(Limit.Kind.BALANCE, stars(18_430)));
      assertThat(quote.reason()).isEmpty();
    }

    @Test
    void paysWhatTheBalanceGivesInWholeSteps() {
      RedemptionQuote quote = terms().build().quote(ORDER, stars(18_430));

      assertThat(quote.points()).isEqualTo(stars(18_000));
      assertThat(quote.value()).isEqualTo(eur("90.00"));
      assertThat(quote.cash()).isEqualTo(eur("59.99"));
      assertThat(quote.binding().kind()).isEqualTo(Limit.Kind.BALANCE);
    }

    @Test
    void isZeroWithItsReasonBelowTheMinimum() {
      RedemptionQuote quote = half().quote(ORDER, stars(900));

      assertThat(quote.points()).isEqualTo(stars(0));
      assertThat(quote.value()).isEqualTo(eur("0.00"));
      assertThat(quote.cash()).isEqualTo(eur("149.99"));
      assertThat(quote.reason()).contains(RedemptionQuote.Reason.BELOW_MINIMUM);
    }

    @Test
    void keepsARateWithoutAFiniteDecimal() {
      RedemptionTerms terms = RedemptionTerms.builder()
          .rate(PointRate.of(stars(300), eur("1.00")))
          .step(stars(300))
          .build();
      RedemptionQuote quote = terms.quote(Order.of(OrderLine.goods(eur("120.00"))), stars(10_000));

      assertThat(quote.points()).isEqualTo(stars(9_900));
      assertThat(quote.value()).isEqualTo(eur("33.00"));
      assertThat(quote.cash()).isEqualTo(eur("87.00"));
    }

    /** Odoo's bug redeemed 3 points for USD 4.50 although blocks are of two (#136982, #170129). */
    @Test
    void neverBreaksABlock() {
      RedemptionTerms terms = RedemptionTerms.builder()
          .rate(PointRate.of(stars(1), eur("1.50")))
          .step(stars(2))
          .build();
      RedemptionQuote quote = terms.quote(ORDER, stars(3));

      assertThat(quote.points()).isEqualTo(stars(2)).isNotEqualTo(stars(3));
      assertThat(quote.value()).isEqualTo(eur("3.00"));
    }

    /**
     * ERPNext #36466: whether points may pay what cash rounding adds is a term, not an accident.
     */
    @Test
    void paysARoundedTotalOnlyWhereTheTermsSaySo() {
      Order order =
          Order.of(OrderLine.goods(eur("100.60")), OrderLine.of(Kind.ROUNDING, eur("0.40")));
      PointRate rate = PointRate.of(stars(10), eur("1.00"));
      RedemptionTerms exact = RedemptionTerms.builder().rate(rate).build();
      RedemptionTerms rounded =
          RedemptionTerms.builder().rate(rate).addFurtherKind(Kind.ROUNDING).build();

      assertThat(exact.quote(order, stars(5_000)).points()).isEqualTo(stars(1_006));
      assertThat(rounded.quote(order, stars(5_000)).points()).isEqualTo(stars(1_010));
    }

    @Test
    void takesNoPointsForLessThanACoin() {
      RedemptionTerms terms =
          RedemptionTerms.builder().rate(PointRate.of(stars(300), eur("1.00"))).build();

      assertThat(terms.quote(ORDER, stars(2)).reason())
          .contains(RedemptionQuote.Reason.WORTH_NOTHING);
      assertThat(terms.quote(ORDER, stars(2)).points()).isEqualTo(stars(0));
      assertThat(reasonOf(terms, ORDER, 2, 2)).isEqualTo(Reason.WORTH_NOTHING);
    }

    @Test
    void leavesExcludedLinesAlone() {
      Category giftCards = Category.of("gift-card");
      Order order = Order.of(
          new OrderLine(Kind.GOODS, Optional.of(giftCards), eur("50.00")),
          OrderLine.goods(eur("10.00")));
      RedemptionTerms terms = terms().addExcludedCategory(giftCards).build();
      RedemptionQuote quote = terms.quote(order, stars(18_430));

      assertThat(quote.value()).isEqualTo(eur("10.00"));
      assertThat(quote.shares().get(0).points()).isEqualTo(stars(0));
      assertThat(quote.shares().get(0).cash()).isEqualTo(eur("50.00"));
      assertThat(quote.shares().get(1).value()).isEqualTo(eur("10.00"));
    }

    @Test
    void staysWithinTheMaximaInPointsAndInMoney() {
      RedemptionTerms points = terms().maximum(stars(4_200)).build();
      RedemptionTerms money = terms().maximumMoney(eur("12.40")).build();

      assertThat(points.quote(ORDER, stars(18_430)).points()).isEqualTo(stars(4_000));
      assertThat(money.quote(ORDER, stars(18_430)).points()).isEqualTo(stars(2_000));
      assertThat(money.quote(ORDER, stars(18_430)).binding())
          .isEqualTo(new Limit(Limit.Kind.MAXIMUM_MONEY, stars(2_480)));
    }

    @Test
    void needsAnOrderThatIsLargeEnoughAndEligible() {
      RedemptionTerms large = terms().minimumOrder(eur("120.01")).build();
      Order taxOnly = Order.of(OrderLine.of(Kind.TAX, eur("9.00")));

      assertThat(large.quote(ORDER, stars(18_430)).reason())
          .contains(RedemptionQuote.Reason.ORDER_TOO_SMALL);
      assertThat(half().quote(taxOnly, stars(18_430)).reason())
          .contains(RedemptionQuote.Reason.NOTHING_ELIGIBLE);
    }
  }

  @Nested
  class AnExplicitRequest {
    @Test
    void isAcceptedWithinTheTerms() {
      RedemptionDecision decision = half().decide(ORDER, stars(18_430), stars(2_000));

      assertThat(decision).isInstanceOf(RedemptionDecision.Accepted.class);
      assertThat(((RedemptionDecision.Accepted) decision).quote().cash()).isEqualTo(eur("139.99"));
    }

    @Test
    void isRefusedWithTheReasonOtherwise() {
      Order taxOnly = Order.of(OrderLine.of(Kind.TAX, eur("9.00")));

      assertThat(reasonOf(half(), ORDER, 18_430, 0)).isEqualTo(Reason.POINTS_ZERO);
      assertThat(reasonOf(half(), taxOnly, 18_430, 1_000)).isEqualTo(Reason.NOTHING_ELIGIBLE);
      assertThat(reasonOf(half(), ORDER, 18_430, 500)).isEqualTo(Reason.BELOW_MINIMUM);
      assertThat(reasonOf(half(), ORDER, 18_430, 1_200)).isEqualTo(Reason.NOT_IN_STEPS);
      assertThat(reasonOf(half(), ORDER, 18_430, 12_500)).isEqualTo(Reason.ABOVE_SHARE);
      assertThat(reasonOf(half(), ORDER, 900, 1_000)).isEqualTo(Reason.INSUFFICIENT_POINTS);
      assertThat(reasonOf(terms().maximum(stars(4_000)).build(), ORDER, 18_430, 4_500))
          .isEqualTo(Reason.ABOVE_MAXIMUM);
      assertThat(reasonOf(terms().maximumMoney(eur("5.00")).build(), ORDER, 18_430, 1_500))
          .isEqualTo(Reason.ABOVE_MAXIMUM_MONEY);
      assertThat(reasonOf(terms().minimumOrder(eur("500.00")).build(), ORDER, 18_430, 1_500))
          .isEqualTo(Reason.ORDER_TOO_SMALL);
    }

    @Test
    void tellsWhatWouldDoInstead() {
      RedemptionDecision.Refused refused =
          (RedemptionDecision.Refused) half().decide(ORDER, stars(18_430), stars(12_500));

      assertThat(refused.best().points()).isEqualTo(stars(12_000));
    }
  }

  @Nested
  class ARefund {
    private final Refundable paid = terms()
        .maximum(stars(3_000))
        .build()
        .quote(
            Order.of(
                OrderLine.goods(eur("40.00")),
                OrderLine.goods(eur("35.00")),
                OrderLine.goods(eur("25.00"))),
            stars(3_000))
        .refundable();

    @Test
    void ofALineReturnsItsShareOfPointsAndCash() {
      Refundable.Refund refund = paid.refund(1);

      assertThat(refund.points()).isEqualTo(stars(1_050));
      assertThat(refund.value()).isEqualTo(eur("5.25"));
      assertThat(refund.cash()).isEqualTo(eur("29.75"));
      assertThat(paid.refund(0).value()).isEqualTo(eur("6.00"));
      assertThat(paid.refund(2).value()).isEqualTo(eur("3.75"));
    }

    @Test
    void inPiecesEndsAtAllThatWasPaid() {
      Refundable.Refund first = paid.refund(1, eur("0.01"));
      Refundable.Refund second = first.left().refund(1, eur("11.11"));
      Refundable.Refund rest = second.left().refund(1);

      assertThat(first.points().plus(second.points()).plus(rest.points())).isEqualTo(stars(1_050));
      assertThat(first.cash().plus(second.cash()).plus(rest.cash())).isEqualTo(eur("29.75"));
      assertThat(rest.left().left(1)).isEqualTo(eur("0.00"));
      assertThat(rest.left().refundAll().points()).isEqualTo(stars(1_950));
    }

    @Test
    void ofMoreThanIsLeftOrOfAStrangeLineIsRefused() {
      Refundable after = paid.refund(1).left();

      assertThat(codeOf(() -> after.refund(1, eur("0.01")))).isEqualTo(FailureCode.RANGE);
      assertThat(codeOf(() -> paid.refund(1, eur("-0.01")))).isEqualTo(FailureCode.RANGE);
      assertThat(codeOf(() -> paid.refund(3))).isEqualTo(FailureCode.REFERENCE_UNKNOWN);
      assertThatThrownBy(() -> paid.refund(3))
          .hasMessage("a refund must name one of the 3 lines of its order: 3");
    }
  }

  @Nested
  class AMovingRate {
    private final RedemptionOffer offer = new RedemptionOffer(
        half(),
        Span.of(Instant.parse("2026-03-01T09:00:00Z"), Instant.parse("2026-03-01T09:15:00Z")));

    @Test
    void isCommittedToWhileItStands() {
      Instant last = Instant.parse("2026-03-01T09:14:59.999999Z");

      assertThat(offer.quote(ORDER, stars(18_430)).points()).isEqualTo(stars(12_000));
      assertThat(offer.commit(ORDER, stars(18_430), stars(12_000), last))
          .isInstanceOf(RedemptionDecision.Accepted.class);
    }

    @Test
    void isRefusedAtItsEnd() {
      RedemptionDecision late =
          offer.commit(ORDER, stars(18_430), stars(12_000), Instant.parse("2026-03-01T09:15:00Z"));

      assertThat(((RedemptionDecision.Refused) late).reason()).isEqualTo(Reason.OFFER_NOT_IN_FORCE);
    }
  }

  @Test
  void anOrderIsReadFromAPurchase() {
    Purchase purchase = Purchase.builder()
        .id(ActivityId.of("r-1"))
        .member(MemberId.of("ann"))
        .occurredAt(Instant.parse("2026-03-01T09:00:00Z"))
        .addLine(Line.builder()
            .sku(Sku.of("filter"))
            .quantity(2)
            .unitPrice(eur("14.90"))
            .discount(eur("2.00"))
            .tax(eur("5.28"))
            .build())
        .shipping(eur("4.90"))
        .build();

    assertThat(Order.from(purchase).lines())
        .containsExactly(
            OrderLine.goods(eur("27.80")),
            OrderLine.of(Kind.TAX, eur("5.28")),
            OrderLine.of(Kind.SHIPPING, eur("4.90")));
    assertThat(Order.from(purchase).gross()).isEqualTo(purchase.total());
  }

  @Test
  void pointsForMoneyAreNeverWorthMoreThanIt() {
    PointRate rate = PointRate.of(stars(300), eur("1.00"));

    assertThat(rate.pointsFor(eur("33.33"), RoundingMode.FLOOR)).isEqualTo(stars(9_999));
    assertThat(codeOf(() -> rate.pointsFor(ExactMoney.parse("USD 1.00"), RoundingMode.FLOOR)))
        .isEqualTo(FailureCode.MIXED_CURRENCY);
    assertThat(codeOf(() -> rate.pointsFor(eur("-1.00"), RoundingMode.FLOOR)))
        .isEqualTo(FailureCode.POINTS_NEGATIVE);
  }

  @Test
  void termsAndOrdersThatAreNonsenseAreRefused() {
    PointType miles = PointType.redeemable("miles", "Miles");

    assertThat(codeOf(() -> OrderLine.goods(eur("-0.01")))).isEqualTo(FailureCode.LINE_NEGATIVE);
    assertThat(codeOf(() -> new Order(List.of()))).isEqualTo(FailureCode.REQUIRED);
    assertThat(codeOf(() ->
            Order.of(OrderLine.goods(eur("1.00")), OrderLine.goods(ExactMoney.parse("USD 1.00")))))
        .isEqualTo(FailureCode.MIXED_CURRENCY);
    assertThat(codeOf(() -> RedemptionTerms.builder()
            .rate(PointRate.of(stars(1), eur("1.00")))
            .step(stars(0))
            .build()))
        .isEqualTo(FailureCode.RANGE);
    assertThat(codeOf(() -> terms().maximum(stars(999)).build())).isEqualTo(FailureCode.RANGE);
    assertThat(codeOf(() -> terms().maximumShare(Ratio.of(101, 100)).build()))
        .isEqualTo(FailureCode.PERCENT_RANGE);
    assertThat(codeOf(() -> terms().maximumShare(Ratio.of(-5, 100)).build()))
        .isEqualTo(FailureCode.PERCENT_RANGE);
    assertThat(codeOf(() -> terms().maximumMoney(eur("-1.00")).build()))
        .isEqualTo(FailureCode.RANGE);
    assertThat(codeOf(() -> terms().maximum(miles.points(2_000)).build()))
        .isEqualTo(FailureCode.TYPE_MISMATCH);
    assertThat(codeOf(() -> half().quote(ORDER, miles.points(5_000))))
        .isEqualTo(FailureCode.TYPE_MISMATCH);
    assertThat(codeOf(() ->
            half().quote(Order.of(OrderLine.goods(ExactMoney.parse("USD 9.00"))), stars(5_000))))
        .isEqualTo(FailureCode.MIXED_CURRENCY);
  }
}
