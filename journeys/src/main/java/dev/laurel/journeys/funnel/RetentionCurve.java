package dev.laurel.journeys.funnel;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.time.TimeGate;
import dev.laurel.journeys.log.JourneyLog;
import java.time.Instant;

/**
 * How many customers came back in each stretch of days.
 *
 * <p>Only those count for a stretch whose last day was over when the curve was taken: somebody who
 * started yesterday says nothing about day 7. A stretch that is over for nobody is 0 of 0.
 *
 * @param spec the rules
 * @param asOf when the curve was taken
 * @param points those who came back among those observed, for each stretch
 */
public record RetentionCurve(RetentionSpec spec, Instant asOf, ImmutableList<Proportion> points) {
  /** A checked curve. */
  public RetentionCurve {
    requireNonNull(asOf, "asOf");
    InvalidValueException.check(
        points.size() == spec.brackets().size() - 1,
        FailureCode.TOTAL_MISMATCH,
        "points",
        "a retention must have a point for each stretch: %s, %s",
        points.size(),
        spec.brackets().size() - 1);
  }

  /** The curve of the journeys of a log, as known at an instant; later events are not seen. */
  public static RetentionCurve evaluate(JourneyLog log, RetentionSpec spec, Instant asOf) {
    return RetentionCounting.of(log, spec, TimeGate.admit(asOf, "asOf"));
  }

  /**
   * The curve over the journeys of both.
   *
   * @throws InvalidValueException VALUE_INVALID if they were taken by other rules or at another
   *     instant
   */
  public RetentionCurve merge(RetentionCurve other) {
    InvalidValueException.check(
        spec.equals(other.spec) && asOf.equals(other.asOf),
        FailureCode.VALUE_INVALID,
        "spec",
        "retentions must have one definition to be merged: %s at %s, %s at %s",
        spec,
        asOf,
        other.spec,
        other.asOf);
    ImmutableList.Builder<Proportion> merged = ImmutableList.builder();
    for (int i = 0; i < points.size(); i++) {
      merged.add(points.get(i).merge(other.points.get(i)));
    }
    return new RetentionCurve(spec, asOf, merged.build());
  }
}
