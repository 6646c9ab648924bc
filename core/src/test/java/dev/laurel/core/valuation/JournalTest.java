package dev.laurel.core.valuation;

import static dev.laurel.core.testkit.Codes.codeOf;
import static dev.laurel.core.valuation.AccountRole.CASH;
import static dev.laurel.core.valuation.AccountRole.CONTRACT_LIABILITY;
import static dev.laurel.core.valuation.AccountRole.OWED_TO_OTHERS;
import static dev.laurel.core.valuation.AccountRole.REVENUE_BREAKAGE;
import static dev.laurel.core.valuation.AccountRole.REVENUE_CATCH_UP;
import static dev.laurel.core.valuation.AccountRole.REVENUE_GOODS;
import static dev.laurel.core.valuation.AccountRole.REVENUE_POINTS;
import static dev.laurel.core.valuation.AccountRole.REWARDS_EXPENSE;
import static dev.laurel.core.valuation.AccountRole.REWARDS_LIABILITY;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import dev.laurel.core.valuation.JournalEntry.Event;
import dev.laurel.core.valuation.JournalEntry.Posting;
import dev.laurel.core.valuation.JournalEntry.Side;
import dev.laurel.core.valuation.RollForward.Movement;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Sections 1.8 and 1.9 of the specification. */
class JournalTest {
  private static final PointType STARS = PointType.redeemable("stars", "Stars");
  private static final LocalDate DAY = LocalDate.of(2026, 12, 31);

  private static ExactMoney yen(long amount) {
    return ExactMoney.ofMinor("JPY", amount);
  }

  private static ExactMoney eur(String amount) {
    return ExactMoney.parse("EUR " + amount);
  }

  private static Points stars(long units) {
    return STARS.points(units);
  }

  private static String text(JournalEntry entry) {
    return entry.postings().stream()
        .map(posting -> (posting.side() == Side.DEBIT ? "Dr " : "Cr ") + posting.role() + " "
            + posting.amount().amount().toPlainString())
        .collect(joining("; "));
  }

  private static Allocation example52() {
    return Allocation.of(
        yen(100_000),
        StandalonePrice.goods(yen(100_000)),
        StandalonePrice.of(StandalonePrice.POINTS, yen(9_500)));
  }

  @Nested
  class DeferredRevenueView {
    private final DeferredPool pool = DeferredPool.open(
            STARS, "JPY", UnexercisedRights.IN_PROPORTION, RoundingMode.HALF_EVEN)
        .issue(yen(8_676), stars(10_000), stars(9_500))
        .pool();

    private String recognised(Event event, Recognition recognition) {
      return text(DeferredRevenue.recognition(DAY, event, "2026", recognition));
    }

    @Test
    void fromTheSaleToTheEnd() {
      Recognition redeemed = pool.redeem(stars(4_500));
      Recognition changed = redeemed.pool().reestimate(stars(9_700), DAY);
      Recognition lapsed = changed.pool().lapse();

      assertThat(text(DeferredRevenue.sale(DAY, "r-1", example52())))
          .isEqualTo("Dr CASH 100000; Cr REVENUE_GOODS 91324; Cr CONTRACT_LIABILITY 8676");
      assertThat(recognised(Event.REDEMPTION, redeemed))
          .isEqualTo("Dr CONTRACT_LIABILITY 4110; Cr REVENUE_POINTS 4110");
      assertThat(recognised(Event.ESTIMATE_CHANGE, changed))
          .isEqualTo("Dr REVENUE_CATCH_UP 85; Cr CONTRACT_LIABILITY 85");
      assertThat(recognised(Event.EXPIRY, lapsed))
          .isEqualTo("Dr CONTRACT_LIABILITY 4651; Cr REVENUE_BREAKAGE 4651");
    }

    @Test
    void aReturnReversesTheSale() {
      Recognition back = pool.cancel(stars(10_000));

      assertThat(text(DeferredRevenue.saleReturned(DAY, "r-1", yen(91_324), back)))
          .isEqualTo("Dr REVENUE_GOODS 91324; Dr CONTRACT_LIABILITY 8676; Cr CASH 100000");
    }

    @Test
    void moneyOfOthersGoesToThem() {
      Recognition lapsed = DeferredPool.open(
              STARS, "JPY", UnexercisedRights.OWED_TO_OTHERS, RoundingMode.HALF_EVEN)
          .issue(yen(600), stars(100), stars(90))
          .pool()
          .lapse();

      assertThat(recognised(Event.EXPIRY, lapsed))
          .isEqualTo("Dr CONTRACT_LIABILITY 600; Cr OWED_TO_OTHERS 600");
    }

    @Test
    void partnersAndGoodsOfRedemptions() {
      Recognition redeemed = pool.redeem(stars(4_500));

      assertThat(text(DeferredRevenue.redeemedAtPartner(DAY, "hotel", redeemed, yen(3_000))))
          .isEqualTo("Dr CONTRACT_LIABILITY 4110; Cr PARTNER_PAYABLE 3000; Cr REVENUE_POINTS 1110");
      assertThat(text(DeferredRevenue.redeemedAtPartner(DAY, "hotel", redeemed, yen(5_000))))
          .isEqualTo("Dr CONTRACT_LIABILITY 4110; Dr REVENUE_POINTS 890; Cr PARTNER_PAYABLE 5000");
      assertThat(text(DeferredRevenue.costOfSales(DAY, "mugs", yen(700))))
          .isEqualTo("Dr COST_OF_SALES 700; Cr INVENTORY 700");
      assertThat(text(DeferredRevenue.grant(DAY, "reviews", yen(40))))
          .isEqualTo("Dr REWARDS_EXPENSE 40; Cr CONTRACT_LIABILITY 40");
    }

    @Test
    void pointsSoldAreOwedByThePartner() {
      Allocation sold = Allocation.of(
          ExactMoney.parse("USD 5000000"),
          StandalonePrice.of(StandalonePrice.POINTS, ExactMoney.parse("USD 3500000")),
          StandalonePrice.of(StandalonePrice.MARKETING, ExactMoney.parse("USD 1500000")));

      assertThat(text(DeferredRevenue.pointsSold(DAY, "bank", sold)))
          .isEqualTo("Dr PARTNER_RECEIVABLE 5000000.00; Cr CONTRACT_LIABILITY 3500000.00;"
              + " Cr REVENUE_MARKETING 1500000.00");
    }
  }

  @Nested
  class CostAccrualView {
    private final CostAccrual open = CostAccrual.open(PointRate.of(stars(1_000), eur("8.00")));

    @Test
    void fromTheGrantToTheEnd() {
      CostAccrual.Change issued = open.issue(stars(9_000));
      CostAccrual.Change redeemed = issued.next().redeem(stars(2_000), eur("15.50"));
      CostAccrual.Change changed = redeemed.next().reestimate(stars(8_500));
      CostAccrual.Change dearer = changed.next().reprice(PointRate.of(stars(1_000), eur("9.00")));

      assertThat(text(issued.entry(DAY, Event.GRANT, "2026")))
          .isEqualTo("Dr REWARDS_EXPENSE 72.00; Cr REWARDS_LIABILITY 72.00");
      assertThat(redeemed.next().liability()).isEqualTo(eur("56.00"));
      assertThat(text(redeemed.entry(DAY, Event.REDEMPTION, "2026")))
          .isEqualTo("Dr REWARDS_LIABILITY 16.00; Cr REWARDS_EXPENSE 0.50; Cr CASH 15.50");
      assertThat(text(changed.entry(DAY, Event.ESTIMATE_CHANGE, "2026")))
          .isEqualTo("Dr REWARDS_LIABILITY 4.00; Cr REWARDS_EXPENSE 4.00");
      assertThat(dearer.expense()).isEqualTo(eur("6.50"));
    }

    @Test
    void moreRedemptionsThanExpectedLeaveNoNegativeLiability() {
      CostAccrual.Change redeemed =
          open.issue(stars(1_000)).next().redeem(stars(1_500), eur("12.00"));

      assertThat(redeemed.next().liability()).isEqualTo(eur("0.00"));
      assertThat(redeemed.expense()).isEqualTo(eur("4.00"));
    }

    @Test
    void pointsOfAnotherTypeAreRefused() {
      Points miles = PointType.redeemable("miles", "Miles").points(1);

      assertThat(codeOf(() -> open.issue(miles))).isEqualTo(FailureCode.TYPE_MISMATCH);
      assertThat(codeOf(() -> open.redeem(stars(1), yen(1)))).isEqualTo(FailureCode.MIXED_CURRENCY);
    }
  }

  @Test
  void anEntryThatDoesNotBalanceNamesTheDifference() {
    assertThatThrownBy(() -> JournalEntry.on(DAY, Event.SALE, "r-1")
            .debit(CASH, eur("10.00"))
            .credit(REVENUE_GOODS, eur("9.00"))
            .build())
        .hasMessage("entry SALE of 'r-1' must balance: debits less credits are EUR 1.00");
    assertThat(codeOf(() -> new Posting(CASH, Side.DEBIT, eur("0.00"))))
        .isEqualTo(FailureCode.RANGE);
    assertThat(codeOf(() -> JournalEntry.on(DAY, Event.SALE, "r-1")
            .debit(CASH, eur("10.00"))
            .credit(REVENUE_GOODS, yen(10))
            .build()))
        .isEqualTo(FailureCode.MIXED_CURRENCY);
    assertThat(codeOf(() -> JournalEntry.on(DAY, Event.SALE, " ").build()))
        .isEqualTo(FailureCode.TEXT_INVALID);
  }

  @Test
  void aJournalSumsByRoleAndPeriod() {
    JournalEntry sale = DeferredRevenue.sale(DAY, "r-1", example52());
    JournalEntry later = DeferredRevenue.grant(DAY.plusDays(1), "reviews", yen(40));
    JournalEntry nothing = JournalEntry.on(DAY, Event.EXPIRY, "2026").build();
    Journal journal = Journal.of(List.of(later, nothing, sale));

    assertThat(journal.entries()).containsExactly(sale, later);
    assertThat(journal.balances("JPY"))
        .isEqualTo(Map.of(
            CASH, yen(100_000),
            CONTRACT_LIABILITY, yen(-8_716),
            REVENUE_GOODS, yen(-91_324),
            REWARDS_EXPENSE, yen(40)));
    assertThat(journal.between(DAY, DAY.plusDays(1)).balance(CONTRACT_LIABILITY, "JPY"))
        .isEqualTo(yen(-8_676));
    assertThat(journal.balance(REVENUE_POINTS, "JPY")).isEqualTo(yen(0));
    assertThat(journal.balances("EUR")).isEmpty();
    assertThat(Journal.empty().merge(journal)).isEqualTo(journal);
    assertThat(List.of(OWED_TO_OTHERS, REVENUE_BREAKAGE, REVENUE_CATCH_UP, REWARDS_LIABILITY))
        .allMatch(role -> journal.balance(role, "JPY").isZero());
  }

  @Nested
  class ARollForward {
    /** Delta, first quarters of 2022 and 2021, in millions; G7. */
    @Test
    void ofDeltaFoots() {
      RollForward delta2022 = RollForward.ofMoney(
          yen(7_559),
          Map.of(
              Movement.ISSUED, yen(658),
              Movement.REDEEMED, yen(-543),
              Movement.OTHER, yen(-30)),
          yen(7_644));
      RollForward delta2021 = RollForward.ofMoney(
          yen(7_182),
          Map.of(
              Movement.ISSUED, yen(354),
              Movement.REDEEMED, yen(-241),
              Movement.OTHER, yen(-10)),
          yen(7_285));

      assertThat(delta2022.closing()).isEqualTo(7_644);
      assertThat(delta2021.closing()).isEqualTo(7_285);
      assertThat(delta2022.plus(delta2021).movement(Movement.ISSUED)).isEqualTo(1_012);
    }

    @Test
    void thatDoesNotFootNamesTheDifference() {
      assertThatThrownBy(() -> RollForward.ofPoints(
              STARS, 100, Map.of(Movement.ISSUED, 50L, Movement.REDEEMED, -20L), 131))
          .hasMessage("a roll-forward must foot: opening 100, movements {ISSUED=50, REDEEMED=-20},"
              + " closing 131, difference 1");
    }

    @Test
    void followsOnTheOneBefore() {
      RollForward first = RollForward.ofPoints(STARS, 0, Map.of(Movement.ISSUED, 50L), 50);
      RollForward second =
          RollForward.ofPoints(STARS, 50, Map.of(Movement.ISSUED, 5L, Movement.EXPIRED, -15L), 40);

      assertThat(first.then(second))
          .isEqualTo(RollForward.ofPoints(
              STARS, 0, Map.of(Movement.ISSUED, 55L, Movement.EXPIRED, -15L), 40));
      assertThat(codeOf(() -> second.then(first))).isEqualTo(FailureCode.TOTAL_MISMATCH);
      assertThat(codeOf(() -> first.plus(RollForward.ofMoney(yen(0), Map.of(), yen(0)))))
          .isEqualTo(FailureCode.TYPE_MISMATCH);
      assertThat(
              codeOf(() -> RollForward.ofMoney(yen(0), Map.of(Movement.ISSUED, eur("1")), yen(0))))
          .isEqualTo(FailureCode.MIXED_CURRENCY);
    }
  }
}
