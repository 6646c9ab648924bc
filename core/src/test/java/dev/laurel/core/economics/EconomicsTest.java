package dev.laurel.core.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.PointType;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Figures computed for the specification. */
class EconomicsTest {
  private static final PointType POINTS = PointType.redeemable("points", "Points");
  private static final ExactMoney MILLION = eur("1000000.00");
  private static final ExactMoney FIXED = eur("20000.00");

  private static ExactMoney eur(String amount) {
    return ExactMoney.parse("EUR " + amount);
  }

  private static PointRate rate(long points, String money) {
    return PointRate.of(POINTS.points(points), eur(money));
  }

  private static ProgramEconomics program(
      PointRate face, Ratio ultimate, Ratio cost, Ratio margin, Ratio premium) {
    return ProgramEconomics.builder()
        .earning(rate(1, "1.00"))
        .faceValue(face)
        .ultimateRate(ultimate)
        .costRatio(cost)
        .margin(margin)
        .pricePremium(premium)
        .build();
  }

  /** Rewards of 0.8 % at a margin of 30 %. */
  private static ProgramEconomics plain(Ratio premium) {
    return program(rate(1000, "8.00"), Ratio.ONE, Ratio.ONE, Ratio.of(3, 10), premium);
  }

  @Nested
  class OfAProgram {
    @Test
    void theHeadlineIsNotWhatItCosts() {
      ProgramEconomics program =
          program(rate(200, "1.00"), Ratio.of(8, 10), Ratio.of(7, 10), Ratio.of(3, 10), Ratio.ZERO);

      assertThat(program.headlineRebate()).isEqualTo(Ratio.parse("0.005"));
      assertThat(program.expectedFaceRebate()).isEqualTo(Ratio.parse("0.004"));
      assertThat(program.expectedCostRebate()).isEqualTo(Ratio.parse("0.0028"));
    }

    @Test
    void itBreaksEvenAtSevenSeventyThirds() {
      assertThat(plain(Ratio.ZERO).breakEvenUplift(MILLION, FIXED)).contains(Ratio.of(7, 73));
      assertThat(plain(Ratio.ZERO)
              .profitChange(MILLION, FIXED, Ratio.of(7, 73), RoundingMode.HALF_EVEN))
          .isEqualTo(eur("0.00"));
    }

    @Test
    void whereEverySaleLosesThereIsNoBreakEven() {
      ProgramEconomics generous =
          program(rate(1, "0.30"), Ratio.ONE, Ratio.ONE, Ratio.of(3, 10), Ratio.ZERO);

      assertThat(generous.breakEvenUplift(MILLION, FIXED)).isEmpty();
    }

    @Test
    void aPricePremiumMayPayAlone() {
      // 4 % more for the same: 1.04 x 0.992 - 0.7 = 0.33168 a sale, 0.32 needed.
      Optional<Ratio> uplift = plain(Ratio.of(4, 100)).breakEvenUplift(MILLION, FIXED);

      assertThat(uplift)
          .contains(Ratio.parse("0.32").dividedBy(Ratio.parse("0.33168")).minus(Ratio.ONE));
      assertThat(uplift.orElseThrow().isNegative()).isTrue();
    }

    @Test
    void aBudgetLimitsWhatIsIssued() {
      ProgramEconomics program =
          program(rate(1000, "8.00"), Ratio.of(82, 100), Ratio.ONE, Ratio.of(3, 10), Ratio.ZERO);
      ProgramEconomics free =
          program(rate(1000, "8.00"), Ratio.ZERO, Ratio.ONE, Ratio.of(3, 10), Ratio.ZERO);

      assertThat(program.issuanceBudget(eur("250000.00"))).contains(POINTS.points(38_109_756));
      assertThat(free.issuanceBudget(eur("250000.00"))).isEmpty();
    }

    @Test
    void whatCannotBeIsRefused() {
      assertThatThrownBy(() ->
              program(rate(200, "1.00"), Ratio.of(101, 100), Ratio.ONE, Ratio.ONE, Ratio.ZERO))
          .hasMessage("an ultimate redemption rate must lie from 0 to 1: 101/100");
      assertThatThrownBy(() -> program(
              PointRate.of(POINTS.points(200), ExactMoney.parse("USD 1.00")),
              Ratio.ONE,
              Ratio.ONE,
              Ratio.ONE,
              Ratio.ZERO))
          .extracting("code")
          .isEqualTo(FailureCode.MIXED_CURRENCY);
      assertThatThrownBy(() -> plain(Ratio.ZERO).breakEvenUplift(eur("0.00"), FIXED))
          .extracting("code")
          .isEqualTo(FailureCode.RANGE);
      assertThatThrownBy(
              () -> plain(Ratio.ZERO).breakEvenUplift(ExactMoney.parse("USD 1.00"), FIXED))
          .extracting("code")
          .isEqualTo(FailureCode.MIXED_CURRENCY);
      assertThatThrownBy(() -> plain(Ratio.ZERO).issuanceBudget(eur("-1.00")))
          .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void designsStandSideBySide() {
      ScenarioTable table = ScenarioTable.of(
          MILLION,
          FIXED,
          RoundingMode.HALF_EVEN,
          List.of(
              new ScenarioTable.Scenario("plain", plain(Ratio.ZERO), Ratio.of(5, 100)),
              new ScenarioTable.Scenario("premium", plain(Ratio.of(4, 100)), Ratio.of(5, 100))));

      // 1.05 x 292,000 - 300,000 - 20,000 and 1.05 x 331,680 - 300,000 - 20,000.
      assertThat(table.rows().stream().map(ScenarioTable.Row::profitChange))
          .containsExactly(eur("-13400.00"), eur("28264.00"));
      assertThat(table.rows().get(0).breakEvenUplift()).contains(Ratio.of(7, 73));
    }
  }

  @Nested
  class OfATier {
    private final TierEconomics tier = tier(Ratio.of(92, 100), 1200);

    @Test
    void itsCostIsPointsAndPerks() {
      assertThat(tier.pointsCost()).isEqualTo(eur("11040.00"));
      assertThat(tier.perksCost()).isEqualTo(eur("21600.00"));
      assertThat(tier.cost()).isEqualTo(eur("32640.00"));
      assertThat(tier.costPerMember()).isEqualTo(eur("27.20"));
    }

    @Test
    void aMemberMustSpendSoMuchMore() {
      assertThat(tier.breakEvenSpend(Ratio.of(3, 10))).contains(eur("90.67"));
      assertThat(tier.breakEvenSpend(Ratio.ZERO)).isEmpty();
    }

    @Test
    void aTierWithoutMembersIsRefused() {
      assertThatThrownBy(() -> tier(Ratio.ONE, 0)).isInstanceOf(InvalidValueException.class);
      assertThatThrownBy(() -> tier(Ratio.of(2), 1))
          .extracting("code")
          .isEqualTo(FailureCode.PERCENT_RANGE);
    }

    private static TierEconomics tier(Ratio ultimate, long members) {
      return TierEconomics.builder()
          .members(members)
          .spend(eur("2500.00"))
          .extraEarning(rate(1, "2.00"))
          .unitCost(rate(1000, "8.00"))
          .ultimateRate(ultimate)
          .perks(eur("18.00"))
          .rounding(RoundingMode.HALF_UP)
          .build();
    }
  }

  @Test
  void aPartnerLeavesMarginAndBreakage() {
    PartnerEconomics partner = PartnerEconomics.builder()
        .issued(POINTS.points(10_000_000))
        .price(rate(1000, "15.00"))
        .reimbursement(rate(1000, "10.00"))
        .ultimateRate(Ratio.of(85, 100))
        .rounding(RoundingMode.HALF_EVEN)
        .build();

    assertThat(partner.income()).isEqualTo(eur("150000.00"));
    assertThat(partner.expectedReimbursement()).isEqualTo(eur("85000.00"));
    assertThat(partner.margin()).isEqualTo(eur("65000.00"));
    assertThat(partner.breakageMargin()).isEqualTo(eur("15000.00"));
  }
}
