package dev.laurel.metrics.driver;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.Arrays;
import java.util.List;

/**
 * Observations of an outcome and of what may drive it: one row for each respondent, complete.
 *
 * <p>For example overall satisfaction with the ratings of advice, workshop and price. A respondent
 * who has not answered all of them is not a row; the caller decides and counts, since leaving such
 * people out is itself an assumption.
 */
public final class DriverSample {
  static final int MOST_DRIVERS = 20;

  private final String outcome;
  private final ImmutableList<String> drivers;
  private final double[][] rows;

  private DriverSample(String outcome, ImmutableList<String> drivers, double[][] rows) {
    this.outcome = outcome;
    this.drivers = drivers;
    this.rows = rows;
  }

  /**
   * A builder without rows.
   *
   * @throws InvalidValueException LIMIT_EXCEEDED if there are not 1 to 20 drivers, CONFIG_DUPLICATE
   *     if two columns have one name
   */
  public static Builder builder(String outcome, List<String> drivers) {
    return new Builder(outcome, drivers);
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
  public int size() {
    return rows.length;
  }

  /** The moments of all rows. */
  public DriverMoments moments() {
    DriverMoments moments = DriverMoments.none(outcome, drivers);
    for (double[] row : rows) {
      moments.add(row, 1);
    }
    return moments;
  }

  /** The moments of the rows, each as often as is said. */
  DriverMoments moments(int[] times) {
    DriverMoments moments = DriverMoments.none(outcome, drivers);
    for (int i = 0; i < rows.length; i++) {
      if (times[i] > 0) {
        moments.add(rows[i], times[i]);
      }
    }
    return moments;
  }

  /** Gathers rows. */
  public static final class Builder {
    private static final int FIRST_CAPACITY = 16;

    private final String outcome;
    private final ImmutableList<String> drivers;
    private double[][] rows = new double[FIRST_CAPACITY][];
    private int size;

    private Builder(String outcome, List<String> drivers) {
      this.outcome = outcome;
      this.drivers = ImmutableList.copyOf(drivers);
      DriverMoments.checkNames(outcome, drivers);
    }

    /**
     * Adds one row.
     *
     * @param value the outcome
     * @param ratings one for each driver, in their order
     * @throws InvalidValueException TOTAL_MISMATCH if there are more or fewer ratings than drivers,
     *     NUMBER_NOT_FINITE if a number is none
     */
    public Builder add(double value, double... ratings) {
      InvalidValueException.check(
          ratings.length == drivers.size(),
          FailureCode.TOTAL_MISMATCH,
          "ratings",
          "a row must have a rating for each of %s drivers: %s",
          drivers.size(),
          ratings.length);
      double[] row = new double[ratings.length + 1];
      row[0] = value;
      System.arraycopy(ratings, 0, row, 1, ratings.length);
      for (int i = 0; i < row.length; i++) {
        InvalidValueException.check(
            Double.isFinite(row[i]),
            FailureCode.NUMBER_NOT_FINITE,
            i == 0 ? outcome : drivers.get(i - 1),
            "a rating must be a finite number: %s",
            row[i]);
      }
      if (size == rows.length) {
        rows = Arrays.copyOf(rows, 2 * size);
      }
      rows[size++] = row;
      return this;
    }

    /** The sample of these rows. */
    public DriverSample build() {
      return new DriverSample(outcome, drivers, Arrays.copyOf(rows, size));
    }
  }
}
