package dev.laurel.metrics.trend;

import com.google.common.collect.Lists;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.metrics.score.ScoreHistogram;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where a series most likely changed, once.
 *
 * <p>The place was chosen because it fits best, so a test that takes it for given cries wolf. It is
 * weighed by the information criterion of Schwarz instead: {@link #gain()} above zero says that two
 * parts explain the series better than one even after paying for the second and for the choice of
 * the place. {@link ChangeTest} gives a p-value. Of the flow of the Nile from 1871 on the first 28
 * years have a mean of 1,097.75, the rest 849.97.
 *
 * <p>Assumed: one change at most, and numbers or answers that are independent of each other but for
 * it. Sources: G. Schwarz, "Estimating the dimension of a model", Annals of Statistics 6 (1978); K.
 * J. Worsley, "The power of likelihood ratio and cumulative sum tests for a change in a binomial
 * probability", Biometrika 70 (1983) for counts.
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
   * The first window with answers after the change: the one with which it came.
   *
   * @param series the series that the change was found in
   * @throws InvalidValueException RANGE if the series ends before
   */
  public ScoreWindow since(TumblingSeries series) {
    Optional<ScoreWindow> since = series.windows().stream()
        .skip(index)
        .filter(window -> window.answers().answers() > 0)
        .findFirst();
    InvalidValueException.check(
        since.isPresent(),
        FailureCode.RANGE,
        "series",
        "a series must have answers after its change: %s windows, change after %s",
        series.windows().size(),
        index);
    return since.orElseThrow();
  }

  /**
   * The change of the mean of numbers, by least squares; absent for fewer than two readings or
   * readings that are all equal.
   */
  public static Optional<ChangePoint> ofMeans(List<Reading> readings) {
    double[] values = readings.stream().mapToDouble(Reading::value).toArray();
    Split split = Split.ofMeans(values);
    if (split.index() == 0) {
      return Optional.empty();
    }
    // One place and one more mean.
    double price = 2 * Math.log(values.length);
    return Optional.of(new ChangePoint(
        split.index(),
        Arrays.stream(values, 0, split.index()).average().orElseThrow(),
        Arrays.stream(values, split.index(), values.length).average().orElseThrow(),
        split.improvement(),
        split.improvement() - price));
  }

  /**
   * The change of the distribution of answers, by the multinomial likelihood of cumulated counts;
   * absent if fewer than two windows have answers. It needs one pass and merges with the panes.
   */
  public static Optional<ChangePoint> ofCounts(TumblingSeries series) {
    Split split = Split.ofCounts(counts(series));
    if (split.index() == 0) {
      return Optional.empty();
    }
    ScoreHistogram before = merged(series, 0, split.index());
    ScoreHistogram after = merged(series, split.index(), series.windows().size());
    ScoreHistogram all = before.merge(after);
    long kinds = all.counts().stream().filter(count -> count > 0).count();
    // One place and one share less than there are kinds of answers.
    double price = kinds * Math.log((double) all.answers());
    return Optional.of(new ChangePoint(
        split.index(),
        before.meanWorth(),
        after.meanWorth(),
        split.improvement(),
        split.improvement() - price));
  }

  /** The counts of each window, from the smallest answer on. */
  static long[][] counts(TumblingSeries series) {
    return series.windows().stream()
        .map(window -> window.answers().counts().toArray())
        .toArray(long[][]::new);
  }

  private static ScoreHistogram merged(TumblingSeries series, int from, int until) {
    return ScoreHistogram.sum(
        series.definition(),
        Lists.transform(series.windows().subList(from, until), ScoreWindow::answers));
  }
}
