package dev.laurel.metrics.driver;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Doubles;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.HashSet;
import java.util.List;

/**
 * Means and co-moments of an outcome and its drivers: all that a linear analysis needs, in (p + 1)
 * squared numbers however many the rows are.
 *
 * <p>Moments merge, so that each shard is read once and where it lies. They are updated around the
 * running mean, which keeps digits that sums of squares lose; the order of merging moves only the
 * last of them.
 *
 * <p>Source: T. Chan, G. Golub and R. LeVeque, "Updating formulae and a pairwise algorithm for
 * computing sample variances" (1979).
 */
public final class DriverMoments {
  private static final double CONSTANT = 1e-24;

  /** Co-moments come from sums in another order, and may miss their bound by so much. */
  private static final double SLACK = 1e-9;

  private final String outcome;
  private final ImmutableList<String> drivers;
  private final double[] means;
  private final double[][] comoments;
  private long size;

  private DriverMoments(String outcome, ImmutableList<String> drivers) {
    this.outcome = outcome;
    this.drivers = drivers;
    this.means = new double[drivers.size() + 1];
    this.comoments = new double[means.length][means.length];
  }

  /**
   * No rows yet.
   *
   * @throws InvalidValueException LIMIT_EXCEEDED if there are not 1 to 20 drivers, CONFIG_DUPLICATE
   *     if two columns have one name
   */
  public static DriverMoments none(String outcome, List<String> drivers) {
    checkNames(outcome, drivers);
    return new DriverMoments(outcome, ImmutableList.copyOf(drivers));
  }

  static void checkNames(String outcome, List<String> drivers) {
    InvalidValueException.check(
        !drivers.isEmpty() && drivers.size() <= DriverSample.MOST_DRIVERS,
        FailureCode.LIMIT_EXCEEDED,
        "drivers",
        "an analysis must have 1 to %s drivers: %s",
        DriverSample.MOST_DRIVERS,
        drivers.size());
    InvalidValueException.check(
        !drivers.contains(outcome) && new HashSet<>(drivers).size() == drivers.size(),
        FailureCode.CONFIG_DUPLICATE,
        "drivers",
        "outcome and drivers must have different names: %s of %s",
        outcome,
        drivers);
  }

  /**
   * All that moments hold, to be stored and merged later.
   *
   * @param outcome the name of the outcome
   * @param drivers the names of the drivers
   * @param size how many rows there are
   * @param means of the outcome, then of each driver
   * @param comoments sums of products of distances from the means: outcome with itself, first
   *     driver with the outcome, with itself, and so on by rows
   */
  public record Snapshot(
      String outcome,
      ImmutableList<String> drivers,
      long size,
      ImmutableList<Double> means,
      ImmutableList<Double> comoments) {
    /**
     * Checked moments.
     *
     * @throws InvalidValueException LIMIT_EXCEEDED or CONFIG_DUPLICATE as {@link #none},
     *     TOTAL_MISMATCH if there is not a number for each column and pair of columns,
     *     NUMBER_NOT_FINITE if one is none, RANGE if no rows could have these moments
     */
    public Snapshot {
      checkNames(outcome, drivers);
      int columns = drivers.size() + 1;
      InvalidValueException.check(
          means.size() == columns && comoments.size() == columns * (columns + 1) / 2,
          FailureCode.TOTAL_MISMATCH,
          "comoments",
          "moments of %s columns must have a mean for each and a number for each pair: %s, %s",
          columns,
          means.size(),
          comoments.size());
      InvalidValueException.check(
          means.stream().allMatch(Double::isFinite)
              && comoments.stream().allMatch(Double::isFinite),
          FailureCode.NUMBER_NOT_FINITE,
          "means",
          "moments must be finite numbers: %s, %s",
          means,
          comoments);
      InvalidValueException.check(
          size >= 0 && arePossible(size, comoments),
          FailureCode.RANGE,
          "comoments",
          "moments must be those of %s rows: %s",
          size,
          comoments);
    }

    /** No product of two columns is larger than the root of the product of their squares. */
    private static boolean arePossible(long size, ImmutableList<Double> comoments) {
      boolean isPossible = true;
      for (int i = 0; place(i, i) < comoments.size(); i++) {
        double own = comoments.get(place(i, i));
        isPossible &= size > 1 ? own >= 0 : own == 0;
        for (int j = 0; j < i; j++) {
          double most = Math.sqrt(own) * Math.sqrt(comoments.get(place(j, j)));
          isPossible &= Math.abs(comoments.get(place(i, j))) <= most * (1 + SLACK);
        }
      }
      return isPossible;
    }

    private static int place(int row, int column) {
      return row * (row + 1) / 2 + column;
    }
  }

  /** The moments that were stored. */
  public static DriverMoments from(Snapshot snapshot) {
    DriverMoments moments = new DriverMoments(snapshot.outcome(), snapshot.drivers());
    moments.size = snapshot.size();
    for (int i = 0; i < moments.means.length; i++) {
      moments.means[i] = snapshot.means().get(i);
      for (int j = 0; j <= i; j++) {
        moments.comoments[i][j] = snapshot.comoments().get(Snapshot.place(i, j));
      }
    }
    return moments;
  }

  /** All that is held. */
  public Snapshot snapshot() {
    ImmutableList.Builder<Double> products = ImmutableList.builder();
    for (int i = 0; i < means.length; i++) {
      for (int j = 0; j <= i; j++) {
        products.add(comoments[i][j]);
      }
    }
    return new Snapshot(
        outcome, drivers, size, ImmutableList.copyOf(Doubles.asList(means)), products.build());
  }

  /** The name of the outcome. */
  public String outcome() {
    return outcome;
  }

  /** The names of the drivers. */
  public ImmutableList<String> drivers() {
    return drivers;
  }

  /** How many rows there are. */
  public long size() {
    return size;
  }

  /** The mean of a driver by its place; 0 without rows. */
  public double mean(int driver) {
    return means[driver + 1];
  }

  /** Takes in a row, the outcome first, so many times. */
  void add(double[] row, int times) {
    long before = size;
    size = Math.addExact(size, times);
    double share = (double) times / size;
    for (int i = 0; i < means.length; i++) {
      double from = row[i] - means[i];
      for (int j = 0; j <= i; j++) {
        comoments[i][j] += before * share * from * (row[j] - means[j]);
      }
    }
    for (int i = 0; i < means.length; i++) {
      means[i] += share * (row[i] - means[i]);
    }
  }

  /**
   * The moments of both; neither of the two changes.
   *
   * @throws InvalidValueException TYPE_MISMATCH if outcome or drivers differ, naming both
   */
  public DriverMoments merge(DriverMoments other) {
    InvalidValueException.check(
        outcome.equals(other.outcome) && drivers.equals(other.drivers),
        FailureCode.TYPE_MISMATCH,
        "drivers",
        "moments must be of the same columns to merge: %s by %s and %s by %s",
        outcome,
        drivers,
        other.outcome,
        other.drivers);
    DriverMoments both = new DriverMoments(outcome, drivers);
    both.size = Math.addExact(size, other.size);
    double share = both.size == 0 ? 0 : (double) other.size / both.size;
    for (int i = 0; i < means.length; i++) {
      double from = other.means[i] - means[i];
      both.means[i] = means[i] + share * from;
      for (int j = 0; j <= i; j++) {
        both.comoments[i][j] = comoments[i][j]
            + other.comoments[i][j]
            + size * share * from * (other.means[j] - means[j]);
      }
    }
    return both;
  }

  /** Whether the column at this place, 0 for the outcome, has one value only. */
  boolean isConstant(int column) {
    double scale = size * means[column] * means[column];
    return comoments[column][column] <= CONSTANT * scale || comoments[column][column] == 0;
  }

  /** The correlation of two columns that vary. */
  double correlation(int one, int other) {
    double product = one >= other ? comoments[one][other] : comoments[other][one];
    double correlation =
        product / Math.sqrt(comoments[one][one]) / Math.sqrt(comoments[other][other]);
    return one == other ? 1 : Math.max(-1, Math.min(1, correlation));
  }

  /** What the columns have to do with the outcome, or why that cannot be told. */
  public DriverAnalysis analyse() {
    return Analysis.of(this);
  }
}
