package dev.laurel.metrics.compare;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.estimate.Interval;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;

/**
 * What a test says of a difference, as its formula gives it.
 *
 * @param method the name statisticians use
 * @param difference the difference that the method is centred on; an adjusted one differs from the
 *     observed
 * @param standardError its standard error
 * @param interval its interval
 * @param pValue the two-sided p-value against no difference
 */
public record Significance(
    String method, double difference, double standardError, Interval interval, double pValue) {
  /** A checked result. */
  public Significance {
    requireNonNull(method, "method");
    requireNonNull(interval, "interval");
    InvalidValueException.check(
        pValue >= 0 && pValue <= 1,
        FailureCode.PERCENT_RANGE,
        "pValue",
        "a p-value must lie between 0 and 1: %s",
        pValue);
  }

  /** Whether the p-value is below one minus the level of the interval. */
  public boolean isSignificant() {
    return pValue < interval.confidence().alpha();
  }
}
