package dev.laurel.metrics.trend;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.List;

/**
 * Cumulated sums of what readings lie above, and below, a target by more than an allowance: the
 * quickest way to see a shift of a known size.
 *
 * <p>Source: E. S. Page, Biometrika 41 (1954).
 *
 * @param points the sums after each reading
 * @param threshold from which sum on there is a signal
 */
public record CusumChart(ImmutableList<Sums> points, double threshold) {
  /**
   * The two sums after a reading, in its unit.
   *
   * @param label what the reading belongs to
   * @param high what lies above, at least 0
   * @param low what lies below, at least 0
   */
  public record Sums(String label, double high, double low) {}

  /**
   * The chart of these readings.
   *
   * @param target what readings should be
   * @param allowance half the shift worth seeing, at least 0
   * @param threshold usually four to five standard deviations of a reading, above 0
   * @throws InvalidValueException RANGE for an allowance or threshold outside these
   */
  public static CusumChart of(
      List<Reading> readings, double target, double allowance, double threshold) {
    InvalidValueException.check(
        allowance >= 0 && threshold > 0 && Double.isFinite(allowance + threshold + target),
        FailureCode.RANGE,
        "allowance",
        "a cumulated sum must have an allowance of at least 0 and a threshold above 0: %s, %s",
        allowance,
        threshold);
    ImmutableList.Builder<Sums> points = ImmutableList.builder();
    double high = 0;
    double low = 0;
    for (Reading reading : readings) {
      high = Math.max(0, high + reading.value() - target - allowance);
      low = Math.max(0, low + target - allowance - reading.value());
      points.add(new Sums(reading.label(), high, low));
    }
    return new CusumChart(points.build(), threshold);
  }

  /** The indexes at which a sum is beyond the threshold. */
  public ImmutableList<Integer> outside() {
    ImmutableList.Builder<Integer> outside = ImmutableList.builder();
    for (int i = 0; i < points.size(); i++) {
      if (Math.max(points.get(i).high(), points.get(i).low()) > threshold) {
        outside.add(i);
      }
    }
    return outside.build();
  }
}
