package dev.laurel.metrics.compare;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.metrics.score.Independence;
import dev.laurel.metrics.score.NetCounts;
import dev.laurel.metrics.score.ScoreHistogram;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Whether the scores of several segments could all be the same: the question to ask before looking
 * for the segment that is different.
 *
 * <p>Of four months 80, 85, 90 and 99 of 120 answers are good: chi-squared 8.48 with 3 degrees of
 * freedom, p 0.037, so they hardly have one share.
 *
 * <p>Net scores: with scores p and weights w, one over their squared standard errors, Q is the sum
 * of w (p - weighted mean)<sup>2</sup>, chi-squared with one degree of freedom less than there are
 * segments (W. G. Cochran, Biometrics 10, 1954). Scores and errors are those of adjusted Wald, so
 * that a segment of which all answers are alike has an error too. Shares: Pearson's chi-squared of
 * good answers and others. Means: the same Q with the variance of each segment, judged by the F
 * distribution of B. L. Welch, Biometrika 38 (1951), since variances are estimated.
 *
 * <p>Assumed: answers are independent of each other, and enough for the chi-squared distribution,
 * about five of each kind in a segment.
 *
 * @param statistic chi-squared, or Q
 * @param freedom segments less one
 * @param pValue against all being the same
 */
public record Homogeneity(double statistic, int freedom, double pValue) {
  private static final double ADDED = 0.75;

  /**
   * The test over the net scores of the segments that have answers.
   *
   * @throws InvalidValueException DIVISION if fewer than two have
   */
  public static Homogeneity of(Collection<NetCounts> segments) {
    List<NetDifference.Moments> answered = segments.stream()
        .filter(counts -> counts.answers() > 0)
        .map(counts -> NetDifference.Moments.of(counts, ADDED))
        .toList();
    requireTwo(answered.size());
    double[] weights =
        answered.stream().mapToDouble(each -> each.answers() / each.variance()).toArray();
    double statistic = distances(answered, weights, Arrays.stream(weights).sum());
    int freedom = answered.size() - 1;
    return new Homogeneity(
        statistic, freedom, ChiSquaredDistribution.of(freedom).survivalProbability(statistic));
  }

  /**
   * The test over the segments that have answers, by the rule of their metric. A mean is compared
   * over the segments whose answers are not all alike, for the others have no error; if fewer than
   * two are left, nothing is claimed.
   *
   * @throws InvalidValueException DEFINITION_MISMATCH naming both definitions if two differ,
   *     DIVISION if fewer than two have answers
   */
  public static Homogeneity ofScores(Collection<ScoreHistogram> segments) {
    List<ScoreHistogram> answered =
        segments.stream().filter(segment -> segment.answers() > 0).toList();
    requireTwo(answered.size());
    answered.forEach(each -> answered.get(0).definition().requireSame(each.definition()));
    return answered
        .get(0)
        .definition()
        .rule()
        .match(
            net -> of(answered.stream().map(ScoreHistogram::netCounts).toList()),
            top -> shares(answered),
            mean -> means(answered));
  }

  /** Whether the segments differ at this level. */
  public boolean isSignificant(Confidence confidence) {
    return pValue < confidence.alpha();
  }

  private static Homogeneity shares(List<ScoreHistogram> answered) {
    long[][] counts = answered.stream()
        .map(segment -> new long[] {
          segment.netCounts().positives(),
          segment.answers() - segment.netCounts().positives()
        })
        .toArray(long[][]::new);
    Independence test = Independence.of(counts);
    return new Homogeneity(test.statistic(), answered.size() - 1, test.pValue());
  }

  private static Homogeneity means(List<ScoreHistogram> answered) {
    List<NetDifference.Moments> spread = answered.stream()
        .map(MeanDifference::moments)
        .filter(moments -> moments.answers() > 1 && moments.variance() > 0)
        .toList();
    int freedom = spread.size() - 1;
    if (freedom < 1) {
      return new Homogeneity(0, answered.size() - 1, 1);
    }
    double[] weights =
        spread.stream().mapToDouble(each -> 1 / each.known().squaredError()).toArray();
    double all = Arrays.stream(weights).sum();
    double statistic = distances(spread, weights, all);
    double doubt = 0;
    for (int i = 0; i < weights.length; i++) {
      double others = 1 - weights[i] / all;
      doubt += others * others / (spread.get(i).answers() - 1);
    }
    double k = spread.size();
    double f = statistic / freedom / (1 + 2 * (k - 2) / (k * k - 1) * doubt);
    FDistribution distribution = FDistribution.of(freedom, (k * k - 1) / (3 * doubt));
    return new Homogeneity(statistic, freedom, distribution.survivalProbability(f));
  }

  /** The sum of weighted squared distances from the weighted mean. */
  private static double distances(
      List<NetDifference.Moments> segments, double[] weights, double all) {
    double weighted = 0;
    for (int i = 0; i < weights.length; i++) {
      weighted += segments.get(i).mean() * weights[i];
    }
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double distance = segments.get(i).mean() - weighted / all;
      sum += distance * distance * weights[i];
    }
    return sum;
  }

  private static void requireTwo(int answered) {
    InvalidValueException.check(
        answered >= 2,
        FailureCode.DIVISION,
        "segments",
        "a comparison must be of at least two segments with answers: %s",
        answered);
  }
}
