package dev.laurel.core.breakage;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;

/**
 * The points issued in one period and where they stand now, such as 1,800 points of 2024 of which
 * 880 are redeemed after two years.
 *
 * <p>All counts are in the smallest units of one type of points.
 *
 * @param name the period of issue, such as {@code 2024} or {@code 2026-03}
 * @param issued points issued, less those taken back because a purchase was returned
 * @param redeemed points redeemed to date, less redemptions that were reversed
 * @param lapsed points that expired or were forfeited to date
 * @param age development periods that have passed, the period of issue included; at least 1
 */
public record Cohort(String name, long issued, long redeemed, long lapsed, int age) {
  /**
   * A cohort of checked counts.
   *
   * @throws InvalidValueException RANGE if a count is negative, if more is gone than was issued, or
   *     if the age is below 1
   */
  public Cohort {
    requireNonNull(name, "name");
    InvalidValueException.check(
        issued >= 0 && redeemed >= 0 && lapsed >= 0 && redeemed <= issued - lapsed,
        FailureCode.RANGE,
        "issued",
        "cohort '%s' must not give more than it received: issued %s, redeemed %s, lapsed %s",
        name,
        issued,
        redeemed,
        lapsed);
    InvalidValueException.check(
        age >= 1, FailureCode.RANGE, "age", "cohort '%s' must be of age 1 or more: %s", name, age);
  }

  /** A cohort of which nothing has lapsed. */
  public static Cohort of(String name, long issued, long redeemed, int age) {
    return new Cohort(name, issued, redeemed, 0, age);
  }

  /** Points that can still be redeemed: issued less redeemed less lapsed. */
  public long outstanding() {
    return issued - redeemed - lapsed;
  }
}
