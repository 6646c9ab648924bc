package dev.laurel.examples.books;

import dev.laurel.core.identity.LotId;
import dev.laurel.core.identity.Partner;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import dev.laurel.core.redemption.BurnPlan;
import dev.laurel.core.redemption.BurnRanking;
import dev.laurel.core.redemption.FundedLot;
import dev.laurel.core.redemption.Order;
import dev.laurel.core.redemption.OrderLine;
import dev.laurel.core.redemption.RedemptionQuote;
import dev.laurel.core.redemption.RedemptionTerms;
import dev.laurel.core.valuation.AccountRole;
import dev.laurel.core.valuation.DeferredPool;
import dev.laurel.core.valuation.DeferredRevenue;
import dev.laurel.core.valuation.JournalEntry;
import dev.laurel.core.valuation.JournalEntry.Event;
import dev.laurel.core.valuation.Recognition;
import dev.laurel.core.valuation.UnexercisedRights;
import dev.laurel.examples.output.Figures;
import java.io.PrintWriter;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A down payment on a car, paid with points and money, where a bank has funded a part of the
 * points.
 *
 * <p>200 points are USD 1.00, as the published value of FordPass points has it; the dealer takes at
 * most USD 1,000 of them. The deferral, the costs and the bank's part are invented.
 */
final class DownPayment {
  static final PointType POINTS = PointType.redeemable("points", "FordPass Rewards Points");
  static final Partner BANK = Partner.of("card-bank");

  private static final LocalDate DAY = LocalDate.of(2026, 4, 11);

  final RedemptionQuote quote = RedemptionTerms.builder()
      .rate(PointRate.of(POINTS.points(200), usd("1.00")))
      .step(POINTS.points(1_000))
      .maximumMoney(usd("1000.00"))
      .build()
      .quote(Order.of(OrderLine.goods(usd("3500.00"))), POINTS.points(242_500));

  final BurnPlan plan = BurnPlan.of(
      List.of(
          lot("service-2023", 42_500, "2023-06-01", "2026-06-01", "178.50", Optional.empty()),
          lot("card-2024", 120_000, "2024-03-01", "2027-03-01", "600.00", Optional.of(BANK)),
          lot("vehicle-2025", 80_000, "2025-02-01", "2028-02-01", "336.00", Optional.empty())),
      BurnRanking.by(BurnRanking.Criterion.FIRST_EXPIRING),
      quote.points());

  final Recognition recognition = DeferredPool.open(
          POINTS, "USD", UnexercisedRights.IN_PROPORTION, RoundingMode.HALF_EVEN)
      .issue(usd("48000.00"), POINTS.points(12_500_000), POINTS.points(10_000_000))
      .pool()
      .redeem(ownPoints());

  private static ExactMoney usd(String amount) {
    return ExactMoney.parse("USD " + amount);
  }

  private static FundedLot lot(
      String id,
      long points,
      String earned,
      String expires,
      String cost,
      Optional<Partner> funder) {
    return new FundedLot(
        LotId.of(id),
        POINTS.points(points),
        Instant.parse(earned + "T12:00:00Z"),
        Optional.of(Instant.parse(expires + "T12:00:00Z")),
        usd(cost),
        funder);
  }

  /** The points that the program funds itself; only for them has money been deferred. */
  private Points ownPoints() {
    Points own = POINTS.zero();
    for (BurnPlan.Draw draw : plan.draws()) {
      own = draw.funder().isEmpty() ? own.plus(draw.points()) : own;
    }
    return own;
  }

  /** The part of the dealer's claim that the program bears. */
  private ExactMoney ownClaim() {
    return quote.value().minus(plan.costOf(BANK));
  }

  /** The program's own points: what was deferred for them, and what it owes the dealer. */
  JournalEntry own() {
    return DeferredRevenue.redeemedAtPartner(DAY, "dealer, own points", recognition, ownClaim());
  }

  /** The bank's points: what the bank owes goes on to the dealer. */
  JournalEntry bank() {
    return JournalEntry.on(DAY, Event.REDEMPTION, "dealer, points of " + BANK)
        .debit(AccountRole.PARTNER_RECEIVABLE, plan.costOf(BANK))
        .credit(AccountRole.PARTNER_PAYABLE, plan.costOf(BANK))
        .build();
  }

  /** The own points in the books of a program that accrues costs: what its lots cost is used up. */
  JournalEntry accrued() {
    return JournalEntry.on(DAY, Event.REDEMPTION, "dealer, own points")
        .debit(AccountRole.REWARDS_LIABILITY, plan.ownCost())
        .debit(AccountRole.REWARDS_EXPENSE, ownClaim().minus(plan.ownCost()))
        .credit(AccountRole.PARTNER_PAYABLE, ownClaim())
        .build();
  }

  void print(PrintWriter out) {
    out.println("A down payment of USD 3,500.00 with 242,500 points at hand");
    Text.row(out, "points", Figures.of(quote.points().units()));
    Text.row(out, "their value", Text.amount(quote.value()));
    Text.row(out, "money", Text.amount(quote.cash()));
    Text.row(out, "narrowest limit", Text.words(quote.binding().kind()));
    out.println();
    out.println("Which points, soonest expiry first, and what they cost");
    for (BurnPlan.Draw draw : plan.draws()) {
      String funder = draw.funder().map(Partner::value).orElse("the program");
      Text.row(
          out,
          draw.lot() + ", " + Figures.of(draw.points().units()) + ", " + funder,
          Text.amount(draw.cost()));
    }
    Text.row(out, "borne by the program", Text.amount(plan.ownCost()));
    Text.row(out, "borne by " + BANK, Text.amount(plan.costOf(BANK)));
    out.println();
    out.println("Entries: USD 48,000.00 are deferred for 10,000,000 expected own redemptions");
    Text.entry(out, own());
    Text.entry(out, bank());
    out.println();
    out.println("The own points where costs are accrued instead");
    Text.entry(out, accrued());
  }
}
