package dev.laurel.metrics.lifetime;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.List;

/**
 * What a payment loses in worth for each period it lies ahead: at 0.10, EUR 110 in one period are
 * worth EUR 100 today.
 *
 * <p>Zero loses nothing; a rate below zero, down to but not including -1, gains.
 *
 * @param rate the rate for one period, above -1
 */
public record Discount(double rate) {
  /** Payments keep their worth. */
  public static final Discount NONE = new Discount(0);

  /**
   * A checked rate.
   *
   * @throws InvalidValueException RANGE if it is at most -1 or not finite
   */
  public Discount {
    InvalidValueException.check(
        rate > -1 && Double.isFinite(rate),
        FailureCode.RANGE,
        "rate",
        "a discount rate must be finite and above -1: %s",
        rate);
  }

  /** The discount at this rate for one period. */
  public static Discount of(double rate) {
    return new Discount(rate);
  }

  /**
   * What payments now and after each period are worth today: 100, 110 and 121 at 0.10 are 300.
   *
   * @throws InvalidValueException NUMBER_NOT_FINITE if a payment is not finite, METRIC_DIVERGES if
   *     the worth is beyond the range of numbers
   */
  public double presentValue(List<Double> payments) {
    double value = 0;
    for (int period = payments.size() - 1; period >= 0; period--) {
      double payment = payments.get(period);
      InvalidValueException.check(
          Double.isFinite(payment),
          FailureCode.NUMBER_NOT_FINITE,
          "payments[" + period + "]",
          "a payment must be finite: %s",
          payment);
      value = payment + value / (1 + rate);
      checkFinite(value);
    }
    return value;
  }

  /**
   * What a payment now and after each period is worth today if each time only a share of payers
   * stays: 100 at retention 0.8 and discount 0.10 is 366.67.
   *
   * @param payment the payment of one who stays
   * @param retention the share that stays from one payment to the next, from 0 to 1
   * @throws InvalidValueException PERCENT_RANGE for the retention, NUMBER_NOT_FINITE for the
   *     payment, METRIC_DIVERGES if the retention is at least 1 + rate, as retention 1 without
   *     discount is
   */
  public double perpetualValue(double payment, double retention) {
    InvalidValueException.check(
        retention >= 0 && retention <= 1,
        FailureCode.PERCENT_RANGE,
        "retention",
        "retention must be from 0 to 1: %s",
        retention);
    InvalidValueException.check(
        Double.isFinite(payment),
        FailureCode.NUMBER_NOT_FINITE,
        "payment",
        "a payment must be finite: %s",
        payment);
    InvalidValueException.check(
        retention < 1 + rate,
        FailureCode.METRIC_DIVERGES,
        "retention",
        "retention must be below 1 plus the discount for the value to end: %s, %s",
        retention,
        rate);
    double value = payment / (1 - retention / (1 + rate));
    checkFinite(value);
    return value;
  }

  private void checkFinite(double value) {
    InvalidValueException.check(
        Double.isFinite(value),
        FailureCode.METRIC_DIVERGES,
        "payments",
        "a present value must be a finite number: rate %s",
        rate);
  }
}
