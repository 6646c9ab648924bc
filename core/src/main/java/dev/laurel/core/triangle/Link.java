package dev.laurel.core.triangle;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.OptionalDouble;

/**
 * How redemptions develop from one age to the next: by 3.490607 from the first to the second.
 *
 * @param age the age from which they develop, from 1
 * @param factor the estimated factor
 * @param standardError the standard error of the factor; absent where there are too few cohorts
 * @param sigmaSquared the variance parameter; absent where there are too few cohorts
 * @param pairs how many cohorts have shown this development
 */
public record Link(
    int age, double factor, OptionalDouble standardError, OptionalDouble sigmaSquared, int pairs) {
  /**
   * A link of checked numbers.
   *
   * @throws InvalidValueException RANGE if a number is negative, or the age below 1
   */
  public Link {
    InvalidValueException.check(
        age >= 1 && pairs >= 0 && factor >= 0 && Double.isFinite(factor),
        FailureCode.RANGE,
        "factor",
        "the link from age %s must have a factor of at least 0: %s from %s cohorts",
        age,
        factor,
        pairs);
    InvalidValueException.check(
        standardError.orElse(0) >= 0 && sigmaSquared.orElse(0) >= 0,
        FailureCode.RANGE,
        "standardError",
        "the link from age %s must have errors of at least 0: %s, %s",
        age,
        standardError,
        sigmaSquared);
  }

  static Link certain(int age, double factor) {
    return new Link(age, factor, OptionalDouble.of(0), OptionalDouble.of(0), 0);
  }
}
