package dev.laurel.metrics.customer;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.money.ExactMoney;
import org.immutables.value.Value;

/**
 * What recency, frequency and monetary value are made of: m-17 bought last 12 days ago, on 5 days,
 * for USD 120.00 in all.
 */
@Value.Immutable
public abstract class RfmFigures {
  RfmFigures() {}

  /** The customer. */
  @Value.Parameter
  public abstract MemberId customer();

  /** The days since the last purchase; fewer are better. */
  @Value.Parameter
  public abstract long daysSinceLast();

  /** The number of days of purchase, at least 1. */
  @Value.Parameter
  public abstract int purchases();

  /** What all of them cost together, at least zero. */
  @Value.Parameter
  public abstract ExactMoney spend();

  /** The figures of one customer. */
  public static RfmFigures of(
      MemberId customer, long daysSinceLast, int purchases, ExactMoney spend) {
    return ImmutableRfmFigures.of(customer, daysSinceLast, purchases, spend);
  }

  @Value.Check
  void check() {
    InvalidValueException.check(
        daysSinceLast() >= 0 && purchases() >= 1 && !spend().isNegative(),
        FailureCode.RANGE,
        "purchases",
        "figures of %s must have 0 days or more, 1 purchase or more and no negative spend: %s, %s,"
            + " %s",
        customer(),
        daysSinceLast(),
        purchases(),
        spend());
  }
}
