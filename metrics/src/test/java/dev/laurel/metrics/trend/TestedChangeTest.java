package dev.laurel.metrics.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.metrics.score.ScoreHistogram;
import dev.laurel.metrics.survey.Conventions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.junit.jupiter.api.Test;

class TestedChangeTest {
  private static final ChangeTest USUAL = new ChangeTest(999, 5);

  /** Oracle: all 5040 orders of seven numbers, one by one. */
  @Test
  void shufflingApproachesAllOrders() {
    double[] values = {3, 1, 4, 2, 9, 6, 8};
    double seen = Split.ofMeans(values).improvement();
    long[] found = new long[2];
    permute(values, 0, order -> {
      found[0]++;
      found[1] += Split.ofMeans(order).improvement() >= seen - 1e-9 ? 1 : 0;
    });
    double exact = (double) found[1] / found[0];

    double p = new ChangeTest(20_000, 1)
        .ofMeans(ControlChartTest.readings(values))
        .orElseThrow()
        .pValue();
    assertThat(found[0]).isEqualTo(5040);
    assertThat(exact).isBetween(.01, .3);
    // Four standard errors of a share of 20,000.
    assertThat(p).isCloseTo(exact, within(4 * Math.sqrt(exact * (1 - exact) / 20_000)));
  }

  /**
   * Oracle: the exact distribution of Worsley (1983) for shares, by a recursion over windows: given
   * the total, what lies before each place walks with hypergeometric steps.
   */
  @Test
  void shuffledAnswersHaveTheExactDistributionOfWorsley() {
    int[] good = {9, 8, 10, 7, 5, 6, 4, 5};
    int[] all = {12, 10, 14, 10, 11, 12, 10, 12};
    TumblingSeries series = shares(good, all);
    double seen = ChangePoint.ofCounts(series).orElseThrow().improvement();

    double exact = 1 - probabilityBelow(seen - 1e-9, Arrays.stream(good).sum(), all);
    double p = new ChangeTest(20_000, 2).ofCounts(series).orElseThrow().pValue();

    assertThat(exact).isBetween(.01, .3);
    assertThat(p).isCloseTo(exact, within(4 * Math.sqrt(exact * (1 - exact) / 20_000)));
  }

  /**
   * The flow of the Nile: F at the best place is 75.93, as strucchange of R has it, and no order of
   * 999 falls apart as well.
   */
  @Test
  void theNileFellBeyondChance() {
    ChangeTest.Tested nile =
        USUAL.ofMeans(ControlChartTest.readings(ShiftTest.NILE)).orElseThrow();
    double left = Math.exp(-nile.change().improvement() / 100);

    assertThat(nile.change().index()).isEqualTo(28);
    assertThat(98 * (1 - left) / left).isCloseTo(75.93, within(.005));
    assertThat(nile.asGood()).isZero();
    assertThat(nile.pValue()).isEqualTo(.001);
    assertThat(nile.isSignificant(Confidence.P95)).isTrue();
  }

  @Test
  void theSameSeedGivesTheSameValue() {
    List<Reading> readings = ControlChartTest.readings(5, 3, 6, 4, 7, 5, 8);

    assertThat(USUAL.ofMeans(readings)).isEqualTo(USUAL.ofMeans(readings));
  }

  /**
   * Seed 3: three hundred series of twenty months in which nothing changes. At 5 % fifteen may be
   * called changed; whoever takes the chosen place for given calls nearly half of them so.
   */
  @Test
  void aPlaceThatWasChosenIsNotTakenForGiven() {
    Random random = new Random(3);
    int called = 0;
    int naive = 0;
    for (int i = 0; i < 300; i++) {
      int[] good = IntStream.range(0, 20)
          .map(month ->
              (int) IntStream.range(0, 30).filter(j -> random.nextBoolean()).count())
          .toArray();
      int[] all = new int[20];
      Arrays.fill(all, 30);
      ChangeTest.Tested tested =
          new ChangeTest(99, i).ofCounts(shares(good, all)).orElseThrow();
      called += tested.pValue() <= .05 ? 1 : 0;
      double given =
          ChiSquaredDistribution.of(1).survivalProbability(tested.change().improvement());
      naive += given <= .05 ? 1 : 0;
    }

    assertThat(called).isBetween(5, 26);
    assertThat(naive).isGreaterThan(100);
  }

  /** Seed 9: months that scatter more than sampling does, without a change. */
  @Test
  void whereMonthsScatterWholeMonthsAreShuffled() {
    Random random = new Random(9);
    int byAnswers = 0;
    int byMonths = 0;
    for (int i = 0; i < 60; i++) {
      int[] good = IntStream.range(0, 20)
          .map(month -> 500 + (int) (60 * random.nextGaussian()))
          .toArray();
      int[] all = new int[20];
      Arrays.fill(all, 1000);
      ChangeTest test = new ChangeTest(99, i);
      byAnswers += test.ofCounts(shares(good, all)).orElseThrow().pValue() <= .05 ? 1 : 0;
      byMonths += test.ofMeans(shares(good, all).readings()).orElseThrow().pValue() <= .05 ? 1 : 0;
    }

    assertThat(byAnswers).isGreaterThan(50);
    assertThat(byMonths).isLessThan(10);
  }

  /** Three in four were content, then one in four; on the day between nobody answered. */
  @Test
  void aChangeReadsWithoutStatistics() {
    ScoreHistogram good = ScoreHistogram.of(Conventions.CSAT_THREE, 10, 0, 30);
    ScoreHistogram poor = ScoreHistogram.of(Conventions.CSAT_THREE, 30, 0, 10);
    ScoreHistogram none = ScoreHistogram.none(Conventions.CSAT_THREE);
    TumblingSeries fell = ControlChartTest.series(good, good, none, poor, poor);
    TumblingSeries flat = ControlChartTest.series(good, good, good);
    ChangeTest.Tested tested = USUAL.ofCounts(fell).orElseThrow();

    assertThat(tested.change().since(fell).from()).hasToString("2026-01-04");
    assertThat(said(fell))
        .isEqualTo("The answers most likely changed with the period from 2026-01-04: Customer"
            + " Satisfaction 75 % before, 25 % since. Chance alone would make so clear a cut once"
            + " in 1,000 (p 0.001).");
    assertThat(said(flat))
        .isEqualTo("Nothing shows that the answers ever changed. The clearest cut is at"
            + " 2026-01-02: Customer Satisfaction 75 % before, 75 % since. Chance alone would make"
            + " so clear a cut 100 times in 100 (p 1.00).");
    assertThatThrownBy(() -> new ChangePoint(4, 0, 0, 0, 0).since(flat))
        .hasMessage("a series must have answers after its change: 3 windows, change after 4")
        .extracting("code")
        .isEqualTo(FailureCode.RANGE);
  }

  private static String said(TumblingSeries series) {
    ChangeTest.Tested tested = USUAL.ofCounts(series).orElseThrow();
    return ChangePointText.text(
        series.definition(), tested.change().since(series).from(), tested, Confidence.P95);
  }

  @Test
  void whereThereIsNoChangePointThereIsNoTest() {
    assertThat(USUAL.ofMeans(List.of())).isEmpty();
    assertThat(USUAL.ofMeans(ControlChartTest.readings(5, 5, 5))).isEmpty();
    assertThat(USUAL.ofCounts(ControlChartTest.series(ScoreHistogram.none(Conventions.NPS))))
        .isEmpty();
  }

  @Test
  void answersThatAreAllAlikeSayNothing() {
    ScoreHistogram alike = ScoreHistogram.of(Conventions.CSAT_THREE, 0, 0, 9);

    assertThat(
            USUAL.ofCounts(ControlChartTest.series(alike, alike)).orElseThrow().pValue())
        .isEqualTo(1);
  }

  @Test
  void tooFewShufflesAndTooManyAnswersAreRefused() {
    ScoreHistogram many = ScoreHistogram.of(Conventions.CSAT_THREE, 1_500_000, 0, 1_500_000);

    assertThatThrownBy(() -> new ChangeTest(98, 1)).extracting("code").isEqualTo(FailureCode.RANGE);
    assertThatThrownBy(() -> USUAL.ofCounts(ControlChartTest.series(many, many)))
        .extracting("code")
        .isEqualTo(FailureCode.LIMIT_EXCEEDED);
  }

  private static TumblingSeries shares(int[] good, int[] all) {
    return ControlChartTest.series(IntStream.range(0, good.length)
        .mapToObj(i -> ScoreHistogram.of(Conventions.CSAT_THREE, all[i] - good[i], 0, good[i]))
        .toArray(ScoreHistogram[]::new));
  }

  /** The probability that no place improves the likelihood so much. */
  private static double probabilityBelow(double improvement, int total, int[] sizes) {
    int all = Arrays.stream(sizes).sum();
    double[] reached = new double[total + 1];
    reached[0] = 1;
    int seen = 0;
    for (int size : sizes) {
      double[] next = new double[total + 1];
      for (int before = 0; before <= total; before++) {
        if (reached[before] > 0) {
          var step = HypergeometricDistribution.of(all - seen, total - before, size);
          for (int more = 0; more <= Math.min(size, total - before); more++) {
            int now = before + more;
            boolean isBelow = seen + size == all
                || Split.ofCounts(halves(now, seen + size, total, all)).improvement() < improvement;
            next[now] += isBelow ? reached[before] * step.probability(more) : 0;
          }
        }
      }
      reached = next;
      seen += size;
    }
    return Arrays.stream(reached).sum();
  }

  private static long[][] halves(int good, int answers, int allGood, int all) {
    return new long[][] {
      LongStream.of(answers - good, good).toArray(),
      LongStream.of((long) all - answers - (allGood - good), allGood - good).toArray()
    };
  }

  private static void permute(double[] values, int from, Consumer<double[]> each) {
    if (from == values.length) {
      each.accept(values.clone());
      return;
    }
    for (int i = from; i < values.length; i++) {
      swap(values, from, i);
      permute(values, from + 1, each);
      swap(values, from, i);
    }
  }

  private static void swap(double[] values, int one, int other) {
    double held = values[one];
    values[one] = values[other];
    values[other] = held;
  }
}
