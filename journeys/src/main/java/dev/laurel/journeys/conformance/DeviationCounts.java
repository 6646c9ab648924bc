package dev.laurel.journeys.conformance;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;

/**
 * How many steps were taken as designed, and how many deviations of each kind there are.
 *
 * @param taken steps taken where the map has them, those that failed included
 * @param missing steps that did not happen
 * @param adHoc events that the map does not have
 * @param outOfOrder steps that happened at another place of the way
 * @param failed steps taken that failed
 */
public record DeviationCounts(long taken, long missing, long adHoc, long outOfOrder, long failed) {
  /** Nothing. */
  public static final DeviationCounts NONE = new DeviationCounts(0, 0, 0, 0, 0);

  /**
   * Checked counts.
   *
   * @throws InvalidValueException RANGE if one is negative, or more failed than were taken
   */
  public DeviationCounts {
    InvalidValueException.check(
        Math.min(Math.min(missing, adHoc), Math.min(outOfOrder, failed)) >= 0 && failed <= taken,
        FailureCode.RANGE,
        "taken",
        "deviations must be counted from 0: %s, %s, %s, %s of %s",
        missing,
        adHoc,
        outOfOrder,
        failed,
        taken);
  }

  /** The counts of both. */
  public DeviationCounts plus(DeviationCounts other) {
    return new DeviationCounts(
        Math.addExact(taken, other.taken),
        Math.addExact(missing, other.missing),
        Math.addExact(adHoc, other.adHoc),
        Math.addExact(outOfOrder, other.outOfOrder),
        Math.addExact(failed, other.failed));
  }

  /** The number of deviations of a kind. */
  public long of(Deviation.Kind kind) {
    return switch (kind) {
      case MISSING -> missing;
      case AD_HOC -> adHoc;
      case OUT_OF_ORDER -> outOfOrder;
      case FAILED -> failed;
    };
  }

  /** All deviations. */
  public long deviations() {
    return missing + adHoc + outOfOrder + failed;
  }

  /** Moves of alignments on the map alone: steps missing and out of order. */
  public long mapMoves() {
    return missing + outOfOrder;
  }

  /** Moves of alignments on the log alone: events ad hoc and out of order. */
  public long logMoves() {
    return adHoc + outOfOrder;
  }
}
