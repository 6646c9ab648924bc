package dev.laurel.metrics.trend;

/**
 * One point of a chart with the limits that hold for it.
 *
 * @param label what it belongs to
 * @param value where it lies
 * @param centre where points lie on average
 * @param sigma how far they scatter by chance
 * @param lower below this it is a signal
 * @param upper above this it is a signal
 */
public record ChartPoint(
    String label, double value, double centre, double sigma, double lower, double upper) {
  /** Three standard deviations on either side, the width of Shewhart. */
  static final double WIDTH = 3;

  static ChartPoint of(
      String label, double value, double centre, double sigma, double least, double most) {
    return new ChartPoint(
        label,
        value,
        centre,
        sigma,
        Math.max(least, centre - WIDTH * sigma),
        Math.min(most, centre + WIDTH * sigma));
  }

  /** Whether it lies outside its limits. */
  public boolean isOutside() {
    return value < lower || value > upper;
  }

  /** The distance from the centre in standard deviations; zero where nothing scatters. */
  public double distance() {
    return sigma == 0 ? 0 : (value - centre) / sigma;
  }
}
