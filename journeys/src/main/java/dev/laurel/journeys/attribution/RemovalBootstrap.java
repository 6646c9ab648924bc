package dev.laurel.journeys.attribution;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Interval;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Intervals of removal effects, reach and lift by drawing as many journeys again and again from
 * those observed.
 *
 * <p>The effects themselves are exact and need no seed; how far other journeys of the same
 * customers would move them has no simple formula. The same seed gives the same intervals, however
 * the paths are divided into rows. Drawing takes as long as so many solutions of the chain.
 *
 * <p>Source: B. Efron and R. Tibshirani, "An introduction to the bootstrap" (1993), percentile
 * intervals; one that would not contain its estimate is widened to it.
 *
 * @param replicates how many times journeys are drawn, 100 to 100,000; 500 are usual
 * @param seed the seed of the drawing
 * @param confidence the level of the intervals
 */
public record RemovalBootstrap(int replicates, long seed, Confidence confidence) {
  private static final int FEWEST = 100;
  private static final int MOST = 100_000;
  private static final int MOST_JOURNEYS = 10_000_000;

  /**
   * A checked plan.
   *
   * @throws InvalidValueException RANGE if the replicates are not 100 to 100,000
   */
  public RemovalBootstrap {
    requireNonNull(confidence, "confidence");
    InvalidValueException.check(
        replicates >= FEWEST && replicates <= MOST,
        FailureCode.RANGE,
        "replicates",
        "a bootstrap must draw %s to %s times: %s",
        FEWEST,
        MOST,
        replicates);
  }

  /**
   * The effects in a chain of this order with their intervals; absent without a conversion.
   *
   * @throws InvalidValueException RANGE for an order outside 1 to 8; LIMIT_EXCEEDED above 2,000
   *     states or 10,000,000 journeys
   */
  public Optional<RemovalIntervals> analyse(PathCounts paths, int order) {
    InvalidValueException.check(
        paths.journeys() <= MOST_JOURNEYS,
        FailureCode.LIMIT_EXCEEDED,
        "paths",
        "a bootstrap must draw from at most %s journeys: %s",
        MOST_JOURNEYS,
        paths.journeys());
    return RemovalEffects.of(paths, order).map(effects -> withIntervals(paths, effects));
  }

  private RemovalIntervals withIntervals(PathCounts paths, RemovalEffects effects) {
    PathCounts distinct = DistinctPaths.of(paths);
    int[] cellOf = cells(distinct);
    SplittableRandom random = new SplittableRandom(seed);
    List<RemovalEffects> drawn = new ArrayList<>();
    for (int replicate = 0; replicate < replicates; replicate++) {
      RemovalEffects.of(draw(distinct, cellOf, random), effects.order()).ifPresent(drawn::add);
    }
    return new RemovalIntervals(
        effects,
        effects.removals().stream().map(removal -> line(removal, drawn, paths)).toList(),
        replicates - drawn.size());
  }

  /** For each journey twice the row of its path, and one more without a conversion. */
  private static int[] cells(PathCounts distinct) {
    int[] cellOf = new int[Math.toIntExact(distinct.journeys())];
    int from = 0;
    for (int row = 0; row < distinct.rows(); row++) {
      int middle = from + (int) distinct.conversions(row);
      int until = middle + (int) distinct.others(row);
      Arrays.fill(cellOf, from, middle, 2 * row);
      Arrays.fill(cellOf, middle, until, 2 * row + 1);
      from = until;
    }
    return cellOf;
  }

  private static PathCounts draw(PathCounts distinct, int[] cellOf, SplittableRandom random) {
    long[][] counts = new long[2][distinct.rows()];
    for (int journey = 0; journey < cellOf.length; journey++) {
      int cell = cellOf[random.nextInt(cellOf.length)];
      counts[cell % 2][cell / 2]++;
    }
    return distinct.withCounts(counts[0], counts[1]);
  }

  private RemovalIntervals.Line line(
      RemovalEffects.Removal removal, List<RemovalEffects> drawn, PathCounts paths) {
    List<RemovalEffects.Removal> all = drawn.stream()
        .flatMap(effects -> effects.at(removal.touchpoint()).stream())
        .toList();
    List<RemovalEffects.Removal> met =
        all.stream().filter(one -> one.reach() > 0).toList();
    return new RemovalIntervals.Line(
        removal.touchpoint(),
        estimate(removal, all, RemovalEffects.Removal::reach, paths),
        estimate(removal, met, RemovalEffects.Removal::lift, paths),
        estimate(removal, all, RemovalEffects.Removal::effect, paths));
  }

  private Estimate estimate(
      RemovalEffects.Removal removal,
      List<RemovalEffects.Removal> drawn,
      ToDoubleFunction<RemovalEffects.Removal> figure,
      PathCounts paths) {
    double value = figure.applyAsDouble(removal);
    Estimate.Builder estimate = Estimate.builder().value(value).method("bootstrap");
    double[] sorted = drawn.stream().mapToDouble(figure).sorted().toArray();
    if (sorted.length > 1) {
      estimate
          .standardError(deviation(sorted))
          .interval(new Interval(
              Math.min(value, quantile(sorted, confidence.alpha() / 2)),
              Math.max(value, quantile(sorted, 1 - confidence.alpha() / 2)),
              confidence));
    }
    return estimate
        .observations(paths.journeys())
        .addAssumption("the journeys are independent of each other")
        .addAssumption("other journeys would be like those observed")
        .build();
  }

  private static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double squares =
        Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }

  /** By linear interpolation between the two nearest. */
  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    double next = sorted[Math.min(below + 1, sorted.length - 1)];
    return sorted[below] + (place - below) * (next - sorted[below]);
  }
}
