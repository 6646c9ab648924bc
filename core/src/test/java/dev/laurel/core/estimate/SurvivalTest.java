package dev.laurel.core.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SurvivalTest {
  private static final Confidence P95 = Confidence.P95;

  /**
   * R survival, {@code tests/doaml.Rout.save}: acute myelogenous leukaemia, arm Maintained; the
   * second arm is that of {@code aml} in the same package.
   */
  @Nested
  class OfLeukaemia {
    private final long[] left = {9, 13, 18, 23, 31, 34, 48};
    private final StepCurve curve = KaplanMeier.staying(maintained(), CurveError.GREENWOOD);

    @Test
    void thePublishedTable() {
      assertThat(curve.steps().stream().map(StepCurve.Step::time))
          .containsExactly(9L, 13L, 18L, 23L, 31L, 34L, 48L);
      assertThat(curve.steps().stream().map(StepCurve.Step::atRisk))
          .containsExactly(11L, 10L, 8L, 7L, 5L, 4L, 2L);
      assertThat(curve.steps().stream().map(StepCurve.Step::share))
          .usingElementComparator(near(5e-7))
          .containsExactly(0.909091, 0.818182, 0.715909, 0.613636, 0.490909, 0.368182, 0.184091);
      assertThat(curve.steps().stream().map(StepCurve.Step::standardError))
          .usingElementComparator(near(5e-5))
          .containsExactly(0.0867, 0.1163, 0.1397, 0.1526, 0.1642, 0.1627, 0.1535);
    }

    @Test
    void thePublishedIntervals() {
      assertThat(bounds(Interval::lower))
          .usingElementComparator(near(5e-5))
          .containsExactly(0.7541, 0.6192, 0.4884, 0.3769, 0.2549, 0.1549, 0.0359);
      assertThat(bounds(Interval::upper))
          .usingElementComparator(near(5e-4))
          .containsExactly(1.0, 1.0, 1.0, 0.999, 0.946, 0.875, 0.944);
    }

    @Test
    void theMedianIsThePublishedOne() {
      assertThat(curve.firstAtMost(0.5)).hasValue(31);
      assertThat(curve.firstAtMost(0.1)).isEmpty();
      assertThat(curve.at(8)).isEqualTo(1);
      assertThat(curve.at(30)).isCloseTo(0.613636, within(5e-7));
    }

    @Test
    void bothArmsTogether() {
      StepCurve both =
          KaplanMeier.staying(maintained().merge(notMaintained()), CurveError.GREENWOOD);

      assertThat(both.at(5)).isCloseTo(0.913043478, within(5e-10));
      assertThat(both.at(9)).isCloseTo(0.782608696, within(5e-10));
      assertThat(both.at(23)).isCloseTo(0.546583851, within(5e-10));
      assertThat(both.at(48)).isCloseTo(0.082815735, within(5e-10));
      assertThat(both.estimateAt(23, CurveScale.LOG, P95).standardError().orElseThrow())
          .isCloseTo(0.107250642, within(5e-10));
      assertThat(both.firstAtMost(0.5)).hasValue(27);
      assertThat(both.intervalOfFirstAtMost(0.5, CurveScale.LOG, P95))
          .contains(new Interval(18, 45, P95));
      assertThat(both.hazardUntil(48)).isCloseTo(2.16102401771, within(5e-12));
      assertThat(both.hazardUntil(4)).isZero();
    }

    /** R survival 3.5-3, {@code survdiff(Surv(time, status) ~ x, aml)}. */
    @Test
    void theArmsCompared() {
      LogRank arms = LogRank.between(maintained(), notMaintained());

      assertThat(KaplanMeier.staying(notMaintained(), CurveError.GREENWOOD).firstAtMost(0.5))
          .hasValue(23);
      assertThat(arms.observed()).isEqualTo(7);
      assertThat(arms.expected()).isCloseTo(10.69, within(5e-3));
      assertThat(arms.chiSquare()).isCloseTo(3.39638869898, within(5e-12));
      assertThat(arms.pValue()).isCloseTo(0.0653393220, within(5e-11));
      assertThat(arms.z()).isNegative();
    }

    /** Of the maintained arm no upper bound falls to one half, so that the median has no end. */
    @Test
    void aMedianMayHaveNoEnd() {
      assertThat(curve.intervalOfFirstAtMost(0.5, CurveScale.LOG, P95))
          .contains(new Interval(18, Double.POSITIVE_INFINITY, P95));
      assertThat(curve.intervalOfFirstAtMost(0.01, CurveScale.LOG, P95)).isEmpty();
    }

    @Test
    void theScaleOfTheIntervalIsNamed() {
      Estimate first = curve.estimateAt(9, CurveScale.LOG_LOG, P95);

      // -log(-log 0.909091) = 2.3506, its error 0.0867 / (0.9091 x 0.0953) = 1.0004.
      assertThat(first.interval().orElseThrow().lower()).isCloseTo(0.508, within(5e-4));
      assertThat(first.interval().orElseThrow().upper()).isCloseTo(0.987, within(5e-4));
      assertThat(curve
              .estimateAt(9, CurveScale.PLAIN, P95)
              .interval()
              .orElseThrow()
              .lower())
          .isCloseTo(0.7392, within(5e-5));
      assertThat(first.method()).isEqualTo("Kaplan-Meier, Greenwood");
    }

    private Spells maintained() {
      Spells.Builder spells = Spells.endingIn("relapsed");
      for (long time : left) {
        spells.add(time, "relapsed");
      }
      for (long time : new long[] {13, 28, 45, 161}) {
        spells.addCensored(time);
      }
      return spells.build();
    }

    private Spells notMaintained() {
      Spells.Builder spells = Spells.endingIn("relapsed");
      for (long time : new long[] {5, 5, 8, 8, 12, 23, 27, 30, 33, 43, 45}) {
        spells.add(time, "relapsed");
      }
      return spells.addCensored(16).build();
    }

    private List<Double> bounds(Function<Interval, Double> bound) {
      return curve.steps().stream()
          .map(step -> curve.estimateAt(step.time(), CurveScale.LOG, P95))
          .map(estimate -> bound.apply(estimate.interval().orElseThrow()))
          .toList();
    }
  }

  /** Ten equal lots, constructed for the specification: months 2R 3R 3R 4c 5R 6X 6X 7c 8R 12X. */
  @Nested
  class OfCompetingExits {
    private final Spells lots = lots(1);
    private final CompetingRisks risks = CompetingRisks.of(lots);

    @Test
    void whatExpiresCannotBeRedeemed() {
      assertThat(risks.leavingIn("redeemed").last()).isCloseTo(71 / 120.0, within(1e-12));
      assertThat(risks.leavingIn("expired").last()).isCloseTo(49 / 120.0, within(1e-12));
      assertThat(risks.staying().last()).isZero();
    }

    @Test
    void takingExpiryForLossOverstatesRedemption() {
      double naive =
          1 - KaplanMeier.stayingButFor("redeemed", lots, CurveError.GREENWOOD).last();

      assertThat(naive).isCloseTo(17 / 24.0, within(1e-12));
      assertThat(risks.leavingIn("redeemed").last()).isLessThan(naive);
    }

    @Test
    void whatIsStillThereHasItsOwnShare() {
      Estimate rest = risks.stillLeavingIn("redeemed", List.of(new CompetingRisks.Staying(3, 700)));

      // 0.3 were redeemed by month 3 and 0.7 stay: (71/120 - 3/10) / (7/10) of what is left.
      assertThat(rest.value()).isCloseTo(700 * (71 / 120.0 - 0.3) / 0.7, within(1e-9));
      assertThat(rest.standardError().orElseThrow()).isPositive();
      assertThat(risks
              .stillLeavingIn("redeemed", List.of(new CompetingRisks.Staying(0, 1)))
              .standardError()
              .orElseThrow())
          .isCloseTo(risks.leavingIn("redeemed").lastError().orElseThrow(), within(1e-12));
      assertThat(risks
              .stillLeavingIn("redeemed", List.of(new CompetingRisks.Staying(12, 9)))
              .value())
          .isZero();
    }

    @Test
    void pointsAreNotObservations() {
      StepCurve weighted = CompetingRisks.of(lots(500)).leavingIn("redeemed");

      assertThat(weighted.last()).isCloseTo(71 / 120.0, within(1e-12));
      assertThat(weighted.lastError().orElseThrow())
          .isCloseTo(risks.leavingIn("redeemed").lastError().orElseThrow(), within(1e-12));
      assertThatThrownBy(() -> KaplanMeier.staying(lots(500), CurveError.GREENWOOD))
          .isInstanceOf(InvalidValueException.class)
          .hasMessage(
              "the error of Greenwood must be of spells that count once and stand alone: 10 spells");
    }

    @Test
    void lotsOfOneMemberAreOneObservation() {
      Spells.Builder alone = Spells.endingIn("redeemed", "expired");
      Spells.Builder together = Spells.endingIn("redeemed", "expired");
      for (int i = 0; i < 20; i++) {
        String cause = i % 5 == 0 ? "expired" : "redeemed";
        alone.add(1 + i / 4, cause);
        together.add(1 + i / 4, cause, 1, "member " + i / 2);
      }
      double naive = CompetingRisks.of(alone.build())
          .leavingIn("redeemed")
          .estimateAt(2, CurveScale.PLAIN, P95)
          .standardError()
          .orElseThrow();

      assertThat(CompetingRisks.of(together.build())
              .leavingIn("redeemed")
              .estimateAt(2, CurveScale.PLAIN, P95)
              .standardError()
              .orElseThrow())
          .isGreaterThan(naive);
    }

    private Spells lots(long weight) {
      Spells.Builder spells = Spells.endingIn("redeemed", "expired");
      spells.add(2, "redeemed", weight, "").add(3, "redeemed", weight, "");
      spells.add(3, "redeemed", weight, "").addCensored(4, weight, "");
      spells.add(5, "redeemed", weight, "").add(6, "expired", weight, "");
      spells.add(6, "expired", weight, "").addCensored(7, weight, "");
      return spells
          .add(8, "redeemed", weight, "")
          .add(12, "expired", weight, "")
          .build();
    }
  }

  @Nested
  class OfBadInput {
    @Test
    void nobodyMakesAFlatCurve() {
      StepCurve curve = KaplanMeier.staying(Spells.endingIn("left").build(), CurveError.CLUSTERED);

      assertThat(curve.steps()).isEmpty();
      assertThat(curve.at(100)).isEqualTo(1);
      assertThat(curve.lastError()).isEmpty();
      assertThat(CompetingRisks.of(Spells.endingIn("left").build())
              .stillLeavingIn("left", List.of(new CompetingRisks.Staying(1, 5)))
              .value())
          .isZero();
    }

    @Test
    void nobodyLeavesAtNoPace() {
      Spells nobody = Spells.endingIn("left").build();

      assertThat(LogRank.between(nobody, nobody)).isEqualTo(new LogRank(0, 0, 0));
      assertThat(LogRank.between(nobody, nobody).pValue()).isEqualTo(1);
      assertThatThrownBy(() -> LogRank.between(nobody, Spells.endingIn("gone").build()))
          .isInstanceOf(InvalidValueException.class)
          .extracting("code")
          .isEqualTo(FailureCode.TYPE_MISMATCH);
      assertThatThrownBy(() -> LogRank.between(
              nobody, Spells.endingIn("left").add(1, "left", 500, "").build()))
          .isInstanceOf(InvalidValueException.class)
          .extracting("code")
          .isEqualTo(FailureCode.VALUE_INVALID);
      assertThatThrownBy(() -> new LogRank(1, Double.NaN, 1))
          .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void whatCannotBeIsRefused() {
      Spells.Builder spells = Spells.endingIn("left");

      assertThatThrownBy(() -> spells.add(-1, "left"))
          .hasMessage("a spell must have a time and a weight of at least 0: -1, 1");
      assertThatThrownBy(() -> spells.add(1, "right"))
          .hasMessage("a cause must be one of [left]: right");
      assertThatThrownBy(() -> Spells.endingIn("left", "left"))
          .extracting("code")
          .isEqualTo(FailureCode.CONFIG_DUPLICATE);
      assertThatThrownBy(() -> spells.build().merge(Spells.endingIn("right").build()))
          .hasMessage("spells must end in the same causes to be merged: [left] and [right]");
      assertThatThrownBy(() -> new CompetingRisks.Staying(1, -1))
          .isInstanceOf(InvalidValueException.class);
    }
  }

  @Test
  void theShapeOfErrorsIsNamed() {
    assertThat(ErrorShape.LOGNORMAL.quantile(1738.7751, 41.2330, 0.95))
        .isCloseTo(1807.42, within(5e-3));
    assertThat(ErrorShape.NORMAL.quantile(1738.7751, 41.2330, 0.95))
        .isCloseTo(1806.60, within(5e-3));
    assertThat(ErrorShape.LOGNORMAL.interval(5, 0, P95)).isEqualTo(new Interval(5, 5, P95));
    assertThatThrownBy(() -> ErrorShape.LOGNORMAL.interval(0, 1, P95))
        .hasMessage("a lognormal estimate must be above 0: 0.0");
    assertThatThrownBy(() -> ErrorShape.NORMAL.quantile(0, -1, 0.5))
        .isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> ErrorShape.NORMAL.quantile(0, 1, 1))
        .extracting("code")
        .isEqualTo(FailureCode.PERCENT_RANGE);
  }

  @Test
  void anEstimateIsStretchedAndShiftedWithItsError() {
    Estimate.Builder builder = Estimate.builder().value(300).method("any").standardError(40);
    Estimate share =
        builder.interval(new Interval(220, 380, P95)).build().times(-0.001).plus(1);

    assertThat(share.value()).isCloseTo(0.7, within(1e-12));
    assertThat(share.standardError().orElseThrow()).isCloseTo(0.04, within(1e-12));
    assertThat(share.interval().orElseThrow().lower()).isCloseTo(0.62, within(1e-12));
  }

  private static Comparator<Double> near(double tolerance) {
    return (one, other) -> Math.abs(one - other) <= tolerance ? 0 : Double.compare(one, other);
  }
}
