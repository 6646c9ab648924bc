package dev.laurel.metrics.driver;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Interval;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Intervals of importance, by Shapley and by Johnson, by drawing the sample again and again from
 * itself.
 *
 * <p>Importance has no simple standard error, and its intervals are wide: with a hundred rows and
 * five drivers, the order of neighbours is seldom certain. The same seed gives the same intervals.
 *
 * <p>Shares are never below zero, so their intervals never hold it and do not tell whether a driver
 * matters at all. To learn that, add a column of noise as one more driver and look whether the
 * interval lies above its share.
 *
 * <p>Sources: B. Efron and R. Tibshirani, "An introduction to the bootstrap" (1993), percentile
 * intervals; S. Tonidandel, J. M. LeBreton and J. W. Johnson, "Determining the statistical
 * significance of relative weights", Psychological Methods 14 (2009), for Johnson's weights and the
 * column of noise.
 *
 * @param replicates how many samples are drawn, 100 to 100,000; 2,000 are usual
 * @param seed the seed of the drawing
 * @param confidence the level of the intervals
 */
public record DriverBootstrap(int replicates, long seed, Confidence confidence) {
  private static final int FEWEST = 100;
  private static final int MOST = 100_000;

  /**
   * A checked plan.
   *
   * @throws InvalidValueException RANGE if the replicates are not 100 to 100,000
   */
  public DriverBootstrap {
    requireNonNull(confidence, "confidence");
    InvalidValueException.check(
        replicates >= FEWEST && replicates <= MOST,
        FailureCode.RANGE,
        "replicates",
        "a bootstrap must draw %s to %s samples: %s",
        FEWEST,
        MOST,
        replicates);
  }

  /** The importance of the drivers of a sample, with intervals for each share. */
  public DriverAnalysis analyse(DriverSample sample) {
    DriverAnalysis whole = sample.moments().analyse();
    return whole.explained().isEmpty()
        ? whole
        : withIntervals(sample, whole.explained().get());
  }

  private DriverAnalysis withIntervals(DriverSample sample, DriverAnalysis.Explained whole) {
    List<DriverAnalysis.Explained> drawn = drawn(sample);
    ImmutableList.Builder<DriverImportance> drivers = ImmutableList.builder();
    for (int i = 0; i < whole.drivers().size(); i++) {
      drivers.add(whole
          .drivers()
          .get(i)
          .within(
              interval(drawn, i, DriverImportance::shapley),
              interval(drawn, i, DriverImportance::johnson)));
    }
    return DriverAnalysis.Explained.builder()
        .outcome(whole.outcome())
        .rSquared(whole.rSquared())
        .size(whole.size())
        .addAllDrivers(drivers.build())
        .failedReplicates(replicates - drawn.size())
        .build();
  }

  /** What the samples that are drawn have as a result; those without one are left out. */
  List<DriverAnalysis.Explained> drawn(DriverSample sample) {
    UniformRandomProvider dice = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    List<DriverAnalysis.Explained> drawn = new ArrayList<>();
    for (int replicate = 0; replicate < replicates; replicate++) {
      draw(sample, dice).explained().ifPresent(drawn::add);
    }
    return drawn;
  }

  private static DriverAnalysis draw(DriverSample sample, UniformRandomProvider dice) {
    int[] times = new int[sample.size()];
    for (int i = 0; i < times.length; i++) {
      times[dice.nextInt(times.length)]++;
    }
    return sample.moments(times).analyse();
  }

  private Optional<Interval> interval(
      List<DriverAnalysis.Explained> drawn,
      int driver,
      ToDoubleFunction<DriverImportance> measure) {
    if (drawn.isEmpty()) {
      return Optional.empty();
    }
    double[] shares = drawn.stream()
        .mapToDouble(one -> measure.applyAsDouble(one.drivers().get(driver)))
        .toArray();
    Arrays.sort(shares);
    int beyond = (int) Math.floor(confidence.alpha() / 2 * shares.length);
    return Optional.of(
        new Interval(shares[beyond], shares[shares.length - 1 - beyond], confidence));
  }
}
