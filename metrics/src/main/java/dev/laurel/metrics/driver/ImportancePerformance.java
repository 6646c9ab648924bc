package dev.laurel.metrics.driver;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;

/**
 * One driver in the table of importance and performance: what matters, and how well it is done.
 *
 * <p>Importance is the driver's Shapley share in percent of R squared, performance its mean in
 * percent of its scale: a mean of 4.0 on a scale of 1 to 5 is 75. The lines between the quadrants
 * are the means over all drivers; whoever stands on a line counts as above it.
 *
 * <p>Source: J. Martilla and J. James, "Importance-performance analysis", Journal of Marketing 41
 * (1977).
 *
 * @param name the driver
 * @param importance from 0 to 100; all drivers add up to 100
 * @param performance from 0 to 100
 * @param quadrant where that puts it
 */
public record ImportancePerformance(
    String name, double importance, double performance, Quadrant quadrant) {
  /** The four fields of the table. */
  public enum Quadrant {
    /** Important, and below average. */
    CONCENTRATE_HERE,
    /** Important, and above average. */
    KEEP_UP,
    /** Less important, and below average. */
    LOW_PRIORITY,
    /** Less important, and above average. */
    POSSIBLE_OVERKILL
  }

  /** A driver in its place. */
  public ImportancePerformance {
    requireNonNull(name, "name");
    requireNonNull(quadrant, "quadrant");
  }

  /**
   * The table of all drivers, in the order of the moments; empty if importance cannot be told.
   *
   * @param moments the drivers
   * @param least the lowest point of the scale that all drivers have
   * @param most the highest
   * @throws InvalidValueException RANGE if the scale does not rise or a mean lies outside it
   */
  public static ImmutableList<ImportancePerformance> table(
      DriverMoments moments, double least, double most) {
    InvalidValueException.check(
        least < most && Double.isFinite(most - least),
        FailureCode.RANGE,
        "scale",
        "a scale must rise: %s to %s",
        least,
        most);
    return moments
        .analyse()
        .explained()
        .filter(explained -> explained.rSquared() > 0)
        .map(explained -> table(explained, performances(moments, least, most)))
        .orElse(ImmutableList.of());
  }

  private static double[] performances(DriverMoments moments, double least, double most) {
    double[] performances = new double[moments.drivers().size()];
    for (int i = 0; i < performances.length; i++) {
      double mean = moments.mean(i);
      InvalidValueException.check(
          mean >= least && mean <= most,
          FailureCode.RANGE,
          moments.drivers().get(i),
          "the mean of a driver must lie on its scale: %s on %s to %s",
          mean,
          least,
          most);
      performances[i] = 100 * (mean - least) / (most - least);
    }
    return performances;
  }

  private static ImmutableList<ImportancePerformance> table(
      DriverAnalysis.Explained explained, double[] performances) {
    double middle = 0;
    for (double performance : performances) {
      middle += performance / performances.length;
    }
    ImmutableList.Builder<ImportancePerformance> table = ImmutableList.builder();
    for (int i = 0; i < performances.length; i++) {
      double importance = 100 * explained.drivers().get(i).shapley() / explained.rSquared();
      boolean matters = importance * performances.length >= 100;
      table.add(new ImportancePerformance(
          explained.drivers().get(i).name(),
          importance,
          performances[i],
          quadrant(matters, performances[i] >= middle)));
    }
    return table.build();
  }

  private static Quadrant quadrant(boolean matters, boolean isGood) {
    if (matters) {
      return isGood ? Quadrant.KEEP_UP : Quadrant.CONCENTRATE_HERE;
    }
    return isGood ? Quadrant.POSSIBLE_OVERKILL : Quadrant.LOW_PRIORITY;
  }
}
