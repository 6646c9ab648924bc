package dev.laurel.metrics.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The coverage that the documentation of {@link NetMethod} claims, computed and not simulated: over
 * 171 true distributions, of shares that are multiples of 5 % and none zero.
 */
class CoverageTest {
  private static final int PARTS = 20;

  @ParameterizedTest
  @CsvSource({
    "10, WALD, .880, .649",
    "10, ADJUSTED_WALD, .955, .930",
    "10, SCORE, .963, .940",
    "20, WALD, .920, .740",
    "20, ADJUSTED_WALD, .951, .939",
    "20, SCORE, .955, .944",
    "30, WALD, .930, .879",
    "30, ADJUSTED_WALD, .950, .940",
    "30, SCORE, .952, .938",
    "50, WALD, .937, .884",
    "50, ADJUSTED_WALD, .950, .943",
    "50, SCORE, .951, .944",
    "100, WALD, .944, .925",
    "100, ADJUSTED_WALD, .950, .947",
    "100, SCORE, .951, .948"
  })
  void coverageIsAsDocumented(int n, NetMethod method, double mean, double least) {
    List<Double> coverages = coverages(n, method);

    assertThat(coverages).hasSize(171);
    assertThat(coverages.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
        .isCloseTo(mean, within(0.001));
    assertThat(coverages.stream().mapToDouble(Double::doubleValue).min().orElseThrow())
        .isCloseTo(least, within(0.001));
  }

  private static List<Double> coverages(int n, NetMethod method) {
    List<NetCounts> samples = new ArrayList<>();
    List<Interval> intervals = new ArrayList<>();
    for (int d = 0; d <= n; d++) {
      for (int p = 0; p <= n - d; p++) {
        NetCounts sample = new NetCounts(d, n - d - p, p);
        samples.add(sample);
        intervals.add(method.unclipped(sample, Confidence.P95));
      }
    }
    List<Double> coverages = new ArrayList<>();
    for (int d = 1; d < PARTS; d++) {
      for (int p = 1; p < PARTS - d; p++) {
        double truth = (double) (p - d) / PARTS;
        double covered = 0;
        for (int i = 0; i < samples.size(); i++) {
          // Bounds may miss a round truth by the last bit.
          boolean covers = intervals.get(i).lower() <= truth + 1e-12
              && truth - 1e-12 <= intervals.get(i).upper();
          covered += covers ? probability(samples.get(i), d, p) : 0;
        }
        coverages.add(covered);
      }
    }
    return coverages;
  }

  private static double probability(NetCounts sample, int d, int p) {
    double log = logFactorial(sample.answers())
        - logFactorial(sample.negatives())
        - logFactorial(sample.neutrals())
        - logFactorial(sample.positives());
    log += sample.negatives() * Math.log((double) d / PARTS);
    log += sample.neutrals() * Math.log((double) (PARTS - d - p) / PARTS);
    log += sample.positives() * Math.log((double) p / PARTS);
    return Math.exp(log);
  }

  private static double logFactorial(long n) {
    return LongStream.rangeClosed(1, n).mapToDouble(Math::log).sum();
  }
}
