package dev.laurel.core.ledger;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.time.Expiry;
import dev.laurel.core.time.TimeGate;
import java.time.Period;

/**
 * What a reversed redemption does about lots that have expired meanwhile; lots that live are put
 * back as they were.
 */
public sealed interface RestoredExpiry {
  /** They keep their date, so that the points are put back and expire in the same step. */
  static RestoredExpiry original() {
    return new Original();
  }

  /** They are usable through the day of the reversal plus a period. */
  static RestoredExpiry grace(Period period) {
    return new Grace(period);
  }

  /** They expire as if earned now, which lets members renew points by cancelling. */
  static RestoredExpiry fresh(Expiry expiry) {
    return new Fresh(expiry);
  }

  /** The date they had. */
  record Original() implements RestoredExpiry {}

  /**
   * A grace from the reversal.
   *
   * @param period the period
   */
  record Grace(Period period) implements RestoredExpiry {
    /** A grace of a checked period. */
    public Grace {
      period = TimeGate.checkPeriod(period, "period");
    }
  }

  /**
   * A new date.
   *
   * @param expiry the rule that gives it
   */
  record Fresh(Expiry expiry) implements RestoredExpiry {
    /** A new date by this rule. */
    public Fresh {
      requireNonNull(expiry, "expiry");
    }
  }
}
