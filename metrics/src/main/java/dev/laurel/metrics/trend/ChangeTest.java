package dev.laurel.metrics.trend;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ArraySampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Whether a change point is more than the best of many places to cut a series in which nothing
 * changed.
 *
 * <p>If nothing changed, every order of the numbers, or of the answers, is as likely as the one
 * seen. So they are shuffled, the best place is sought anew each time, and the p-value is the share
 * of orders, the one seen among them, that fall apart as well. It is exact at any length of series,
 * and holds for the choice of the place. 999 shuffles can make it as small as 0.001. The same seed
 * gives the same p-value.
 *
 * <p>Sources: M. Dwass, "Modified randomization tests for nonparametric hypotheses", Annals of
 * Mathematical Statistics 28 (1957); K. J. Worsley, Biometrika 70 (1983), whose exact distribution
 * for shares, given all totals, is what shuffled answers have.
 *
 * @param shuffles how many orders are tried, 99 to 100,000; 999 are usual
 * @param seed the seed of the shuffling
 */
public record ChangeTest(int shuffles, long seed) {
  private static final int FEWEST = 99;
  private static final int MOST = 100_000;
  private static final long MOST_MOVES = 2_000_000_000L;

  /**
   * A checked plan.
   *
   * @throws InvalidValueException RANGE if the shuffles are not 99 to 100,000
   */
  public ChangeTest {
    InvalidValueException.check(
        shuffles >= FEWEST && shuffles <= MOST,
        FailureCode.RANGE,
        "shuffles",
        "a test must shuffle %s to %s times: %s",
        FEWEST,
        MOST,
        shuffles);
  }

  /**
   * A change and how surprising it is.
   *
   * @param change the change
   * @param asGood how many of the shuffled series fall apart as well or better
   * @param shuffles how many there were
   */
  public record Tested(ChangePoint change, int asGood, int shuffles) {
    /** A change with its orders. */
    public Tested {
      requireNonNull(change, "change");
    }

    /** The probability of so good a cut if nothing changed: 1 of 1,000 is the least of 999. */
    public double pValue() {
      return (1.0 + asGood) / (1.0 + shuffles);
    }

    /** Whether the p-value is at most one minus the level. */
    public boolean isSignificant(Confidence confidence) {
      return pValue() <= confidence.alpha();
    }
  }

  /**
   * The change of the mean of numbers, such as the scores of periods; absent where
   * {@link ChangePoint#ofMeans} is.
   *
   * <p>Assumed: without the change any order of the numbers is as likely as any other. Numbers of
   * which neighbours resemble each other, and seasons, look like changes.
   */
  public Optional<Tested> ofMeans(List<Reading> readings) {
    Optional<ChangePoint> change = ChangePoint.ofMeans(readings);
    if (change.isEmpty()) {
      return Optional.empty();
    }
    double[] values = readings.stream().mapToDouble(Reading::value).toArray();
    UniformRandomProvider dice = dice();
    return Optional.of(tested(
        change.get(), () -> Split.ofMeans(ArraySampler.shuffle(dice, values)).improvement()));
  }

  /**
   * The change of the distribution of answers; absent where {@link ChangePoint#ofCounts} is.
   *
   * <p>Assumed: without the change any order of the answers is as likely as any other, so that
   * periods differ by sampling alone. Where they scatter more than that, as
   * {@link ControlChart.Scatter#LANEY} tells, it takes the scatter for changes: then give
   * {@link #ofMeans} the {@link TumblingSeries#readings()}, which shuffles whole periods.
   *
   * @throws InvalidValueException LIMIT_EXCEEDED if answers times shuffles are more than two
   *     thousand million: with 999 shuffles, two million answers
   */
  public Optional<Tested> ofCounts(TumblingSeries series) {
    Optional<ChangePoint> change = ChangePoint.ofCounts(series);
    if (change.isEmpty()) {
      return Optional.empty();
    }
    long[][] windows = ChangePoint.counts(series);
    byte[] answers = oneByOne(windows);
    UniformRandomProvider dice = dice();
    return Optional.of(tested(
        change.get(),
        () ->
            Split.ofCounts(dealt(ArraySampler.shuffle(dice, answers), windows)).improvement()));
  }

  private UniformRandomProvider dice() {
    return RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
  }

  private Tested tested(ChangePoint change, DoubleSupplier shuffled) {
    // Equal orders may differ by rounding; they count as good.
    double enough = change.improvement() - 1e-9 * (1 + change.improvement());
    int asGood = 0;
    for (int i = 0; i < shuffles; i++) {
      asGood += shuffled.getAsDouble() >= enough ? 1 : 0;
    }
    return new Tested(change, asGood, shuffles);
  }

  private byte[] oneByOne(long[][] windows) {
    long all = Arrays.stream(windows).flatMapToLong(Arrays::stream).sum();
    InvalidValueException.check(
        all <= MOST_MOVES / shuffles,
        FailureCode.LIMIT_EXCEEDED,
        "series",
        "a test of counts must move at most %s answers: %s answers %s times",
        MOST_MOVES,
        all,
        shuffles);
    byte[] answers = new byte[(int) all];
    int next = 0;
    for (long[] window : windows) {
      for (int kind = 0; kind < window.length; kind++) {
        Arrays.fill(answers, next, next + (int) window[kind], (byte) kind);
        next += (int) window[kind];
      }
    }
    return answers;
  }

  /** The answers dealt out to windows of the sizes of these. */
  private static long[][] dealt(byte[] answers, long[][] windows) {
    long[][] dealt = new long[windows.length][windows[0].length];
    int next = 0;
    for (int window = 0; window < windows.length; window++) {
      int until = next + (int) Arrays.stream(windows[window]).sum();
      for (; next < until; next++) {
        dealt[window][answers[next]]++;
      }
    }
    return dealt;
  }
}
