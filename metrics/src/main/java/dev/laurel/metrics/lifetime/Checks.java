package dev.laurel.metrics.lifetime;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;

/** What is asked of the numbers that enter a model. */
final class Checks {
  private Checks() {}

  static void parameter(String model, String name, double value) {
    InvalidValueException.check(
        value > 0 && Double.isFinite(value),
        FailureCode.RANGE,
        name,
        "parameter %s of %s must be finite and above zero: %s",
        name,
        model,
        value);
  }

  static void time(double time) {
    InvalidValueException.check(
        time >= 0 && Double.isFinite(time),
        FailureCode.RANGE,
        "time",
        "a time must be finite and at least 0: %s",
        time);
  }

  static void rate(double rate) {
    InvalidValueException.check(
        rate >= 0 && Double.isFinite(rate),
        FailureCode.RANGE,
        "rate",
        "a continuous discount rate must be finite and at least 0: %s",
        rate);
  }

  /** Without a discount the purchases of all future end only if so many leave. */
  static void ends(boolean isFinite, String name, double value) {
    InvalidValueException.check(
        isFinite,
        FailureCode.METRIC_DIVERGES,
        "rate",
        "purchases of all future must be discounted where %s is at most 1: rate 0, %s",
        name,
        value);
  }

  static void purchases(int purchases) {
    InvalidValueException.check(
        purchases >= 0,
        FailureCode.RANGE,
        "purchases",
        "a number of purchases must be at least 0: %s",
        purchases);
  }
}
