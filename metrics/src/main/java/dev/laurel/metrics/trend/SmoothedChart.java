package dev.laurel.metrics.trend;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.List;

/**
 * An exponentially weighted moving average, which sees small lasting shifts sooner than single
 * points do. Its points hang together, so there are limits and no run rules.
 *
 * <p>Source: S. W. Roberts, Technometrics 1 (1959).
 *
 * @param points the smoothed points; limits are narrow at the start and settle
 */
public record SmoothedChart(ImmutableList<ChartPoint> points) {

  /**
   * The chart of these readings.
   *
   * @param target what readings should be
   * @param sigma the standard deviation of one reading, above zero
   * @param weight that of the newest reading, above 0 and at most 1; 0.2 to 0.3 is usual
   * @throws InvalidValueException RANGE for a weight or sigma outside these
   */
  public static SmoothedChart of(
      List<Reading> readings, double target, double sigma, double weight) {
    InvalidValueException.check(
        weight > 0 && weight <= 1 && sigma > 0 && Double.isFinite(sigma + target),
        FailureCode.RANGE,
        "weight",
        "a smoothed chart must have a weight above 0 to 1, and a sigma above 0: %s, %s",
        weight,
        sigma);
    ImmutableList.Builder<ChartPoint> points = ImmutableList.builder();
    double smoothed = target;
    for (int i = 0; i < readings.size(); i++) {
      smoothed = weight * readings.get(i).value() + (1 - weight) * smoothed;
      double settled = 1 - Math.pow(1 - weight, 2.0 * (i + 1));
      points.add(ChartPoint.of(
          readings.get(i).label(),
          smoothed,
          target,
          sigma * Math.sqrt(weight / (2 - weight) * settled),
          Double.NEGATIVE_INFINITY,
          Double.POSITIVE_INFINITY));
    }
    return new SmoothedChart(points.build());
  }

  /** The indexes of points outside their limits. */
  public ImmutableList<Integer> outside() {
    ImmutableList.Builder<Integer> outside = ImmutableList.builder();
    for (int i = 0; i < points.size(); i++) {
      if (points.get(i).isOutside()) {
        outside.add(i);
      }
    }
    return outside.build();
  }
}
