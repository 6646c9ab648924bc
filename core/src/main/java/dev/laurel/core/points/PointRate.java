package dev.laurel.core.points;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.money.ExactMoney;
import java.math.RoundingMode;
import javax.money.MonetaryAmount;

/**
 * An exact pair of points and the money they stand for: 200 points are USD 1.00.
 *
 * <p>The pair is kept as it was given and never turned into a decimal rate, so that 3 points for
 * USD 7 stay exact.
 *
 * @param points a count above zero
 * @param money an amount above zero
 */
public record PointRate(Points points, ExactMoney money) {
  /**
   * A rate of checked parts.
   *
   * @throws InvalidValueException RANGE if the points or the money are not above zero
   */
  public PointRate {
    requireNonNull(points, "points");
    requireNonNull(money, "money");
    InvalidValueException.check(
        !points.isZero() && money.isPositive(),
        FailureCode.RANGE,
        "rate",
        "a point rate must pair points above zero with money above zero: %s, %s",
        points,
        money);
  }

  /** The rate at which so many points are so much money. */
  public static PointRate of(Points points, MonetaryAmount money) {
    return new PointRate(points, ExactMoney.from(money));
  }

  /** The rate at which so many points are so much money. */
  public static PointRate of(Points points, ExactMoney money) {
    return new PointRate(points, money);
  }

  /**
   * The money that points are worth, rounded once: at 200 points for USD 1.00, 4,200 are USD 21.00.
   *
   * @throws InvalidValueException TYPE_MISMATCH if the points are of another type
   */
  public ExactMoney worth(Points amount, RoundingMode rounding) {
    InvalidValueException.check(
        amount.type().equals(points.type()),
        FailureCode.TYPE_MISMATCH,
        "type",
        "points must be of one type: %s and %s",
        points.type(),
        amount.type());
    long minor = Ratio.scale(amount.units(), Ratio.of(money.minor(), points.units()), rounding);
    return ExactMoney.ofMinor(money.currency(), minor);
  }

  /**
   * The points that money stands for, rounded once: at 200 points for USD 1.00, USD 21.00 are
   * 4,200.
   *
   * <p>Rounded down, they are never worth more than the money.
   *
   * @throws InvalidValueException MIXED_CURRENCY, POINTS_NEGATIVE if the amount is below zero
   */
  public Points pointsFor(ExactMoney amount, RoundingMode rounding) {
    InvalidValueException.check(
        amount.isSameCurrency(money),
        FailureCode.MIXED_CURRENCY,
        "currency",
        "amounts must be of one currency: %s and %s",
        money,
        amount);
    long units = Ratio.scale(amount.minor(), Ratio.of(points.units(), money.minor()), rounding);
    return points.type().points(units);
  }

  /** The pair for reading, such as {@code 200 points = USD 1.00}. */
  @Override
  public String toString() {
    return points + " = " + money;
  }
}
