package dev.laurel.core.points;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.exact.ExactNumber;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.PointsOverflowException;
import java.math.BigDecimal;

/**
 * An amount of points of one type, never below zero, such as 120 stars.
 *
 * <p>The amount is counted in the smallest units of its type, so that with scale 2 the points 1.50
 * have 150 units. Adding points of another type fails and names both.
 *
 * @param units the count of smallest units, 0 to 9,223,372,036,854,775,807
 * @param type what is counted
 */
public record Points(long units, PointType type) implements Comparable<Points> {
  /**
   * An amount of checked parts.
   *
   * @throws InvalidValueException POINTS_NEGATIVE if the count is below zero
   */
  public Points {
    requireNonNull(type, "type");
    // Asked first, so that the values of a message that nobody reads are not boxed each time.
    if (units < 0) {
      throw new InvalidValueException(
          FailureCode.POINTS_NEGATIVE,
          "units",
          "points of '" + type + "' must not be negative: " + units);
    }
  }

  /** The amount of this many of the type's smallest units. */
  public static Points of(long units, PointType type) {
    return new Points(units, type);
  }

  /**
   * The amount that a decimal number of points is, such as 1.5 points of a type with scale 1.
   *
   * @throws InvalidValueException POINTS_NOT_INTEGRAL if the type has fewer decimal places, and the
   *     codes of {@link ExactNumber#admit}
   */
  public static Points from(BigDecimal points, PointType type) {
    BigDecimal units = ExactNumber.admit(points).movePointRight(type.scale());
    InvalidValueException.check(
        units.stripTrailingZeros().scale() <= 0,
        FailureCode.POINTS_NOT_INTEGRAL,
        "points",
        "points of '%s' must have at most %s decimal places: %s",
        type,
        type.scale(),
        points);
    InvalidValueException.check(
        units.precision() - units.scale() <= 18,
        FailureCode.NUMBER_TOO_LARGE,
        "points",
        "points of '%s' must have at most 18 digits: %s",
        type,
        points);
    return new Points(units.longValueExact(), type);
  }

  /** The amount that a decimal literal says, such as {@code 120} or {@code 1.5}. */
  public static Points parse(CharSequence text, PointType type) {
    return from(ExactNumber.parse(text), type);
  }

  /** Whether there are none. */
  public boolean isZero() {
    return units == 0;
  }

  /**
   * The sum: 100 and 20 are 120.
   *
   * @throws PointsOverflowException if it does not fit
   * @throws InvalidValueException TYPE_MISMATCH if the types differ
   */
  public Points plus(Points other) {
    checkSameType(other);
    long sum = units + other.units;
    if (sum < 0) {
      throw PointsOverflowException.of(units, "+", other.units);
    }
    return new Points(sum, type);
  }

  /**
   * The difference: 120 less 20 is 100.
   *
   * @throws InvalidValueException POINTS_NEGATIVE if more is taken than there is, TYPE_MISMATCH if
   *     the types differ
   */
  public Points minus(Points other) {
    checkSameType(other);
    return new Points(units - other.units, type);
  }

  /**
   * The product with a count: 3 times 40 is 120.
   *
   * @throws PointsOverflowException if it does not fit
   * @throws InvalidValueException POINTS_NEGATIVE if the count is below zero
   */
  public Points times(long count) {
    long high = Math.multiplyHigh(units, count);
    long low = units * count;
    if ((high != 0 || low < 0) && (high != -1 || low >= 0)) {
      throw PointsOverflowException.of(units, "*", count);
    }
    return new Points(low, type);
  }

  /** The smaller of the two. */
  public Points min(Points other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** What is left after taking away, and zero where more is taken than there is. */
  public Points minusAtMost(Points other) {
    checkSameType(other);
    return new Points(Math.max(0, units - other.units), type);
  }

  /**
   * The order by amount.
   *
   * @throws InvalidValueException TYPE_MISMATCH if the types differ
   */
  @Override
  public int compareTo(Points other) {
    checkSameType(other);
    return Long.compare(units, other.units);
  }

  /** The amount as a decimal number with the type's scale: 150 units of scale 2 are 1.50. */
  public BigDecimal amount() {
    return BigDecimal.valueOf(units, type.scale());
  }

  /** The amount and its type for reading, such as {@code 120 stars}. */
  @Override
  public String toString() {
    return amount().toPlainString() + " " + type;
  }

  private void checkSameType(Points other) {
    if (!type.equals(other.type)) {
      throw new InvalidValueException(
          FailureCode.TYPE_MISMATCH,
          "type",
          "points must be of one type: " + type + " and " + other.type);
    }
  }
}
