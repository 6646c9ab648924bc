package dev.laurel.core.breakage;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;

/**
 * The two parts of a standard error: 48,832 of chance and 57,628 of not knowing the factors make
 * 75,535 together.
 *
 * @param process what members do by chance, even if the model were known exactly
 * @param parameter what is not known of the model, since it was estimated
 */
public record ErrorParts(double process, double parameter) {
  /**
   * Parts of at least zero.
   *
   * @throws InvalidValueException RANGE if one is negative or not a number
   */
  public ErrorParts {
    InvalidValueException.check(
        process >= 0 && parameter >= 0 && Double.isFinite(process + parameter),
        FailureCode.RANGE,
        "process",
        "the parts of an error must be numbers of at least 0: %s, %s",
        process,
        parameter);
  }

  /** The standard error: the root of the sum of the squares. */
  public double standardError() {
    return Math.sqrt(process * process + parameter * parameter);
  }
}
