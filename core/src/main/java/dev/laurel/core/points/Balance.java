package dev.laurel.core.points;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.PointsOverflowException;
import java.math.BigDecimal;

/**
 * What a member has of one type of points, below zero where points are owed: 50 available and a
 * reversal of 70 make a balance of -20 stars.
 *
 * @param units the signed count of the type's smallest units
 * @param type what is counted
 */
public record Balance(long units, PointType type) implements Comparable<Balance> {
  /** A balance of these parts. */
  public Balance {
    requireNonNull(type, "type");
  }

  /** The balance of available points and debt, of which at most one is above zero. */
  public static Balance of(Points available, Points debt) {
    return new Balance(available.units(), available.type()).minus(debt);
  }

  /** Whether points are owed. */
  public boolean isOverdrawn() {
    return units < 0;
  }

  /**
   * The balance after a credit.
   *
   * @throws PointsOverflowException if it does not fit
   * @throws InvalidValueException TYPE_MISMATCH if the types differ
   */
  public Balance plus(Points credit) {
    checkSameType(credit.type());
    long sum = units + credit.units();
    if (sum < units) {
      throw PointsOverflowException.of(units, "+", credit.units());
    }
    return new Balance(sum, type);
  }

  /**
   * The balance after a debit.
   *
   * @throws PointsOverflowException if it does not fit
   * @throws InvalidValueException TYPE_MISMATCH if the types differ
   */
  public Balance minus(Points debit) {
    checkSameType(debit.type());
    long difference = units - debit.units();
    if (difference > units) {
      throw PointsOverflowException.of(units, "-", debit.units());
    }
    return new Balance(difference, type);
  }

  @Override
  public int compareTo(Balance other) {
    checkSameType(other.type);
    return Long.compare(units, other.units);
  }

  /** The balance for reading, such as {@code -20 stars}. */
  @Override
  public String toString() {
    return BigDecimal.valueOf(units, type.scale()).toPlainString() + " " + type;
  }

  private void checkSameType(PointType other) {
    if (!type.equals(other)) {
      throw new InvalidValueException(
          FailureCode.TYPE_MISMATCH,
          "type",
          "points must be of one type: " + type + " and " + other);
    }
  }
}
