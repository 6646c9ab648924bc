package dev.laurel.core.triangle;

/**
 * How the developments of several cohorts make one factor.
 *
 * <p>A development is weighted by the redemptions it starts from, to the power of an exponent.
 */
public enum Averaging {
  /** All redemptions after over all redemptions before; the choice of Mack's model. Exponent 1. */
  VOLUME_WEIGHTED(1),
  /** The plain mean of the developments. Exponent 0. */
  SIMPLE(0),
  /** The line through the origin by least squares. Exponent 2. */
  REGRESSION(2);

  private final int exponent;

  Averaging(int exponent) {
    this.exponent = exponent;
  }

  /** The weight of a development that starts from this many redemptions, above zero. */
  double weight(double from) {
    return switch (exponent) {
      case 0 -> 1;
      case 1 -> from;
      default -> from * from;
    };
  }

  /** What one unit of sigma squared contributes to the variance of the next redemptions. */
  double variance(double from) {
    return from == 0 ? 0 : from * from / weight(from);
  }
}
