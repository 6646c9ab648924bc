package dev.laurel.metrics.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The coverage that the documentation of {@link NetMethod} claims, computed and not simulated: over
 * 171 true distributions, of shares that are multiples of 5 % and none zero.
 */
class CoverageTest {
  private static final int PARTS = 20;
  private static final double[] LOG_FACTORIALS = logFactorials(100);

  /** What becomes of the intervals of samples of one true distribution. */
  private record Figures(double covered, double width, double leaves) {}

  /** Mean and least coverage, mean width, and how often the interval leaves the scale. */
  @ParameterizedTest
  @CsvSource({
    "10, WALD, .880, .649, .810, .170",
    "10, ADJUSTED_WALD, .955, .930, .766, .069",
    "10, SCORE, .963, .940, .814, 0",
    "20, WALD, .920, .740, .600, .059",
    "20, ADJUSTED_WALD, .951, .939, .578, .013",
    "20, SCORE, .955, .944, .597, 0",
    "30, WALD, .930, .879, .496,",
    "30, ADJUSTED_WALD, .950, .940, .483,",
    "30, SCORE, .952, .938, .494, 0",
    "50, WALD, .937, .884, .388,",
    "50, ADJUSTED_WALD, .950, .943, .382,",
    "50, SCORE, .951, .944, .387, 0",
    "100, WALD, .944, .925, .277,",
    "100, ADJUSTED_WALD, .950, .947, .274,",
    "100, SCORE, .951, .948, .276, 0"
  })
  void coverageIsAsDocumented(
      int n, NetMethod method, double mean, double least, double width, @Nullable Double leaves) {
    List<Figures> figures = figures(n, sample -> method.unclipped(sample, Confidence.P95));

    assertCoverage(figures, mean, least, width);
    if (leaves != null) {
      assertThat(mean(figures, Figures::leaves)).isCloseTo(leaves, within(0.001));
    }
  }

  /** What else might be added to the sides and the middle, and is not offered. */
  @ParameterizedTest
  @CsvSource({
    "10, .5, 1, .946, .905, .787",
    "10, 1, 1, .961, .932, .796",
    "10, 1, 2, .948, .902, .745",
    "20, .5, 1, .947, .928, .586",
    "20, 1, 1, .957, .939, .591",
    "20, 1, 2, .951, .925, .569",
    "30, .5, 1, .948, .935, .488",
    "30, 1, 1, .953, .940, .490",
    "30, 1, 2, .950, .934, .478",
    "50, .5, 1, .949, .941, .384",
    "50, 1, 1, .953, .945, .385",
    "50, 1, 2, .951, .943, .379",
    "100, .5, 1, .949, .946, .275",
    "100, 1, 1, .951, .947, .275",
    "100, 1, 2, .950, .947, .273"
  })
  void otherAdditionsCoverLessOrAreWider(
      int n, double side, double middle, double mean, double least, double width) {
    assertCoverage(figures(n, sample -> waldAfterAdding(sample, side, middle)), mean, least, width);
  }

  private static void assertCoverage(
      List<Figures> figures, double mean, double least, double width) {
    assertThat(figures).hasSize(171);
    assertThat(mean(figures, Figures::covered)).isCloseTo(mean, within(0.001));
    assertThat(figures.stream().mapToDouble(Figures::covered).min().orElseThrow())
        .isCloseTo(least, within(0.001));
    assertThat(mean(figures, Figures::width)).isCloseTo(width, within(0.001));
  }

  private static double mean(List<Figures> figures, ToDoubleFunction<Figures> of) {
    return figures.stream().mapToDouble(of).average().orElseThrow();
  }

  private static Interval waldAfterAdding(NetCounts sample, double side, double middle) {
    double answers = sample.answers() + 2 * side + middle;
    double negatives = sample.negatives() + side;
    double positives = sample.positives() + side;
    double variance = NetCounts.variance(negatives, positives, answers);
    return Interval.normal(
        (positives - negatives) / answers, Math.sqrt(variance / answers), Confidence.P95);
  }

  private static List<Figures> figures(int n, Function<NetCounts, Interval> method) {
    List<NetCounts> samples = new ArrayList<>();
    for (int d = 0; d <= n; d++) {
      for (int p = 0; p <= n - d; p++) {
        samples.add(new NetCounts(d, n - d - p, p));
      }
    }
    List<Interval> intervals = samples.stream().map(method).toList();
    List<Figures> figures = new ArrayList<>();
    for (int d = 1; d < PARTS; d++) {
      for (int p = 1; p < PARTS - d; p++) {
        figures.add(figures(samples, intervals, d, p));
      }
    }
    return figures;
  }

  private static Figures figures(List<NetCounts> samples, List<Interval> intervals, int d, int p) {
    double truth = (double) (p - d) / PARTS;
    double covered = 0;
    double width = 0;
    double leaves = 0;
    for (int i = 0; i < samples.size(); i++) {
      Interval interval = intervals.get(i);
      double probability = probability(samples.get(i), d, p);
      // Bounds may miss a round truth by the last bit.
      boolean covers = interval.lower() <= truth + 1e-12 && truth - 1e-12 <= interval.upper();
      covered += covers ? probability : 0;
      width += probability * interval.width();
      leaves += interval.lower() < -1 - 1e-12 || interval.upper() > 1 + 1e-12 ? probability : 0;
    }
    return new Figures(covered, width, leaves);
  }

  private static double probability(NetCounts sample, int d, int p) {
    double log = LOG_FACTORIALS[(int) sample.answers()]
        - LOG_FACTORIALS[(int) sample.negatives()]
        - LOG_FACTORIALS[(int) sample.neutrals()]
        - LOG_FACTORIALS[(int) sample.positives()];
    log += sample.negatives() * Math.log((double) d / PARTS);
    log += sample.neutrals() * Math.log((double) (PARTS - d - p) / PARTS);
    log += sample.positives() * Math.log((double) p / PARTS);
    return Math.exp(log);
  }

  private static double[] logFactorials(int most) {
    double[] logs = new double[most + 1];
    for (int n = 2; n <= most; n++) {
      logs[n] = logs[n - 1] + Math.log(n);
    }
    return logs;
  }
}
