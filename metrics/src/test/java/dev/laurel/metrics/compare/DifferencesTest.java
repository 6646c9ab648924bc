package dev.laurel.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.estimate.WelchDifference;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.metrics.score.NetCounts;
import dev.laurel.metrics.score.ScoreHistogram;
import dev.laurel.metrics.survey.Conventions;
import dev.laurel.metrics.survey.MetricDefinition;
import dev.laurel.metrics.survey.MetricRule;
import dev.laurel.metrics.survey.Scale;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferencesTest {
  private static final Offset<Double> PRINTED = within(6e-11);
  private static final NetDifference CLOSE =
      new NetDifference(new NetCounts(20, 30, 50), new NetCounts(30, 30, 40));
  private static final NetDifference EDGE =
      new NetDifference(new NetCounts(8, 13, 15), new NetCounts(10, 10, 5));

  /** Oracle: R 4.2.2 on the package NPS of brendan-r, two samples (decision 34). */
  @ParameterizedTest
  @CsvSource({
    "CLOSE, wald, .2, .1140175425, -.0234702769, .4234702769, .0794106260",
    "CLOSE, adjusted, .1941747573, .1120891602, -.0255159598, .4138654744, .0832158675",
    "EDGE, wald, .3944444444, .1977287878, .0069031416, .7819857472, .0460563885",
    "EDGE, adjusted, .3580586081, .1875869173, -.0096049937, .7257222098, .0562929188"
  })
  void differencesAreThoseOfThePeer(
      String pair,
      String method,
      double difference,
      double error,
      double lower,
      double upper,
      double p) {
    NetDifference two = pair.equals("CLOSE") ? CLOSE : EDGE;
    Significance test =
        method.equals("wald") ? two.wald(Confidence.P95) : two.adjustedWald(Confidence.P95);

    assertThat(test.difference()).isCloseTo(difference, PRINTED);
    assertThat(test.standardError()).isCloseTo(error, PRINTED);
    assertThat(test.interval().lower()).isCloseTo(lower, PRINTED);
    assertThat(test.interval().upper()).isCloseTo(upper, PRINTED);
    assertThat(test.pValue()).isCloseTo(p, PRINTED);
  }

  /** Oracle: R, t.test on answers coded -1, 0, 1. */
  @Test
  void welchIsThatOfThePeer() {
    assertThat(CLOSE.welch(Confidence.P95).pValue()).isCloseTo(.0824857716, PRINTED);
    assertThat(EDGE.welch(Confidence.P95).pValue()).isCloseTo(.0553082660, PRINTED);
    assertThat(welch(CLOSE).freedom()).isCloseTo(197.253, within(6e-4));
    assertThat(welch(EDGE).freedom()).isCloseTo(52.739, within(6e-4));
  }

  private static WelchDifference welch(NetDifference two) {
    return NetDifference.Welch.difference(
        NetDifference.Moments.of(two.first(), 0), NetDifference.Moments.of(two.second(), 0));
  }

  @Test
  void theVerdictTurnsWithTheMethod() {
    assertThat(EDGE.wald(Confidence.P95).isSignificant()).isTrue();
    assertThat(EDGE.adjustedWald(Confidence.P95).isSignificant()).isFalse();
  }

  /** R NPS 2: a difference loses its sign, and one of -30 is "not significant". */
  @Test
  void aFallIsAsSignificantAsARise() {
    NetCounts low = new NetCounts(120, 60, 20);
    NetCounts high = new NetCounts(20, 60, 120);
    Significance fall = new NetDifference(low, high).adjustedWald(Confidence.P95);
    Significance rise = new NetDifference(high, low).adjustedWald(Confidence.P95);

    assertThat(fall.difference()).isNegative().isEqualTo(-rise.difference());
    assertThat(fall.isSignificant()).isTrue();
    assertThat(fall.pValue()).isEqualTo(rise.pValue());
  }

  /** R NPS 1.1: p = 1 - (2 Phi - 1) rounds to zero; the survival function does not. */
  @Test
  void aTinyPValueIsNotZero() {
    NetDifference far = new NetDifference(new NetCounts(90, 5, 5), new NetCounts(5, 5, 90));

    assertThat(far.wald(Confidence.P95).pValue()).isPositive().isLessThan(1e-60);
  }

  /** nps_stats: passives of the second group divided by the first group's answers. */
  @Test
  void eachSideIsDividedByItsOwnAnswers() {
    NetDifference unequal = new NetDifference(new NetCounts(1, 2, 7), new NetCounts(100, 600, 300));

    assertThat(unequal.value()).isCloseTo(0.6 - 0.2, PRINTED);
    assertThat(unequal.wald(Confidence.P95).standardError())
        .isCloseTo(Math.sqrt(.44 / 10 + .36 / 1000), PRINTED);
  }

  /** Oracle: R, chisq.test and prop.trend.test, binom.test. */
  @Test
  void otherTestsAreThoseOfThePeer() {
    DistributionShift shift =
        DistributionShift.ofClasses(new NetCounts(20, 30, 50), new NetCounts(30, 30, 40));
    List<Proportion> rising = List.of(
        Proportion.of(80, 120),
        Proportion.of(85, 120),
        Proportion.of(90, 120),
        Proportion.of(99, 120));

    assertThat(shift.statistic()).isCloseTo(3.1111111, within(5e-8));
    assertThat(shift.freedom()).isEqualTo(2);
    assertThat(shift.pValue()).isCloseTo(.2110720878, PRINTED);
    assertThat(ShareTests.trendStatistic(rising)).isCloseTo(8.2733387140, within(6e-10));
    // The specification cuts .00402314568 off after ten places.
    assertThat(ShareTests.trend(rising)).isCloseTo(.0040231456, within(1e-10));
    assertThat(ShareTests.exact(Proportion.of(412, 500), .8)).isCloseTo(.1983213614, PRINTED);
    assertThat(ShareTests.exact(Proportion.of(42, 50), .8)).isCloseTo(.5966640228, PRINTED);
    assertThat(ShareTests.exact(Proportion.of(9, 10), .5)).isCloseTo(.021484375, PRINTED);
  }

  @Test
  void oneScoreCanHideTwoPictures() {
    DistributionShift shift =
        DistributionShift.ofClasses(new NetCounts(50, 0, 50), new NetCounts(0, 100, 0));

    assertThat(shift.pValue()).isLessThan(1e-10);
    assertThat(DistributionShift.ofClasses(new NetCounts(0, 0, 5), new NetCounts(0, 0, 9))
            .pValue())
        .isEqualTo(1);
    assertThat(DistributionShift.ofAnswers(
                ScoreHistogram.of(Conventions.CSAT, 1, 2, 3, 4, 5),
                ScoreHistogram.of(Conventions.CSAT, 1, 2, 3, 4, 5))
            .leastExpected())
        .isEqualTo(1);
  }

  /** By hand: two segments differ in Q by the square of their z. */
  @Test
  void homogeneityOfTwoSegmentsIsTheSquareOfTheirDifference() {
    Homogeneity two = Homogeneity.of(List.of(EDGE.first(), EDGE.second(), NetCounts.NONE));
    Significance test = EDGE.adjustedWald(Confidence.P95);

    assertThat(two.freedom()).isEqualTo(1);
    assertThat(two.statistic())
        .isCloseTo(Math.pow(test.difference() / test.standardError(), 2), within(1e-12));
    assertThat(two.pValue()).isCloseTo(test.pValue(), within(1e-12));
    assertThat(two.isSignificant(Confidence.P95)).isFalse();
  }

  /** Oracle: R, oneway.test on InsectSprays: F 36.065 with 5 and 30.043 degrees, p 7.999e-12. */
  @Test
  void meansOfSegmentsAreComparedAsThePeerDoes() {
    Homogeneity sprays = Homogeneity.ofScores(List.of(
        insects(10, 7, 20, 14, 14, 12, 10, 23, 17, 20, 14, 13),
        insects(11, 17, 21, 11, 16, 14, 17, 17, 19, 21, 7, 13),
        insects(0, 1, 7, 2, 3, 1, 2, 1, 3, 0, 1, 4),
        insects(3, 5, 12, 6, 4, 3, 5, 5, 5, 5, 2, 4),
        insects(3, 5, 3, 5, 3, 6, 1, 1, 3, 2, 6, 4),
        insects(11, 9, 15, 22, 15, 16, 13, 10, 26, 26, 24, 13)));

    assertThat(sprays.freedom()).isEqualTo(5);
    assertThat(sprays.pValue()).isCloseTo(7.999e-12, within(6e-16));
  }

  /** Oracle: scipy, chi2_contingency on good and other answers. */
  @Test
  void sharesOfSegmentsAreComparedAsThePeerDoes() {
    Homogeneity months = Homogeneity.ofScores(List.of(
        ScoreHistogram.of(Conventions.CSAT, 0, 0, 40, 40, 40),
        ScoreHistogram.of(Conventions.CSAT, 35, 0, 0, 85, 0),
        ScoreHistogram.of(Conventions.CSAT, 0, 30, 0, 0, 90),
        ScoreHistogram.of(Conventions.CSAT, 0, 0, 21, 99, 0)));

    assertThat(months.statistic()).isCloseTo(8.4799569545, within(6e-11));
    assertThat(months.freedom()).isEqualTo(3);
    assertThat(months.pValue()).isCloseTo(.037067119719, within(6e-13));
  }

  @Test
  void segmentsOfOneMetricOnlyAreCompared() {
    ScoreHistogram nps = ScoreHistogram.of(Conventions.NPS, 8, 0, 0, 0, 0, 0, 0, 13, 0, 0, 15);
    ScoreHistogram other = ScoreHistogram.of(Conventions.NPS, 10, 0, 0, 0, 0, 0, 0, 10, 0, 0, 5);
    ScoreHistogram none = ScoreHistogram.none(Conventions.NPS);

    assertThat(Homogeneity.ofScores(List.of(nps, none, other)))
        .isEqualTo(Homogeneity.of(List.of(EDGE.first(), EDGE.second())));
    assertThatThrownBy(() -> Homogeneity.ofScores(List.of(nps, insects(1, 2))))
        .extracting("code")
        .isEqualTo(FailureCode.DEFINITION_MISMATCH);
    assertThatThrownBy(() -> Homogeneity.ofScores(List.of(nps, none)))
        .extracting("code")
        .isEqualTo(FailureCode.DIVISION);
  }

  @Test
  void whereAllAnswersAreAlikeNothingIsClaimed() {
    assertThat(Homogeneity.ofScores(List.of(insects(3, 3), insects(5, 5))).pValue())
        .isEqualTo(1);
    assertThat(Homogeneity.ofScores(List.of(
                ScoreHistogram.of(Conventions.CSAT, 0, 0, 0, 0, 4),
                ScoreHistogram.of(Conventions.CSAT, 0, 0, 0, 9, 0)))
            .pValue())
        .isEqualTo(1);
  }

  private static ScoreHistogram insects(int... counts) {
    MetricDefinition.Builder definition =
        MetricDefinition.builder().name("insects").version(1);
    definition.title("Insects").scale(Scale.rising(0, 26)).rule(new MetricRule.MeanAnswer());
    long[] answers = new long[27];
    for (int count : counts) {
      answers[count]++;
    }
    return ScoreHistogram.of(definition.build(), answers);
  }

  @Test
  void nothingToCompareIsSaidSo() {
    assertThatThrownBy(() -> new NetDifference(NetCounts.NONE, EDGE.first()))
        .extracting("code")
        .isEqualTo(FailureCode.DIVISION);
    assertThatThrownBy(() -> Homogeneity.of(List.of(EDGE.first())))
        .extracting("code")
        .isEqualTo(FailureCode.DIVISION);
    assertThatThrownBy(() -> ShareTests.trend(List.of(Proportion.of(1, 2), Proportion.of(0, 0))))
        .extracting("code")
        .isEqualTo(FailureCode.DIVISION);
    assertThatThrownBy(() -> DistributionShift.ofClasses(NetCounts.NONE, EDGE.first()))
        .extracting("code")
        .isEqualTo(FailureCode.DIVISION);
    assertThatThrownBy(
            () -> new NetDifference(new NetCounts(0, 0, 1), EDGE.first()).welch(Confidence.P95))
        .extracting("code")
        .isEqualTo(FailureCode.DIVISION);
    assertThatThrownBy(
            () -> welch(new NetDifference(new NetCounts(0, 0, 9), new NetCounts(0, 0, 9))))
        .extracting("code")
        .isEqualTo(FailureCode.DIVISION);
  }
}
