package dev.laurel.core.books;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.time.YearMonth;

/**
 * The part of a cohort's points that is expected to be redeemed in the end, as it was known in a
 * month: 0.95 of the points of January, 0.97 as known in June.
 *
 * <p>It counts redemptions of the past and of the future, over points issued. The same question
 * must always get the same answer, since what is booked is computed again from it.
 */
@FunctionalInterface
public interface RedemptionExpectation {
  /**
   * The expected part, 0 to 1.
   *
   * @param cohort the month in which the points were earned
   * @param knownIn the month whose knowledge counts, the cohort's own or a later one
   */
  Ratio of(YearMonth cohort, YearMonth knownIn);

  /**
   * The same part for all cohorts at all times.
   *
   * @throws InvalidValueException PERCENT_RANGE if it is not from 0 to 1
   */
  static RedemptionExpectation constant(Ratio part) {
    Ratio checked = checked(part);
    return (cohort, knownIn) -> checked;
  }

  /** A part from 0 to 1. */
  static Ratio checked(Ratio part) {
    InvalidValueException.check(
        !requireNonNull(part, "part").isNegative() && part.compareTo(Ratio.ONE) <= 0,
        FailureCode.PERCENT_RANGE,
        "part",
        "points must be expected to be redeemed by a part from 0 to 1: %s",
        part);
    return part;
  }
}
