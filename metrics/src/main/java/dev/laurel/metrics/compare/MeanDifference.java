package dev.laurel.metrics.compare;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Interval;
import dev.laurel.metrics.score.ScoreHistogram;

/** The difference of two mean answers. */
final class MeanDifference {
  private MeanDifference() {}

  /** Welch's t where it can be made; where it cannot, nothing is claimed. */
  static Significance test(ScoreHistogram first, ScoreHistogram second, Confidence confidence) {
    NetDifference.Moments one = moments(first);
    NetDifference.Moments other = moments(second);
    boolean isPossible =
        one.answers() > 1 && other.answers() > 1 && one.variance() + other.variance() > 0;
    if (isPossible) {
      return NetDifference.Welch.test(one, other, confidence);
    }
    double span = first.definition().most() - first.definition().least();
    return new Significance(
        "none: no spread to judge by",
        one.mean() - other.mean(),
        0,
        new Interval(-span, span, confidence),
        1);
  }

  static NetDifference.Moments moments(ScoreHistogram histogram) {
    double n = histogram.answers();
    double mean = 0;
    for (int answer : histogram.definition().scale().answers().toArray()) {
      mean += answer * (histogram.count(answer) / n);
    }
    double variance = 0;
    for (int answer : histogram.definition().scale().answers().toArray()) {
      variance += (answer - mean) * (answer - mean) * (histogram.count(answer) / n);
    }
    return new NetDifference.Moments(n, mean, variance);
  }
}
