package dev.laurel.core.triangle;

import static java.util.Objects.requireNonNull;

import com.google.common.primitives.ImmutableLongArray;
import dev.laurel.core.breakage.Cohort;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;

/**
 * One cohort of a triangle: the points issued in one period, and how many of them had been redeemed
 * by the end of that period and of each one after it.
 *
 * <p>Of 1,500 points of 2023, 330 were redeemed by the end of 2023, 730 by the end of 2024, 980 by
 * the end of 2025. The numbers may fall where redemptions were reversed, and pass the points issued
 * where points were given back and then taken back.
 *
 * @param cohort the period of issue
 * @param issued points issued, less those taken back
 * @param lapsed points expired or forfeited to date
 * @param cumulative points redeemed to the end of each period
 */
public record TriangleRow(String cohort, long issued, long lapsed, ImmutableLongArray cumulative) {
  /**
   * A row of checked numbers.
   *
   * @throws InvalidValueException RANGE if a number is negative or more is gone than was issued;
   *     VALUE_INVALID if there are no periods
   */
  public TriangleRow {
    requireNonNull(cohort, "cohort");
    InvalidValueException.check(
        !cumulative.isEmpty(),
        FailureCode.VALUE_INVALID,
        "cumulative",
        "cohort '%s' must have its first period at least",
        cohort);
    for (int k = 0; k < cumulative.length(); k++) {
      long redeemed = cumulative.get(k);
      InvalidValueException.check(
          redeemed >= 0,
          FailureCode.RANGE,
          "cumulative[" + k + "]",
          "cohort '%s' must have redeemed 0 or more: %s",
          cohort,
          redeemed);
    }
    InvalidValueException.check(
        lapsed >= 0 && cumulative.get(cumulative.length() - 1) <= issued - lapsed,
        FailureCode.RANGE,
        "lapsed",
        "cohort '%s' must not give more than it received: issued %s, redeemed %s, lapsed %s",
        cohort,
        issued,
        cumulative.get(cumulative.length() - 1),
        lapsed);
  }

  /** A cohort of which nothing has lapsed. */
  public static TriangleRow of(String cohort, long issued, long... cumulative) {
    return new TriangleRow(cohort, issued, 0, ImmutableLongArray.copyOf(cumulative));
  }

  /** How many periods are shown. */
  public int age() {
    return cumulative.length();
  }

  /** Where the cohort stands now. */
  public Cohort latest() {
    return new Cohort(cohort, issued, cumulative.get(age() - 1), lapsed, age());
  }

  /** Redemptions of one period alone, from 0; below zero where more was reversed than redeemed. */
  long increment(int period) {
    return cumulative.get(period) - (period == 0 ? 0 : cumulative.get(period - 1));
  }

  TriangleRow plus(TriangleRow other) {
    long[] sums = new long[age()];
    for (int k = 0; k < sums.length; k++) {
      sums[k] = Math.addExact(cumulative.get(k), other.cumulative.get(k));
    }
    return new TriangleRow(
        cohort,
        Math.addExact(issued, other.issued),
        Math.addExact(lapsed, other.lapsed),
        ImmutableLongArray.copyOf(sums));
  }
}
