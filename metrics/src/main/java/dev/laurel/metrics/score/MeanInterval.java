package dev.laurel.metrics.score;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Interval;
import dev.laurel.metrics.survey.MetricDefinition;
import java.util.Optional;

/** Student's interval of a mean, within the bounds of the metric. */
final class MeanInterval {
  private MeanInterval() {}

  static Optional<Estimate> estimate(ScoreHistogram histogram, Confidence confidence) {
    long n = histogram.answers();
    if (n == 0) {
      return Optional.empty();
    }
    Estimate.Builder estimate = Estimate.builder().observations(n);
    estimate.addAssumption("the answers are independent of each other");
    estimate.addAssumption("the mean is close to normal, and the answers have equal distances");
    complete(
        estimate, histogram.definition(), histogram.mean(), n, histogram.squares(), confidence);
    return Optional.of(estimate.build());
  }

  /** Adds the value, and what n values with this sum of squared distances say of it. */
  static void complete(
      Estimate.Builder estimate,
      MetricDefinition definition,
      double mean,
      long n,
      double squares,
      Confidence confidence) {
    estimate.value(mean).method("t");
    if (n == 1) {
      estimate.interval(new Interval(definition.least(), definition.most(), confidence));
      estimate.addAssumption("one observation says nothing of the spread");
      return;
    }
    double error = Math.sqrt(squares / (n - 1.0) / n);
    estimate.standardError(error);
    estimate.interval(Interval.student(mean, error, n - 1.0, confidence)
        .clippedTo(definition.least(), definition.most()));
    if (squares == 0) {
      estimate.addAssumption("all observations are equal: the interval has no width to show");
    }
  }
}
