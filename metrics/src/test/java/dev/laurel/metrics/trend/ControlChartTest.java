package dev.laurel.metrics.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.metrics.score.ScoreHistogram;
import dev.laurel.metrics.survey.Conventions;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ControlChartTest {
  /** Montgomery's cans of orange juice: faulty ones in thirty samples of fifty. */
  private static final int[] FAULTY = {
    12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12,
    7, 13, 9, 6
  };

  private static final Set<RunRule> BEYOND = EnumSet.of(RunRule.BEYOND_THREE_SIGMA);

  /** Oracle: R, qcc on orangejuice. */
  @Test
  void thePChartIsThatOfThePeer() {
    ControlChart chart = ControlChart.of(juice(), ControlChart.Scatter.SAMPLING);

    ChartPoint first = chart.points().get(0);
    assertThat(first.centre()).isCloseTo(.2313333333, within(6e-11));
    assertThat(first.lower()).isCloseTo(.0524275481, within(6e-11));
    assertThat(first.upper()).isCloseTo(.4102391186, within(6e-11));
    assertThat(chart.signals(BEYOND)).extracting(Signal::at).containsExactly(14, 22);
  }

  /** Oracle: the same without samples 15 and 23. */
  @Test
  void whatIsExplainedDoesNotWidenTheLimits() {
    ControlChart chart = ControlChart.of(juice(), ControlChart.Scatter.SAMPLING, Set.of(14, 22));

    assertThat(chart.points()).hasSize(30);
    assertThat(chart.points().get(0).centre()).isCloseTo(.215, within(6e-11));
    assertThat(chart.points().get(0).lower()).isCloseTo(.0407028400, within(6e-11));
    assertThat(chart.points().get(0).upper()).isCloseTo(.3892971600, within(6e-11));
  }

  /** Oracle: Laney with sigma of z by 2 / sqrt(pi) (decision 39). */
  @Test
  void laneyWidensTheLimitsByWhatIsSeen() {
    ChartPoint point =
        ControlChart.of(juice(), ControlChart.Scatter.LANEY).points().get(0);

    assertThat(point.sigma()
            / ControlChart.of(juice(), ControlChart.Scatter.SAMPLING)
                .points()
                .get(0)
                .sigma())
        .isCloseTo(1.6603086, within(6e-8));
    assertThat(point.upper()).isCloseTo(.5283722, within(2e-7));
    assertThat(point.lower()).isZero();
  }

  /** Oracle: limits of unequal samples, pooled share .85. */
  @Test
  void limitsFollowTheNumberOfAnswers() {
    ControlChart chart = ControlChart.of(
        shares(new long[] {102, 70, 130, 45, 180}, new long[] {120, 90, 150, 60, 200}),
        ControlChart.Scatter.SAMPLING);
    double[] lower = {.752212, .7370841, .7625357, .7117068, .7742537};

    for (int i = 0; i < lower.length; i++) {
      assertThat(chart.points().get(i).centre()).isCloseTo(.85, within(1e-12));
      assertThat(chart.points().get(i).lower()).isCloseTo(lower[i], within(6e-8));
    }
  }

  /** Oracle: NIST 6.3.2.2, whose d2 is 1.128 (decision 39). */
  @Test
  void individualsAreThoseOfTheHandbook() {
    List<Reading> readings = readings(49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1);
    ChartPoint point = ControlChart.individuals(readings, 1.128).points().get(0);
    ChartPoint exact = ControlChart.individuals(readings).points().get(0);

    assertThat(point.centre()).isCloseTo(50.81, within(1e-12));
    assertThat(ControlChart.meanMovingRange(readings)).isCloseTo(1.8777778, within(6e-8));
    assertThat(point.lower()).isCloseTo(45.8159102, within(6e-8));
    assertThat(point.upper()).isCloseTo(55.8040898, within(6e-8));
    assertThat((exact.upper() - exact.centre()) / ControlChart.meanMovingRange(readings))
        .isCloseTo(2.6586808, within(6e-8));
  }

  /** Oracle: the exact factor of the upper range limit, 3.266532, on the readings of NIST. */
  @Test
  void rangesOfNeighboursHaveALimitToo() {
    ControlChart ranges = ControlChart.movingRanges(
        readings(49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1));
    ChartPoint first = ranges.points().get(0);

    assertThat(ranges.points()).hasSize(9);
    assertThat(first.value()).isCloseTo(2, within(1e-12));
    assertThat(first.centre()).isCloseTo(1.8777778, within(6e-8));
    assertThat(first.upper() / first.centre()).isCloseTo(3.266532, within(6e-7));
    assertThat(first.lower()).isZero();
    assertThat(ranges.signals(BEYOND)).isEmpty();
    assertThat(ControlChart.movingRanges(readings(5, 6, 5, 6, 5, 6, 5, 6, 25)).signals(BEYOND))
        .extracting(Signal::at)
        .containsExactly(7);
    assertThatThrownBy(() -> ControlChart.movingRanges(readings(1)))
        .extracting("code")
        .isEqualTo(FailureCode.RANGE);
  }

  /** By hand: scores .3, .5 and .3; a period without answers is no reading. */
  @Test
  void scoresOfPeriodsAreReadings() {
    ScoreHistogram usual = ScoreHistogram.of(Conventions.NPS, 20, 0, 0, 0, 0, 0, 0, 30, 0, 0, 50);
    ScoreHistogram better = ScoreHistogram.of(Conventions.NPS, 10, 0, 0, 0, 0, 0, 0, 30, 0, 0, 60);
    List<Reading> readings =
        series(usual, better, ScoreHistogram.none(Conventions.NPS), usual).readings();

    assertThat(readings)
        .extracting(Reading::label)
        .containsExactly("2026-01-01", "2026-01-02", "2026-01-04");
    assertThat(ControlChart.individuals(readings).points().get(0).upper())
        .isCloseTo(1.1 / 3 + 3 * .2 * Math.sqrt(Math.PI) / 2, within(1e-12));
  }

  /** By hand: pooled 40, 60, 100 of 200 have variance .7 - .09 = .61. */
  @Test
  void aNetScoreHasLimitsOfItsPooledVariance() {
    TumblingSeries series = series(
        ScoreHistogram.of(Conventions.NPS, 20, 0, 0, 0, 0, 0, 0, 30, 0, 0, 50),
        ScoreHistogram.none(Conventions.NPS),
        ScoreHistogram.of(Conventions.NPS, 20, 0, 0, 0, 0, 0, 0, 30, 0, 0, 50));
    ControlChart chart = ControlChart.of(series, ControlChart.Scatter.SAMPLING);

    assertThat(chart.points()).hasSize(2);
    assertThat(chart.points().get(1).upper())
        .isCloseTo(.3 + 3 * Math.sqrt(.61 / 100), within(1e-12));
    assertThat(chart.points().get(1).label()).isEqualTo("2026-01-03");
  }

  @Test
  void answersThatAreAllAlikeRaiseNoAlarm() {
    ScoreHistogram alike = ScoreHistogram.of(Conventions.NPS, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9);
    ControlChart chart = ControlChart.of(
        series(alike, alike, alike, alike, alike, alike, alike, alike), ControlChart.Scatter.LANEY);

    assertThat(chart.signals(EnumSet.complementOf(EnumSet.of(RunRule.FIFTEEN_WITHIN_ONE_SIGMA))))
        .isEmpty();
    assertThat(chart.points().get(0).isOutside()).isFalse();
  }

  @Test
  void noAnswersMakeNoChart_row95() {
    assertThatThrownBy(() -> ControlChart.of(
            series(ScoreHistogram.none(Conventions.NPS)), ControlChart.Scatter.SAMPLING))
        .extracting("code")
        .isEqualTo(FailureCode.DIVISION);
    assertThatThrownBy(() -> ControlChart.individuals(readings(1)))
        .extracting("code")
        .isEqualTo(FailureCode.RANGE);
    assertThatThrownBy(() -> readings(Double.NaN))
        .extracting("code")
        .isEqualTo(FailureCode.NUMBER_NOT_FINITE);
  }

  @Test
  void eachRuleSeesItsPattern() {
    assertThat(rulesMet(0, 0, 0, 3.1)).contains(RunRule.BEYOND_THREE_SIGMA);
    assertThat(rulesMet(0, -2.1, 0, -2.2)).contains(RunRule.TWO_OF_THREE_BEYOND_TWO_SIGMA);
    assertThat(rulesMet(0, 2.1, 0, -2.2)).doesNotContain(RunRule.TWO_OF_THREE_BEYOND_TWO_SIGMA);
    assertThat(rulesMet(1.1, 1.2, 0, 1.1, 1.3)).contains(RunRule.FOUR_OF_FIVE_BEYOND_ONE_SIGMA);
    assertThat(rulesMet(.1, .2, .1, .3, .1, .2, .1, .1)).contains(RunRule.EIGHT_ON_ONE_SIDE);
    assertThat(rulesMet(-3, -2, -1, 0, 1, 2)).contains(RunRule.SIX_RISING_OR_FALLING);
    assertThat(rulesMet(-3, -2, -1, 0, 0, 2)).doesNotContain(RunRule.SIX_RISING_OR_FALLING);
    assertThat(rulesMet(1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0))
        .contains(RunRule.FOURTEEN_ALTERNATING);
    assertThat(rulesMet(.1, .2, -.1, .3, -.1, .2, .1, -.1, .1, .2, .3, -.4, .2, .1, .0))
        .contains(RunRule.FIFTEEN_WITHIN_ONE_SIGMA);
    assertThat(rulesMet(1.1, -1.2, 1.5, -1.1, 1.3, -1.4, 1.1, 1.2))
        .contains(RunRule.EIGHT_BEYOND_ONE_SIGMA);
  }

  /**
   * A million independent normal points, seed 7; the price of each rule is what it is said to be.
   */
  @ParameterizedTest
  @EnumSource
  void falseAlarmsComeAsOftenAsIsSaid(RunRule rule) {
    Random random = new Random(7);
    double[] z =
        IntStream.range(0, 1_000_000).mapToDouble(i -> random.nextGaussian()).toArray();
    long met = IntStream.range(rule.points() - 1, z.length)
        .filter(i -> rule.holds(z, i))
        .count();
    double expected = rule.expectedFalseAlarms(z.length);

    // Patterns overlap, so counts scatter more than independent ones; six of their sigmas.
    assertThat((double) met).isCloseTo(expected, within(6 * Math.sqrt(expected * rule.points())));
  }

  /** The same points: watching all rules costs a false alarm in about forty points. */
  @Test
  void allRulesTogetherCryWolfOnceInForty() {
    Random random = new Random(7);
    double[] z =
        IntStream.range(0, 1_000_000).mapToDouble(i -> random.nextGaussian()).toArray();
    long alarms = IntStream.range(14, z.length)
        .filter(i -> Arrays.stream(RunRule.values()).anyMatch(rule -> rule.holds(z, i)))
        .count();

    assertThat(z.length / (double) alarms).isBetween(37.0, 44.0);
    assertThat(1 / RunRule.BEYOND_THREE_SIGMA.falseAlarm()).isCloseTo(370.4, within(.05));
  }

  @Test
  void rulesHaveTheirPrice() {
    ControlChart chart = ControlChart.of(juice(), ControlChart.Scatter.SAMPLING);

    assertThat(RunRule.BEYOND_THREE_SIGMA.falseAlarm()).isCloseTo(.0026998, within(5e-8));
    assertThat(chart.expectedFalseAlarms(BEYOND)).isCloseTo(30 * .0026998, within(1e-5));
    assertThat(RunRule.EIGHT_ON_ONE_SIDE.expectedFalseAlarms(5)).isZero();
  }

  private static Set<RunRule> rulesMet(double... z) {
    Set<RunRule> met = EnumSet.noneOf(RunRule.class);
    for (RunRule rule : RunRule.values()) {
      if (z.length >= rule.points() && rule.holds(z, z.length - 1)) {
        met.add(rule);
      }
    }
    return met;
  }

  private static TumblingSeries juice() {
    long[] sizes = new long[FAULTY.length];
    Arrays.fill(sizes, 50);
    return shares(Arrays.stream(FAULTY).asLongStream().toArray(), sizes);
  }

  private static TumblingSeries shares(long[] good, long[] all) {
    return series(IntStream.range(0, good.length)
        .mapToObj(i -> ScoreHistogram.of(Conventions.CSAT_THREE, all[i] - good[i], 0, good[i]))
        .toArray(ScoreHistogram[]::new));
  }

  static TumblingSeries series(ScoreHistogram... days) {
    LocalDate first = LocalDate.of(2026, 1, 1);
    ImmutableList.Builder<ScoreWindow> windows = ImmutableList.builder();
    for (int i = 0; i < days.length; i++) {
      windows.add(new ScoreWindow(first.plusDays(i), first.plusDays(i + 1L), days[i]));
    }
    return new TumblingSeries(days[0].definition(), windows.build());
  }

  static List<Reading> readings(double... values) {
    return Arrays.stream(values).mapToObj(value -> new Reading("", value)).toList();
  }
}
