package dev.laurel.core.breakage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Spells;
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

class BreakageModelTest {
  private static final PointType POINTS = PointType.redeemable("points", "Points");

  /** EUR 0.008 a point. */
  private static final PointRate COST =
      PointRate.of(POINTS.points(1000), ExactMoney.parse("EUR 8.00"));

  private static double future(BreakageModel model, Cohort... cohorts) {
    return model.forecast(List.of(cohorts)).future().value();
  }

  @Nested
  class OfAFixedRate {
    @Test
    void theRateIsOneOfPointsIssued() {
      BreakageForecast forecast =
          new FixedRate(0.8).forecast(List.of(Cohort.of("2025", 1_000_000, 500_000, 2)));

      // Not 80 % of the 500,000 outstanding, which would be 400,000.
      assertThat(forecast.future().value()).isCloseTo(300_000, within(1e-6));
      assertThat(forecast.futureRedemptionRate().orElseThrow().value())
          .isCloseTo(0.6, within(1e-12));
      assertThat(forecast.ultimateRedemptionRate().orElseThrow().value())
          .isCloseTo(0.8, within(1e-12));
    }

    @Test
    void whatIsRedeemedAlreadyIsNotUndone() {
      assertThat(future(new FixedRate(0.4), Cohort.of("2025", 1000, 500, 2))).isZero();
    }

    @Test
    void whatLapsedIsNotRedeemed() {
      assertThat(future(new FixedRate(0.9), new Cohort("2024", 1000, 500, 300, 3)))
          .isEqualTo(200);
    }
  }

  /** 5 % a month; figures computed for the specification. */
  @Nested
  class OfAConstantHazard {
    @Test
    void expiryAndChurnBreakPoints() {
      assertThat(ConstantHazard.expiring(0.05, 0, 24).ultimateRate())
          .isCloseTo(0.7080, within(5e-5));
      assertThat(ConstantHazard.expiring(0.05, 0, 36).ultimateRate())
          .isCloseTo(0.8422, within(5e-5));
      assertThat(ConstantHazard.lasting(0.05, 0.04).ultimateRate()).isCloseTo(0.5682, within(5e-5));
      assertThat(ConstantHazard.expiring(0.05, 0.04, 24).ultimateRate())
          .isCloseTo(0.5059, within(5e-5));
      assertThat(ConstantHazard.lasting(0.05, 0).ultimateRate()).isCloseTo(1, within(1e-12));
    }

    @Test
    void anOldCohortHasLessToCome() {
      ConstantHazard hazard = ConstantHazard.expiring(0.05, 0, 24);

      assertThat(future(hazard, Cohort.of("old", 1000, 0, 23))).isCloseTo(50, within(1e-9));
      assertThat(future(hazard, Cohort.of("gone", 1000, 0, 24))).isZero();
      assertThat(future(ConstantHazard.lasting(0, 0), Cohort.of("asleep", 1000, 0, 1)))
          .isZero();
    }

    @Test
    void sharesAreFromZeroToOne() {
      assertThatThrownBy(() -> ConstantHazard.lasting(1.01, 0))
          .hasMessage("a hazard must have shares from 0 to 1: redemption 1.01, churn 0.0");
      assertThatThrownBy(() -> ConstantHazard.expiring(0.05, 0, 0))
          .isInstanceOf(InvalidValueException.class);
    }
  }

  /** Constructed for the specification. */
  @Nested
  class OfAnActivityChain {
    private final ActivityChain chain = ActivityChain.of(
        ActivityChain.State.of("active", 0.30, 0.05, 0.50, 0.15),
        ActivityChain.State.of("dormant", 0.05, 0.25, 0.10, 0.60));

    @Test
    void everyStateHasItsRate() {
      assertThat(chain.ultimateRate("active")).isCloseTo(51 / 74.0, within(1e-12));
      assertThat(chain.ultimateRate("dormant")).isCloseTo(11 / 37.0, within(1e-12));
      assertThat(chain.expectedPeriods("active")).isCloseTo(2.97297, within(5e-6));
      assertThat(chain.expectedPeriods("dormant")).isCloseTo(3.24324, within(5e-6));
    }

    @Test
    void balancesAreRedeemedYearByYear() {
      BreakageForecast forecast = chain.forecast(
          List.of(Cohort.of("active", 8_000_000, 0, 1), Cohort.of("dormant", 2_000_000, 0, 1)));

      assertThat(forecast.future().value()).isCloseTo(6_108_108.108, within(5e-4));
      assertThat(forecast.futureRedemptionRate().orElseThrow().value())
          .isCloseTo(0.610811, within(5e-7));
      assertThat(chain.runOff(List.of(8e6, 2e6), 3))
          .usingElementComparator((one, other) -> Math.abs(one - other) < 1e-6 ? 0 : 1)
          .containsExactly(2_500_000.0, 1_380_000.0, 805_500.0);
      assertThat(
              chain.runOff(List.of(8e6, 2e6), 200).stream().mapToDouble(x -> x).sum())
          .isCloseTo(forecast.future().value(), within(1e-3));
    }

    @Test
    void pointsThatStayForEverHaveNoEnd() {
      assertThatThrownBy(() -> ActivityChain.of(
              ActivityChain.State.of("active", 0.5, 0, 0, 0.5),
              ActivityChain.State.of("frozen", 0, 0, 0, 1.0)))
          .hasMessage("points of state 'frozen' must leave at some time")
          .extracting("code", "path")
          .containsExactly(FailureCode.METRIC_DIVERGES, "states[1]");
    }

    @Test
    void whatCannotBeIsRefused() {
      assertThatThrownBy(() -> ActivityChain.State.of("active", 0.3, 0.3, 0.5))
          .hasMessage("state 'active' must have probabilities of at least 0 that add up to 1: 1.1");
      assertThatThrownBy(() -> ActivityChain.of(ActivityChain.State.of("a", 0.5, 0.25, 0.25, 0)))
          .extracting("code")
          .isEqualTo(FailureCode.VALUE_INVALID);
      assertThatThrownBy(() -> chain.ultimateRate("asleep"))
          .hasMessage("a state must be one of [active, dormant]: asleep");
      assertThatThrownBy(() -> chain.runOff(List.of(1.0), 1))
          .isInstanceOf(InvalidValueException.class);
      assertThatThrownBy(() -> chain.forecast(List.of(Cohort.of("2025", 1, 0, 1))))
          .extracting("code")
          .isEqualTo(FailureCode.REFERENCE_UNKNOWN);
    }
  }

  /** The ten lots of the specification, 100 points each, one a member. */
  @Nested
  class OfARedemptionCurve {
    private final RedemptionCurve curve = RedemptionCurve.of(lots());

    @Test
    void youngPointsAreRedeemedAsOthersWere() {
      BreakageForecast forecast = curve.forecast(List.of(Cohort.of("new", 1200, 0, 1)));

      // 71/120 are redeemed; by 1 - Kaplan-Meier it would be 850.
      assertThat(forecast.future().value()).isCloseTo(710, within(1e-9));
      assertThat(forecast.future().standardError()).isPresent();
      assertThat(forecast.future().interval().orElseThrow().contains(710)).isTrue();
      assertThat(curve.redeemedBy(8, Confidence.P95).value()).isCloseTo(71 / 120.0, within(1e-12));
    }

    @Test
    void oldPointsAreNotRedeemed() {
      assertThat(future(curve, Cohort.of("old", 1200, 0, 13))).isZero();
    }

    @Test
    void theTotalKnowsThatCohortsShareTheCurve() {
      BreakageForecast forecast =
          curve.forecast(List.of(Cohort.of("a", 600, 0, 1), Cohort.of("b", 600, 0, 1)));
      double one = forecast.cohorts().get(0).future().standardError().orElseThrow();

      assertThat(forecast.future().standardError().orElseThrow()).isCloseTo(2 * one, within(1e-9));
    }

    @Test
    void spellsOfSomethingElseAreRefused() {
      assertThatThrownBy(() -> RedemptionCurve.of(Spells.endingIn("left").build()))
          .hasMessage("spells of lots must end in 'redeemed' among others: [left]");
    }

    private Spells lots() {
      Spells.Builder spells = Spells.endingIn(LotFates.REDEEMED, LotFates.LAPSED);
      long[] redeemed = {2, 3, 3, 5, 8};
      long[] lapsed = {6, 6, 12};
      int member = 0;
      for (long time : redeemed) {
        spells.add(time, LotFates.REDEEMED, 100, "m" + member++);
      }
      for (long time : lapsed) {
        spells.add(time, LotFates.LAPSED, 100, "m" + member++);
      }
      spells.addCensored(4, 100, "m" + member++);
      return spells.addCensored(7, 100, "m" + member).build();
    }
  }

  @Nested
  class OfALiability {
    private final Liability liability =
        Liability.at(Ratio.of(82, 100), POINTS.points(10_000_000), COST, RoundingMode.HALF_EVEN);

    @Test
    void itIsExpectedRedemptionsTimesUnitCost() {
      assertThat(liability.amount()).isEqualTo(ExactMoney.parse("EUR 65600.00"));
      assertThat(liability.futureRedemptionRate().orElseThrow().value())
          .isCloseTo(0.82, within(1e-12));
      assertThat(liability.lower()).isEmpty();
    }

    @Test
    void aPercentagePointIsNotAPercent() {
      assertThat(liability.withRateShifted(1).amount()).isEqualTo(ExactMoney.parse("EUR 66400.00"));
      // Breakage of 18 % falls to 16.2 %.
      assertThat(liability.withBreakageChanged(-10).amount())
          .isEqualTo(ExactMoney.parse("EUR 67040.00"));
      assertThat(liability.withRateShifted(10).amount())
          .isEqualTo(ExactMoney.parse("EUR 73600.00"));
    }

    @Test
    void dearerPointsCostMore() {
      assertThat(liability.withUnitCostChanged(Ratio.of(1, 20)).amount())
          .isEqualTo(ExactMoney.parse("EUR 68880.00"));
    }

    @Test
    void breakageAboveAllIsRefused() {
      assertThatThrownBy(() -> liability.withBreakageChanged(500))
          .hasMessageContaining("must expect redemptions from 0 to the outstanding 10000000");
      assertThatThrownBy(() -> liability.withRateShifted(19))
          .extracting("code", "path")
          .containsExactly(FailureCode.RANGE, "expected");
      assertThatThrownBy(() ->
              Liability.at(Ratio.of(101, 100), POINTS.points(1), COST, RoundingMode.HALF_EVEN))
          .extracting("code")
          .isEqualTo(FailureCode.PERCENT_RANGE);
    }

    @Test
    void negativeExpectationsAreRefused() {
      Estimate below = Estimate.builder().value(-1).method("any").build();

      assertThatThrownBy(
              () -> new CohortForecast(Cohort.of("2025", 10, 0, 1), below, Optional.empty()))
          .hasMessage(
              "cohort '2025' must be expected to redeem from 0 to its outstanding 10: -1.0");
      assertThatThrownBy(() -> Liability.of(POINTS.points(10), below, COST, RoundingMode.HALF_EVEN))
          .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void pointsOfAnotherTypeAreRefused() {
      PointType miles = PointType.redeemable("miles", "Miles");

      assertThatThrownBy(
              () -> Liability.at(Ratio.ONE, miles.points(1), COST, RoundingMode.HALF_EVEN))
          .hasMessage("a liability must be of points of one type: miles and points");
    }

    @Test
    void noPointsOweNothing() {
      Liability nothing = Liability.at(Ratio.ONE, POINTS.points(0), COST, RoundingMode.HALF_EVEN);

      assertThat(nothing.amount()).isEqualTo(ExactMoney.parse("EUR 0.00"));
      assertThat(nothing.futureRedemptionRate()).isEmpty();
      assertThat(new FixedRate(1).forecast(List.of()).ultimateRedemptionRate()).isEmpty();
    }
  }

  /** Hilton's S-1 of 2013 and a table of 2012; the readings were computed for the specification. */
  @Nested
  class OfADisclosure {
    @Test
    void theImpliedBreakageOfAHotelGroup() {
      DisclosedChange hilton = new DisclosedChange(10, 28);
      double breakage = hilton.breakageIfInProportion(796);

      assertThat(breakage).isCloseTo(0.260223, within(5e-7));
      assertThat(796 / (1 - breakage)).isCloseTo(1076, within(1e-9));
      assertThatThrownBy(() -> hilton.breakageIfInPercentagePoints(796))
          .hasMessageContaining("must make at least 79.6");
    }

    @Test
    void oneSentenceHasTwoMeanings() {
      assertThat(new DisclosedChange(10, 70).liabilityIfInProportion(0.12))
          .isCloseTo(5133, within(0.5));
      assertThat(new DisclosedChange(10, 320).liabilityIfInProportion(0.29))
          .isCloseTo(7834, within(0.5));
      assertThat(new DisclosedChange(10, 630).liabilityIfInProportion(0.24))
          .isCloseTo(19950, within(0.5));
      assertThat(new DisclosedChange(10, 70).liabilityIfInPercentagePoints(0.12))
          .isCloseTo(616, within(0.5));
      assertThat(new DisclosedChange(10, 320).liabilityIfInPercentagePoints(0.29))
          .isCloseTo(2272, within(0.5));
      assertThat(new DisclosedChange(10, 630).liabilityIfInPercentagePoints(0.24))
          .isCloseTo(4788, within(0.5));
      assertThat(new DisclosedChange(10, 70).breakageIfInPercentagePoints(616))
          .isCloseTo(0.12, within(1e-12));
    }

    @Test
    void nothingDisclosedIsRefused() {
      assertThatThrownBy(() -> new DisclosedChange(10, 0))
          .isInstanceOf(InvalidValueException.class);
      assertThatThrownBy(() -> new DisclosedChange(10, 1).liabilityIfInProportion(1))
          .extracting("code")
          .isEqualTo(FailureCode.PERCENT_RANGE);
      assertThatThrownBy(() -> new DisclosedChange(10, 1).breakageIfInProportion(0))
          .extracting("path")
          .isEqualTo("liability");
    }
  }

  @Test
  void cohortsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> Cohort.of("2025", 10, 11, 1))
        .hasMessage(
            "cohort '2025' must not give more than it received: issued 10, redeemed 11, lapsed 0");
    assertThatThrownBy(() -> Cohort.of("2025", 10, 1, 0)).extracting("path").isEqualTo("age");
    assertThatThrownBy(() -> new FixedRate(1.01))
        .hasMessage("an ultimate redemption rate must lie from 0 to 1: 1.01");
    assertThatThrownBy(() -> new ErrorParts(-1, 0)).isInstanceOf(InvalidValueException.class);
  }
}
