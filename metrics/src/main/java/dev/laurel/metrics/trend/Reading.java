package dev.laurel.metrics.trend;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;

/**
 * One number of a series, such as the score of a period or the minutes of a call.
 *
 * @param label what it belongs to, such as {@code 2026-03}
 * @param value the number
 */
public record Reading(String label, double value) {
  /**
   * A checked reading.
   *
   * @throws InvalidValueException NUMBER_NOT_FINITE if it is not a number
   */
  public Reading {
    requireNonNull(label, "label");
    InvalidValueException.check(
        Double.isFinite(value),
        FailureCode.NUMBER_NOT_FINITE,
        "value",
        "a reading must be a finite number: %s",
        value);
  }
}
