package dev.laurel.metrics.trend;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.metrics.score.ScoreHistogram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a series most likely changed, once.
 *
 * <p>The place was chosen because it fits best, so its fit is no p-value. It is weighed by the
 * information criterion of Schwarz instead: {@link #gain()} above zero says that two parts explain
 * the series better than one even after paying for the second. Of the flow of the Nile from 1871 on
 * the first 28 years have a mean of 1,097.75, the rest 849.97.
 *
 * @param index how many readings or windows lie before the change; at least 1
 * @param before the mean, or the score, before it
 * @param after the mean, or the score, after it
 * @param improvement twice the gain in log-likelihood by telling two parts apart
 * @param gain the improvement less its price
 */
public record ChangePoint(int index, double before, double after, double improvement, double gain) {
  /** A checked change. */
  public ChangePoint {
    InvalidValueException.check(
        index >= 1,
        FailureCode.RANGE,
        "index",
        "a change must lie after the first of a series: %s",
        index);
  }

  /** Whether two parts explain the series better than one. */
  public boolean isLikely() {
    return gain > 0;
  }

  /**
   * The change of the mean of numbers, by least squares; absent for fewer than two readings or
   * readings that are all equal.
   */
  public static Optional<ChangePoint> ofMeans(List<Reading> readings) {
    int n = readings.size();
    double[] sums = new double[n + 1];
    for (int i = 0; i < n; i++) {
      sums[i + 1] = sums[i] + readings.get(i).value();
    }
    double explained = -1;
    int best = 0;
    for (int k = 1; k < n; k++) {
      double distance = sums[k] / k - (sums[n] - sums[k]) / (n - k);
      double between = distance * distance * k * (n - k) / n;
      if (between > explained) {
        explained = between;
        best = k;
      }
    }
    double mean = n == 0 ? 0 : sums[n] / n;
    double squares = readings.stream()
        .mapToDouble(r -> (r.value() - mean) * (r.value() - mean))
        .sum();
    if (best == 0 || squares == 0) {
      return Optional.empty();
    }
    // A split that explains everything leaves nothing to take a logarithm of.
    double left = Math.max(squares - explained, squares * 1e-12);
    double improvement = n * Math.log(squares / left);
    return Optional.of(new ChangePoint(
        best,
        sums[best] / best,
        (sums[n] - sums[best]) / (n - best),
        improvement,
        improvement - 2 * Math.log(n)));
  }

  /**
   * The change of the distribution of answers, by the multinomial likelihood of cumulated counts;
   * absent if fewer than two windows have answers. It needs one pass and merges with the panes.
   */
  public static Optional<ChangePoint> ofCounts(TumblingSeries series) {
    List<ScoreHistogram> sums = new ArrayList<>();
    ScoreHistogram sum = ScoreHistogram.none(series.definition());
    sums.add(sum);
    for (ScoreWindow window : series.windows()) {
      sum = sum.merge(window.answers());
      sums.add(sum);
    }
    ScoreHistogram all = sum;
    double improvement = -1;
    int best = 0;
    for (int k = 1; k < sums.size() - 1; k++) {
      ScoreHistogram first = sums.get(k);
      ScoreHistogram second = all.without(first);
      if (first.answers() > 0 && second.answers() > 0) {
        double twice = 2 * (likelihood(first) + likelihood(second) - likelihood(all));
        if (twice > improvement) {
          improvement = twice;
          best = k;
        }
      }
    }
    if (best == 0) {
      return Optional.empty();
    }
    long kinds = all.counts().stream().filter(count -> count > 0).count();
    return Optional.of(new ChangePoint(
        best,
        sums.get(best).meanWorth(),
        all.without(sums.get(best)).meanWorth(),
        Math.max(0, improvement),
        // One place and one share less than there are kinds of answers.
        improvement - kinds * Math.log((double) all.answers())));
  }

  private static double likelihood(ScoreHistogram histogram) {
    double n = histogram.answers();
    double sum = 0;
    for (long count : histogram.counts().toArray()) {
      sum += count == 0 ? 0 : count * Math.log(count / n);
    }
    return sum;
  }
}
