package dev.laurel.core.breakage;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;

/**
 * What an annual report says of its breakage estimate without naming it: "if breakage were 10 %
 * lower, the liability would be higher by 28 million".
 *
 * <p>The sentence has two meanings, and each method is for one of them. In proportion, a liability
 * of 796 that rises by 28 implies a breakage of 26.0223 %, and an obligation of 1,076 before
 * breakage. In percentage points, 10 of them on the same liability would be at least 79.6.
 *
 * @param percent the size of the change of breakage, such as 10; above 0
 * @param increase by how much the liability rises when breakage falls by so much; above 0
 */
public record DisclosedChange(double percent, double increase) {
  /**
   * A change of checked size.
   *
   * @throws InvalidValueException RANGE if a number is not above 0
   */
  public DisclosedChange {
    InvalidValueException.check(
        percent > 0 && increase > 0 && Double.isFinite(percent + increase),
        FailureCode.RANGE,
        "percent",
        "a disclosed change must have numbers above 0: %s, %s",
        percent,
        increase);
  }

  /** The breakage rate, if the change is one in proportion: 26.0223 % of a liability of 796. */
  public double breakageIfInProportion(double liability) {
    checkLiability(liability);
    double odds = increase / (liability * percent / 100);
    return odds / (1 + odds);
  }

  /**
   * The breakage rate, if the change is one of percentage points.
   *
   * @throws InvalidValueException RANGE if no breakage would make it so: the increase is below the
   *     least that the points make of this liability
   */
  public double breakageIfInPercentagePoints(double liability) {
    checkLiability(liability);
    double least = liability * percent / 100;
    InvalidValueException.check(
        increase >= least,
        FailureCode.RANGE,
        "increase",
        "%s percentage points must make at least %s of a liability: %s",
        percent,
        least,
        increase);
    return 1 - least / increase;
  }

  /** The liability that the sentence implies, given the breakage and a change in proportion. */
  public double liabilityIfInProportion(double breakage) {
    checkBreakage(breakage);
    return increase * (1 - breakage) / (percent / 100 * breakage);
  }

  /** The liability that the sentence implies, given the breakage and a change of points. */
  public double liabilityIfInPercentagePoints(double breakage) {
    checkBreakage(breakage);
    return increase * (1 - breakage) / (percent / 100);
  }

  private static void checkLiability(double liability) {
    InvalidValueException.check(
        liability > 0 && Double.isFinite(liability),
        FailureCode.RANGE,
        "liability",
        "a disclosed liability must be above 0: %s",
        liability);
  }

  private static void checkBreakage(double breakage) {
    InvalidValueException.check(
        breakage > 0 && breakage < 1,
        FailureCode.PERCENT_RANGE,
        "breakage",
        "a disclosed breakage must lie between 0 and 1: %s",
        breakage);
  }
}
