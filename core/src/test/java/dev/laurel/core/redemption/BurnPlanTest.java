package dev.laurel.core.redemption;

import static dev.laurel.core.redemption.BurnRanking.Criterion.CHEAPEST;
import static dev.laurel.core.redemption.BurnRanking.Criterion.DEAREST;
import static dev.laurel.core.redemption.BurnRanking.Criterion.FIRST_EARNED;
import static dev.laurel.core.redemption.BurnRanking.Criterion.FIRST_EXPIRING;
import static dev.laurel.core.redemption.BurnRanking.Criterion.LAST_EARNED;
import static dev.laurel.core.redemption.BurnRanking.Criterion.OWN_FUNDED;
import static dev.laurel.core.redemption.BurnRanking.Criterion.PARTNER_FUNDED;
import static dev.laurel.core.testkit.Codes.codeOf;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.identity.Partner;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.ledger.Activation;
import dev.laurel.core.ledger.Lot;
import dev.laurel.core.ledger.LotExpiry;
import dev.laurel.core.ledger.LotOrigin;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Section 2.4 of the specification: 1,900 points out of four lots. */
class BurnPlanTest {
  private static final PointType STARS = PointType.redeemable("stars", "Stars");
  private static final Partner HOTEL = Partner.of("hotel");
  private static final List<FundedLot> LOTS = List.of(
      lot("L1", 500, "2025-01-10", Optional.of("2026-03-31"), "3.00", Optional.empty()),
      lot("L2", 1_200, "2025-11-01", Optional.of("2026-02-28"), "12.00", Optional.of(HOTEL)),
      lot("L3", 2_000, "2026-01-15", Optional.of("2027-01-31"), "16.00", Optional.empty()),
      lot("L4", 300, "2024-06-01", Optional.empty(), "1.50", Optional.empty()));

  private static FundedLot lot(
      String id,
      long points,
      String earned,
      Optional<String> expires,
      String cost,
      Optional<Partner> funder) {
    return new FundedLot(
        LotId.of(id),
        STARS.points(points),
        Instant.parse(earned + "T00:00:00Z"),
        expires.map(day -> Instant.parse(day + "T00:00:00Z")),
        ExactMoney.parse("EUR " + cost),
        funder);
  }

  private static BurnPlan plan(BurnRanking.Criterion... criteria) {
    return BurnPlan.of(LOTS, BurnRanking.by(criteria), STARS.points(1_900));
  }

  private static String drawn(BurnPlan plan) {
    return plan.draws().stream()
        .map(draw -> draw.lot() + " " + draw.points().units())
        .collect(joining(", "));
  }

  private static ExactMoney eur(String amount) {
    return ExactMoney.parse("EUR " + amount);
  }

  @Test
  void theOrderDecidesWhatARedemptionCosts() {
    assertThat(drawn(plan(FIRST_EARNED))).isEqualTo("L4 300, L1 500, L2 1100");
    assertThat(plan(FIRST_EARNED).cost()).isEqualTo(eur("15.50"));
    assertThat(drawn(plan(FIRST_EXPIRING))).isEqualTo("L2 1200, L1 500, L3 200");
    assertThat(plan(FIRST_EXPIRING).cost()).isEqualTo(eur("16.60"));
    assertThat(drawn(plan(LAST_EARNED))).isEqualTo("L3 1900");
    assertThat(plan(LAST_EARNED).cost()).isEqualTo(eur("15.20"));
    assertThat(drawn(plan(CHEAPEST))).isEqualTo("L4 300, L1 500, L3 1100");
    assertThat(plan(CHEAPEST).cost()).isEqualTo(eur("13.30"));
    assertThat(drawn(plan(DEAREST))).isEqualTo("L2 1200, L3 700");
  }

  @Test
  void fundersComeFirstOrLastAndBearTheirPart() {
    BurnPlan partnerFirst = plan(PARTNER_FUNDED, FIRST_EARNED);

    assertThat(drawn(partnerFirst)).isEqualTo("L2 1200, L4 300, L1 400");
    assertThat(partnerFirst.costOf(HOTEL)).isEqualTo(eur("12.00"));
    assertThat(partnerFirst.ownCost()).isEqualTo(eur("3.90"));
    assertThat(drawn(plan(OWN_FUNDED))).isEqualTo("L1 500, L3 1400");
    assertThat(plan(OWN_FUNDED).costOf(HOTEL)).isEqualTo(eur("0.00"));
  }

  @Test
  void whatIsLeftCostsTheRest() {
    ExactMoney left = plan(FIRST_EXPIRING).left().stream()
        .map(FundedLot::cost)
        .reduce(eur("0.00"), ExactMoney::plus);

    assertThat(left).isEqualTo(eur("32.50").minus(eur("16.60")));
  }

  @Test
  void aLedgersLotGetsItsCostBesideIt() {
    Lot lot = new Lot(
        LotId.of("L1"),
        new LotOrigin.Earned(ActivityId.of("r-1"), RuleId.of("base")),
        Instant.parse("2026-01-01T00:00:00Z"),
        STARS.points(10),
        STARS.points(7),
        STARS.zero(),
        Activation.immediate(),
        false,
        new LotExpiry.Never("a promise"));
    FundedLot funded = FundedLot.from(lot, eur("0.07"), Optional.of(HOTEL));

    assertThat(funded.points()).isEqualTo(STARS.points(7));
    assertThat(funded.expiresAt()).isEmpty();
  }

  @Test
  void whatCannotBePlannedIsRefused() {
    BurnRanking any = BurnRanking.by();
    FundedLot dollars = new FundedLot(
        LotId.of("L9"),
        STARS.points(1),
        Instant.EPOCH,
        Optional.empty(),
        ExactMoney.parse("USD 1.00"),
        Optional.empty());

    assertThat(codeOf(() -> BurnPlan.of(LOTS, any, STARS.points(4_001))))
        .isEqualTo(FailureCode.RANGE);
    assertThat(codeOf(() -> BurnPlan.of(List.of(), any, STARS.points(1))))
        .isEqualTo(FailureCode.REQUIRED);
    assertThat(codeOf(() -> BurnPlan.of(List.of(LOTS.get(0), dollars), any, STARS.points(1))))
        .isEqualTo(FailureCode.MIXED_CURRENCY);
    assertThat(codeOf(() -> lot("L", 0, "2025-01-10", Optional.empty(), "1.00", Optional.empty())))
        .isEqualTo(FailureCode.RANGE);
    assertThat(codeOf(() -> lot("L", 1, "2025-01-10", Optional.empty(), "-1.00", Optional.empty())))
        .isEqualTo(FailureCode.RANGE);
  }
}
