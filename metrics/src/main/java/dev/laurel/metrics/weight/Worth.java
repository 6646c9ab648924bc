package dev.laurel.metrics.weight;

import dev.laurel.metrics.score.ScoreHistogram;
import dev.laurel.metrics.survey.MetricDefinition;
import java.util.function.IntToDoubleFunction;

/** What the answers of a histogram are worth under its rule: their number, sum and squares. */
record Worth(long answers, double sum, double squares) {
  static Worth of(ScoreHistogram histogram) {
    MetricDefinition definition = histogram.definition();
    return new Worth(
        histogram.answers(),
        total(histogram, answer -> definition.rule().worth(answer)),
        total(histogram, answer -> Math.pow(definition.rule().worth(answer), 2)));
  }

  double mean() {
    return sum / answers;
  }

  /** The sum of squared distances from a value. */
  double squaresFrom(double value) {
    return Math.max(0, squares - 2 * value * sum + value * value * answers);
  }

  private static double total(ScoreHistogram histogram, IntToDoubleFunction of) {
    return histogram
        .definition()
        .scale()
        .answers()
        .mapToDouble(answer -> of.applyAsDouble(answer) * histogram.count(answer))
        .sum();
  }
}
