package dev.laurel.metrics.compare;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.metrics.score.NetCounts;
import java.util.Collection;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether several net scores could all be the same.
 *
 * <p>With scores p and weights w, one over their squared standard errors, Q is the sum of w (p -
 * weighted mean)<sup>2</sup>, chi-squared with one degree of freedom less than there are segments.
 * Scores and errors are those of adjusted Wald, so that a segment of which all answers are alike
 * has an error too.
 *
 * @param statistic Q
 * @param freedom segments less one
 * @param pValue against all being the same
 */
public record Homogeneity(double statistic, int freedom, double pValue) {
  /**
   * The test over the segments that have answers.
   *
   * @throws InvalidValueException DIVISION if fewer than two have
   */
  public static Homogeneity of(Collection<NetCounts> segments) {
    List<NetCounts> answered =
        segments.stream().filter(counts -> counts.answers() > 0).toList();
    InvalidValueException.check(
        answered.size() >= 2,
        FailureCode.DIVISION,
        "segments",
        "a comparison must be of at least two segments with answers: %s",
        answered.size());
    double weights = 0;
    double weighted = 0;
    for (NetCounts counts : answered) {
      NetDifference.Moments moments = NetDifference.Moments.of(counts, 0.75);
      weights += moments.answers() / moments.variance();
      weighted += moments.mean() * moments.answers() / moments.variance();
    }
    double statistic = 0;
    for (NetCounts counts : answered) {
      NetDifference.Moments moments = NetDifference.Moments.of(counts, 0.75);
      double distance = moments.mean() - weighted / weights;
      statistic += distance * distance * moments.answers() / moments.variance();
    }
    int freedom = answered.size() - 1;
    return new Homogeneity(
        statistic, freedom, ChiSquaredDistribution.of(freedom).survivalProbability(statistic));
  }

  /** Whether the segments differ at this level. */
  public boolean isSignificant(Confidence confidence) {
    return pValue < confidence.alpha();
  }
}
