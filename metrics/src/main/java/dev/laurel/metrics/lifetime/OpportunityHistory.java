package dev.laurel.metrics.lifetime;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.Comparator;

/**
 * One customer who has had so many opportunities to buy, took some of them, and the last at a known
 * one: (2, 4, 6) gave twice in six yearly appeals, the last time in the fourth.
 *
 * @param frequency how many opportunities were taken
 * @param recency the number of the last one taken, 0 if none was
 * @param opportunities how many there were
 */
public record OpportunityHistory(int frequency, int recency, int opportunities)
    implements Comparable<OpportunityHistory> {
  private static final int MOST = 10_000;
  private static final Comparator<OpportunityHistory> ORDER = Comparator.comparingInt(
          OpportunityHistory::opportunities)
      .thenComparingInt(OpportunityHistory::frequency)
      .thenComparingInt(OpportunityHistory::recency);

  /**
   * A checked history.
   *
   * @throws InvalidValueException RANGE if it holds not frequency &lt;= recency &lt;=
   *     opportunities, if only one of frequency and recency is 0, or if there are more than 10,000
   *     opportunities
   */
  public OpportunityHistory {
    InvalidValueException.check(
        frequency >= 0
            && frequency <= recency
            && recency <= opportunities
            && opportunities <= MOST
            && (frequency == 0) == (recency == 0),
        FailureCode.RANGE,
        "recency",
        "a history must have 0 <= frequency <= recency <= opportunities <= 10000, both or neither"
            + " 0: %s, %s, %s",
        frequency,
        recency,
        opportunities);
  }

  /** The history of these figures. */
  public static OpportunityHistory of(int frequency, int recency, int opportunities) {
    return new OpportunityHistory(frequency, recency, opportunities);
  }

  @Override
  public int compareTo(OpportunityHistory other) {
    return ORDER.compare(this, other);
  }
}
