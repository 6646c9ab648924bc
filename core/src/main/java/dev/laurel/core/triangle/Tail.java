package dev.laurel.core.triangle;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;

/**
 * What still happens after the last age that the triangle shows, such as a factor of 1.02.
 *
 * @param factor the redemptions of all ages to come over those of the last age shown; at least 1
 * @param standardError the standard error of the factor
 * @param sigmaSquared the variance parameter of that development, as those of the other ages
 */
public record Tail(double factor, double standardError, double sigmaSquared) {
  private static final Tail NONE = new Tail(1, 0, 0);

  /**
   * A tail of checked parts.
   *
   * @throws InvalidValueException RANGE if the factor is below 1 or an error below 0
   */
  public Tail {
    InvalidValueException.check(
        factor >= 1 && Double.isFinite(factor),
        FailureCode.RANGE,
        "factor",
        "a tail must have a factor of at least 1: %s",
        factor);
    InvalidValueException.check(
        standardError >= 0 && sigmaSquared >= 0 && Double.isFinite(standardError + sigmaSquared),
        FailureCode.RANGE,
        "standardError",
        "a tail must have errors of at least 0: %s, %s",
        standardError,
        sigmaSquared);
  }

  /** Nothing happens any more. */
  public static Tail none() {
    return NONE;
  }

  /** A tail that is taken for certain. */
  public static Tail of(double factor) {
    return new Tail(factor, 0, 0);
  }
}
