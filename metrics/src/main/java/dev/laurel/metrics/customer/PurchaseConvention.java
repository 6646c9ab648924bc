package dev.laurel.metrics.customer;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * How days of purchase become a history: until when, in which unit of time, rounded how, and
 * whether the first purchase says something of spend.
 *
 * <p>Tools differ silently in each of these, and their estimates with them. With {@link #published}
 * the CDNOW data give back the published estimates of the literature, whose tables held two
 * decimals; with {@link #dayExact} the third decimal of a parameter moves.
 *
 * <p>Fixed, since everybody agrees: the first purchase makes somebody a customer and is not part of
 * the frequency, and purchases of one day are one.
 *
 * @param calibrationEnd the last day that is looked at; its own purchases belong to it
 * @param daysPerUnit the unit of time in days, 7 for weeks
 * @param rounding what happens to times and mean spend
 * @param firstPurchase whether the first purchase is part of the mean spend
 */
public record PurchaseConvention(
    LocalDate calibrationEnd, int daysPerUnit, Rounding rounding, FirstPurchase firstPurchase) {
  /** The days of a week. */
  public static final int WEEK = 7;

  private static final int LONGEST_UNIT = 366;

  /** What happens to times and mean spend before they are used. */
  public enum Rounding {
    /** Nothing: 272 days are 38.857142857142854 weeks. */
    DAY_EXACT,
    /** Rounded to two decimals, a half upwards, as in published tables: 38.86. */
    TWO_DECIMALS
  }

  /** Whether the first purchase is part of the mean spend. */
  public enum FirstPurchase {
    /** Only repeat purchases are averaged, as the Gamma-Gamma model is published. */
    EXCLUDED,
    /** All purchases are averaged; every customer then has a mean spend. */
    INCLUDED
  }

  /**
   * A checked convention.
   *
   * @throws InvalidValueException PERIOD_INVALID if the unit is not 1 to 366 days
   */
  public PurchaseConvention {
    requireNonNull(calibrationEnd, "calibrationEnd");
    requireNonNull(rounding, "rounding");
    requireNonNull(firstPurchase, "firstPurchase");
    InvalidValueException.check(
        daysPerUnit >= 1 && daysPerUnit <= LONGEST_UNIT,
        FailureCode.PERIOD_INVALID,
        "daysPerUnit",
        "a unit of time must have 1 to %s days: %s",
        LONGEST_UNIT,
        daysPerUnit);
  }

  /** Weeks and mean spend of two decimals, first purchase excluded: the form of the literature. */
  public static PurchaseConvention published(LocalDate calibrationEnd) {
    return new PurchaseConvention(
        calibrationEnd, WEEK, Rounding.TWO_DECIMALS, FirstPurchase.EXCLUDED);
  }

  /** Exact units of so many days, first purchase excluded: the form for new work. */
  public static PurchaseConvention dayExact(LocalDate calibrationEnd, int daysPerUnit) {
    return new PurchaseConvention(
        calibrationEnd, daysPerUnit, Rounding.DAY_EXACT, FirstPurchase.EXCLUDED);
  }

  /** This many days in the unit of time. */
  double units(long days) {
    return ratio(BigDecimal.valueOf(days), daysPerUnit);
  }

  /** The mean of an amount over so many purchases. */
  double mean(BigDecimal spent, int purchases) {
    return ratio(spent, purchases);
  }

  private double ratio(BigDecimal dividend, int divisor) {
    return rounding == Rounding.DAY_EXACT
        ? dividend.doubleValue() / divisor
        : dividend.divide(BigDecimal.valueOf(divisor), 2, RoundingMode.HALF_UP).doubleValue();
  }
}
