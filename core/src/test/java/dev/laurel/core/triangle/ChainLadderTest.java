package dev.laurel.core.triangle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.breakage.BreakageForecast;
import dev.laurel.core.breakage.Cohort;
import dev.laurel.core.breakage.CohortForecast;
import dev.laurel.core.breakage.ErrorParts;
import dev.laurel.core.estimate.ErrorShape;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ChainLadderTest {
  private static final ChainLadder MACK = ChainLadder.of(SigmaTail.MACK);

  private static Development fit(ChainLadder choices, RedemptionTriangle triangle) {
    return choices.fit(triangle).orElseThrow();
  }

  private static BreakageForecast forecast(ChainLadder choices, RedemptionTriangle triangle) {
    return fit(choices, triangle).forecast(triangle.cohorts());
  }

  private static double error(Estimate estimate) {
    return estimate.standardError().orElseThrow();
  }

  /**
   * R ChainLadder 0.2.21, reference page of MackChainLadder with {@code est.sigma = "Mack"}; parts
   * of errors were computed for the specification.
   */
  @Nested
  class OfTaylorAndAshe {
    private final RedemptionTriangle triangle = Triangles.of(Triangles.TAYLOR_ASHE);
    private final BreakageForecast forecast = forecast(MACK, triangle);

    @Test
    void factorsAreThePublishedOnes() {
      assertThat(fit(MACK, triangle).links().stream().map(Link::factor).toList())
          .usingElementComparator(near(5e-7))
          .containsExactly(
              3.490607, 1.747333, 1.457413, 1.173852, 1.103824, 1.086269, 1.053874, 1.076555,
              1.017725);
    }

    @Test
    void variancesAreThePublishedOnes() {
      assertThat(fit(MACK, triangle).links().stream()
              .map(link -> link.sigmaSquared().orElseThrow())
              .toList())
          .usingElementComparator(near(5e-5))
          .containsExactly(
              160280.3275,
              37736.8550,
              41965.2130,
              15182.9027,
              13731.3239,
              8185.7716,
              446.6166,
              1147.3660,
              446.6166);
    }

    @Test
    void factorsHaveTheirStandardErrors() {
      assertThat(fit(MACK, triangle).links().stream()
              .map(link -> link.standardError().orElseThrow())
              .toList())
          .usingElementComparator(near(5e-7))
          .containsExactly(
              0.219477, 0.060673, 0.052809, 0.028688, 0.027648, 0.022651, 0.005920, 0.011604,
              0.010794);
    }

    @Test
    void everyCohortHasItsReserveAndError() {
      assertThat(rounded(CohortForecast::ultimate))
          .containsExactly(
              3901463L, 5433719L, 5378826L, 5297906L, 4858200L, 5111171L, 5660771L, 6784799L,
              5642266L, 4969825L);
      assertThat(rounded(cohort -> cohort.future().value()))
          .containsExactly(
              0L, 94634L, 469511L, 709638L, 984889L, 1419459L, 2177641L, 3920301L, 4278972L,
              4625811L);
      assertThat(rounded(cohort -> error(cohort.future())))
          .containsExactly(
              0L, 75535L, 121699L, 133549L, 261406L, 411010L, 558317L, 875328L, 971258L, 1363155L);
    }

    @Test
    void everyErrorHasItsTwoParts() {
      assertThat(rounded(cohort -> cohort.parts().orElseThrow().process()))
          .containsExactly(
              0L, 48832L, 90524L, 102622L, 227880L, 366582L, 500202L, 785741L, 895570L, 1284882L);
      assertThat(rounded(cohort -> cohort.parts().orElseThrow().parameter()))
          .containsExactly(
              0L, 57628L, 81338L, 85464L, 128078L, 185867L, 248023L, 385759L, 375893L, 455270L);
    }

    @Test
    void theTotalKnowsThatCohortsShareTheirFactors() {
      ErrorParts parts = forecast.parts().orElseThrow();
      double naive = Math.sqrt(forecast.cohorts().stream()
          .mapToDouble(cohort -> Math.pow(error(cohort.future()), 2))
          .sum());

      assertThat(forecast.future().value()).isCloseTo(18_680_855.61, within(5e-3));
      assertThat(error(forecast.future())).isCloseTo(2_447_094.86, within(5e-3));
      assertThat(parts.process()).isCloseTo(1_878_291.80, within(5e-3));
      assertThat(parts.parameter()).isCloseTo(1_568_532.17, within(5e-3));
      assertThat(forecast.redeemed()).isEqualTo(34_358_090);
      assertThat(forecast.redeemed() + forecast.future().value())
          .isCloseTo(53_038_945.61, within(5e-3));
      assertThat(naive).isCloseTo(2_038_397, within(0.5)).isLessThan(error(forecast.future()));
    }

    @Test
    void theRuleForTheLastVarianceChangesTheErrorAlone() {
      BreakageForecast other = forecast(ChainLadder.of(SigmaTail.LOG_LINEAR), triangle);

      assertThat(other.future().value()).isEqualTo(forecast.future().value());
      assertThat(error(other.future())).isCloseTo(2_441_364.13, within(5e-3));
    }

    @Test
    void simpleAveragesAreThePublishedOnes() {
      ChainLadder simple = ChainLadder.builder()
          .averaging(Averaging.SIMPLE)
          .sigmaTail(SigmaTail.MACK)
          .build();

      assertThat(fit(simple, triangle).links().stream().map(Link::factor).toList())
          .usingElementComparator(near(5e-7))
          .containsExactly(
              3.566143, 1.745557, 1.451961, 1.180984, 1.111247, 1.084818, 1.052739, 1.074753,
              1.017725);
    }

    @Test
    void fourDiagonalsOfDevelopmentsAreFiveCalendarYears() {
      ChainLadder latest =
          ChainLadder.builder().latestDiagonals(4).sigmaTail(SigmaTail.MACK).build();
      BreakageForecast other = forecast(latest, triangle);

      assertThat(other.future().value()).isCloseTo(18_895_573.06, within(5e-3));
      assertThat(error(other.future())).isCloseTo(2_550_023.96, within(5e-3));
    }

    @Test
    void quantilesFollowTheShape() {
      assertThat(lognormal(0.05)).isCloseTo(14_945_956, within(0.5));
      assertThat(lognormal(0.50)).isCloseTo(18_522_611, within(0.5));
      assertThat(lognormal(0.75)).isCloseTo(20_226_048, within(0.5));
      assertThat(lognormal(0.90)).isCloseTo(21_892_743, within(0.5));
      assertThat(lognormal(0.95)).isCloseTo(22_955_180, within(0.5));
      assertThat(lognormal(0.995)).isCloseTo(25_919_050, within(0.5));
      assertThat(normal(0.75)).isCloseTo(20_331_396, within(0.5));
      assertThat(normal(0.95)).isCloseTo(22_705_968, within(0.5));
      assertThat(error(forecast.future()) / forecast.future().value())
          .isCloseTo(0.130995, within(5e-7));
    }

    private double lognormal(double probability) {
      return ErrorShape.LOGNORMAL.quantile(
          forecast.future().value(), error(forecast.future()), probability);
    }

    private double normal(double probability) {
      return ErrorShape.NORMAL.quantile(
          forecast.future().value(), error(forecast.future()), probability);
    }

    private List<Long> rounded(ToDoubleFunction<CohortForecast> number) {
      return forecast.cohorts().stream()
          .map(each -> Math.round(number.applyAsDouble(each)))
          .toList();
    }
  }

  /** Mack (1994): 52,135 to come with a standard error of 26,909. */
  @Test
  void theTriangleOfMacksOwnPaper() {
    BreakageForecast forecast = forecast(MACK, Triangles.of(Triangles.RAA));

    assertThat(forecast.future().value()).isCloseTo(52_135, within(0.5));
    assertThat(error(forecast.future())).isCloseTo(26_909, within(0.5));
  }

  /** Constructed for the specification, in thousands of points. */
  @Nested
  class OfALoyaltyProgram {
    private final RedemptionTriangle triangle = Triangles.loyalty();
    private final BreakageForecast forecast = forecast(MACK, triangle);

    @Test
    void factorsAreExactFractions() {
      assertThat(fit(MACK, triangle).links().stream().map(Link::factor).toList())
          .usingElementComparator(near(1e-12))
          .containsExactly(268 / 123.0, 4 / 3.0, 159 / 142.0, 25 / 24.0);
    }

    @Test
    void cohortsEndWhereTheyShould() {
      assertThat(forecast.cohorts().stream().map(CohortForecast::ultimate).toList())
          .usingElementComparator(near(5e-5))
          .containsExactly(750.0, 906.25, 1143.0458, 1368.5446, 1490.9348);
      assertThat(forecast.cohorts().stream()
              .map(each -> each.ultimateRedemptionRate().orElseThrow().value())
              .toList())
          .usingElementComparator(near(5e-5))
          .containsExactly(0.7500, 0.7552, 0.7620, 0.7603, 0.7455);
    }

    @Test
    void threeRatesHaveThreeDenominators() {
      assertThat(forecast.future().value()).isCloseTo(45554170 / 26199.0, within(1e-9));
      assertThat(forecast.redeemed()).isEqualTo(3920);
      assertThat(forecast.outstanding()).isEqualTo(3580);
      assertThat(forecast.ultimateRedemptionRate().orElseThrow().value())
          .isCloseTo(0.754503, within(5e-7));
      assertThat(forecast.breakageRate().orElseThrow().value()).isCloseTo(0.245497, within(5e-7));
      assertThat(forecast.futureRedemptionRate().orElseThrow().value())
          .isCloseTo(0.485691, within(5e-7));
      // 440 + 470 + 250 + 90 + 30 redeemed in 2025, 2,000 issued: another number altogether.
      assertThat(triangle.periodRatio()).contains(Ratio.of(1280, 2000));
    }

    @Test
    void errorsAreThoseOfMack() {
      assertThat(forecast.cohorts().stream().map(each -> error(each.future())).toList())
          .usingElementComparator(near(5e-5))
          .containsExactly(0.0, 5.4591, 10.0686, 15.9542, 26.0557);
      assertThat(error(forecast.future())).isCloseTo(41.2330, within(5e-5));
      assertThat(error(forecast.future()) / forecast.future().value())
          .isCloseTo(0.02371, within(5e-6));
      assertThat(ErrorShape.LOGNORMAL.quantile(
              forecast.future().value(), error(forecast.future()), 0.95))
          .isCloseTo(1807.42, within(5e-3));
    }

    @Test
    void theLiabilityIsFutureRedemptionsTimesUnitCost() {
      PointRate cost = PointRate.of(Triangles.POINTS.points(1), ExactMoney.parse("EUR 8.00"));

      // A point of the triangle stands for a thousand: EUR 8.00 each is EUR 0.008 a point.
      assertThat(forecast.liability(cost, RoundingMode.HALF_EVEN).amount())
          .isEqualTo(ExactMoney.parse("EUR 13910.20"));
    }

    @Test
    void aRateKnownBeforehandCarriesTheYoungestCohort() {
      BreakageForecast prior =
          new BornhuetterFerguson(fit(MACK, triangle), 0.75).forecast(triangle.cohorts());

      assertThat(prior.cohorts().get(4).ultimate()).isCloseTo(1497.3247, within(5e-5));
      assertThat(prior.future().standardError()).isEmpty();
    }
  }

  @Nested
  class OfUnusualTriangles {
    @Test
    void aTriangleCutOffAtAnAgeIsFittedTheSame() {
      RedemptionTriangle cut = RedemptionTriangle.of(
          Triangles.POINTS,
          TriangleRow.of("2020", 900, 200, 430),
          TriangleRow.of("2021", 1000, 220, 480),
          TriangleRow.of("2022", 1200, 270, 590),
          TriangleRow.of("2023", 1500, 330));
      Development development = fit(MACK, cut);

      // 1,500 / 690; the two developments of the last age are three.
      assertThat(development.links().get(0).factor()).isCloseTo(1500 / 690.0, within(1e-12));
      assertThat(development.links().get(0).pairs()).isEqualTo(3);
      assertThat(development.hasErrors()).isTrue();
    }

    @Test
    void aTriangleWithoutYoungCohortsIsFittedTheSame() {
      long[][] old = Arrays.copyOf(Triangles.TAYLOR_ASHE, 7);
      Development development = fit(MACK, Triangles.of(old));

      assertThat(development.links().get(8).factor()).isCloseTo(1.017725, within(5e-7));
      assertThat(
              development.forecast(Triangles.of(old).cohorts()).cohorts().get(6).ultimate())
          .isGreaterThan(3_483_130);
    }

    @Test
    void cumulativesMayFallSinceRedemptionsAreReversed() {
      RedemptionTriangle reversed = RedemptionTriangle.of(
          Triangles.POINTS,
          TriangleRow.of("2021", 1000, 220, 480, 470),
          TriangleRow.of("2022", 1200, 270, 590),
          TriangleRow.of("2023", 1500, 330));
      BreakageForecast forecast = forecast(MACK, reversed);

      assertThat(fit(MACK, reversed).links().get(1).factor()).isCloseTo(47 / 48.0, within(1e-12));
      assertThat(forecast.cohorts().get(1).future().value()).isZero();
      assertThat(forecast.cohorts().get(1).future().assumptions())
          .contains("cohort 2022 is kept from 0 to its points outstanding");
    }

    @Test
    void twoCohortsTellNoError() {
      RedemptionTriangle small = RedemptionTriangle.of(
          Triangles.POINTS,
          TriangleRow.of("2021", 1000, 220, 480),
          TriangleRow.of("2022", 900, 200));
      BreakageForecast forecast = forecast(MACK, small);

      assertThat(forecast.future().value()).isCloseTo(200 * 26 / 22.0, within(1e-9));
      assertThat(forecast.future().standardError()).isEmpty();
      assertThat(forecast.future().assumptions())
          .contains("too few cohorts for a standard error by Mack's rule");
    }

    @Test
    void aCohortThatHasRedeemedNothingSaysSo() {
      Cohort young = Cohort.of("2026", 1000, 0, 1);
      Development development = fit(MACK, Triangles.loyalty());

      assertThat(development.forecast(List.of(young)).cohorts().get(0).future().assumptions())
          .anyMatch(each -> each.startsWith("cohort 2026 has redeemed nothing yet"));
      assertThat(new BornhuetterFerguson(development, 0.75)
              .forecast(List.of(young))
              .future()
              .value())
          .isCloseTo(750 * (1 - 1 / development.factorToUltimate(1)), within(1e-9));
    }

    @Test
    void oneRowShowsNoDevelopment() {
      assertThat(MACK.fit(
              RedemptionTriangle.of(Triangles.POINTS, TriangleRow.of("2021", 1000, 220, 480))))
          .isEmpty();
    }

    @Test
    void zerosAreAFactorOfOneAndNoForecast() {
      RedemptionTriangle zeros = RedemptionTriangle.of(
          Triangles.POINTS,
          TriangleRow.of("2021", 1000, 0, 0, 0),
          TriangleRow.of("2022", 1000, 0, 0),
          TriangleRow.of("2023", 1000, 0));

      assertThat(forecast(MACK, zeros).future().value()).isZero();
    }

    @Test
    void somethingFromNothingIsRefusedWithItsAge() {
      RedemptionTriangle late = RedemptionTriangle.of(
          Triangles.POINTS,
          TriangleRow.of("2021", 1000, 0, 50, 70),
          TriangleRow.of("2022", 1000, 0, 40),
          TriangleRow.of("2023", 1000, 0));

      assertThatThrownBy(() -> MACK.fit(late))
          .isInstanceOf(InvalidValueException.class)
          .hasMessage("a factor from age 1 must start from redemptions above 0: 0 became 90.0")
          .extracting("code", "path")
          .containsExactly(FailureCode.DIVISION, "age[1]");
    }
  }

  @Nested
  class WhenPointsRunOut {
    @Test
    void noCohortRedeemsMoreThanItHas() {
      RedemptionTriangle tight = RedemptionTriangle.of(
          Triangles.POINTS,
          TriangleRow.of("2021", 1000, 220, 900),
          TriangleRow.of("2022", 500, 300));
      CohortForecast young = forecast(MACK, tight).cohorts().get(1);

      assertThat(young.future().value()).isEqualTo(200);
      assertThat(young.future().assumptions())
          .contains("cohort 2022 is kept from 0 to its points outstanding");
      assertThat(fit(MACK, tight).path(young.cohort())).containsExactly(300.0, 500.0);
    }

    @Test
    void nothingIsRedeemedAfterExpiry() {
      ChainLadder expiring = ChainLadder.builder()
          .sigmaTail(SigmaTail.MACK)
          .expiryAge(3)
          .tail(Tail.of(1.1))
          .build();
      BreakageForecast forecast = forecast(expiring, Triangles.loyalty());

      assertThat(forecast.cohorts().get(0).future().value()).isZero();
      assertThat(forecast.cohorts().get(1).future().value()).isZero();
      assertThat(forecast.cohorts().get(2).future().value()).isZero();
      // 880 x 4/3: one more year, then the points are gone.
      assertThat(forecast.cohorts().get(3).ultimate()).isCloseTo(880 * 4 / 3.0, within(1e-9));
    }

    @Test
    void aTailGoesOnWithItsErrors() {
      ChainLadder tailed = ChainLadder.builder()
          .sigmaTail(SigmaTail.MACK)
          .tail(new Tail(1.02, 0.01, 0.5))
          .build();
      CohortForecast old = forecast(tailed, Triangles.loyalty()).cohorts().get(0);

      assertThat(old.ultimate()).isCloseTo(765, within(1e-9));
      assertThat(old.parts().orElseThrow().parameter()).isCloseTo(7.5, within(1e-9));
      assertThat(old.parts().orElseThrow().process()).isCloseTo(Math.sqrt(375), within(1e-9));
    }

    @Test
    void theTotalOfOneCohortIsThatCohort() {
      ChainLadder choices = ChainLadder.builder()
          .sigmaTail(SigmaTail.MACK)
          .tail(new Tail(1.02, 0.01, 0.5))
          .expiryAge(8)
          .build();
      Development development = fit(choices, Triangles.loyalty());
      for (int age = 1; age <= 9; age++) {
        BreakageForecast one = development.forecast(List.of(Cohort.of("any", 10_000, 400, age)));

        assertThat(error(one.future()))
            .isCloseTo(error(one.cohorts().get(0).future()), within(1e-9));
      }
    }

    @Test
    void aCohortOlderThanTheTriangleHasTheTailAlone() {
      ChainLadder tailed =
          ChainLadder.builder().sigmaTail(SigmaTail.MACK).tail(Tail.of(1.02)).build();
      Cohort ancient = Cohort.of("2001", 1000, 500, 25);

      assertThat(fit(tailed, Triangles.loyalty()).factorToUltimate(25)).isEqualTo(1.02);
      assertThat(fit(tailed, Triangles.loyalty())
              .forecast(List.of(ancient))
              .future()
              .value())
          .isCloseTo(10, within(1e-9));
    }
  }

  @Test
  void choicesOutOfRangeAreRefused() {
    assertThatThrownBy(() ->
            ChainLadder.builder().sigmaTail(SigmaTail.MACK).latestDiagonals(0).build())
        .isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(
            () -> ChainLadder.builder().sigmaTail(SigmaTail.MACK).expiryAge(0).build())
        .isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> Tail.of(0.9))
        .hasMessage("a tail must have a factor of at least 1: 0.9");
    assertThatThrownBy(() -> new BornhuetterFerguson(fit(MACK, Triangles.loyalty()), 1.01))
        .extracting("code")
        .isEqualTo(FailureCode.PERCENT_RANGE);
  }

  private static Comparator<Double> near(double tolerance) {
    return (one, other) -> Math.abs(one - other) <= tolerance ? 0 : Double.compare(one, other);
  }
}
