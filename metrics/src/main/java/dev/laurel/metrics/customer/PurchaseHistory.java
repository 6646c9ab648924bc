package dev.laurel.metrics.customer;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;

/**
 * All that the models of buying need to know of one customer: how often, until when, and observed
 * for how long.
 *
 * <p>Somebody who bought first 38.86 weeks ago, came back twice, and the last time 30.43 weeks
 * after the first, has the history (2, 30.43, 38.86). Somebody who never came back has a frequency
 * and a recency of 0.
 *
 * <p>Recency is measured from the first purchase, as in the literature, not back from today.
 *
 * @param frequency the days of purchase after the first
 * @param recency the time from the first purchase to the last
 * @param age the time from the first purchase to the end of observation
 */
public record PurchaseHistory(int frequency, double recency, double age) {
  /**
   * A checked history.
   *
   * @throws InvalidValueException NUMBER_NOT_FINITE, or RANGE if it holds not 0 &lt;= recency &lt;=
   *     age, or somebody without repeat purchases has a recency
   */
  public PurchaseHistory {
    InvalidValueException.check(
        Double.isFinite(recency) && Double.isFinite(age),
        FailureCode.NUMBER_NOT_FINITE,
        "recency",
        "a history must have finite times: recency %s, age %s",
        recency,
        age);
    InvalidValueException.check(
        frequency >= 0 && recency >= 0 && recency <= age && (frequency > 0 || recency == 0),
        FailureCode.RANGE,
        "recency",
        "a history must have a frequency of at least 0, a recency from 0 to its age, and none"
            + " without repeat purchases: frequency %s, recency %s, age %s",
        frequency,
        recency,
        age);
  }

  /** The history of these figures. */
  public static PurchaseHistory of(int frequency, double recency, double age) {
    return new PurchaseHistory(frequency, recency, age);
  }
}
