package dev.laurel.core.redemption;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.Points;
import java.math.RoundingMode;

/**
 * A price in points of which a part may be paid in money: 40,000 points, or 25,000 and USD 120.00.
 *
 * <p>Points not paid are bought at the rate of the price, rounded up, so that paying in parts is
 * never cheaper than the rate.
 *
 * @param full the price in points alone, above zero
 * @param least the fewest points that must be paid
 * @param topUp what missing points cost
 */
public record MixedPrice(Points full, Points least, PointRate topUp) {
  /**
   * One way to pay.
   *
   * @param points the points
   * @param cash the money besides
   */
  public record Payment(Points points, ExactMoney cash) {
    /** A payment of these parts. */
    public Payment {
      requireNonNull(points, "points");
      requireNonNull(cash, "cash");
    }
  }

  /**
   * A price of checked parts.
   *
   * @throws InvalidValueException RANGE if the full price is zero or below the fewest points,
   *     TYPE_MISMATCH
   */
  public MixedPrice {
    InvalidValueException.check(
        !full.isZero() && least.compareTo(full) <= 0,
        FailureCode.RANGE,
        "least",
        "a mixed price must have at most its full price of %s as the fewest points: %s",
        full,
        least);
    full.plus(topUp.points());
  }

  /**
   * What is to be paid beside a number of points; more than the full price are not taken.
   *
   * @throws InvalidValueException RANGE if they are fewer than the fewest points
   */
  public Payment pay(Points points) {
    InvalidValueException.check(
        points.compareTo(least) >= 0,
        FailureCode.RANGE,
        "points",
        "a mixed price must be paid with at least %s: %s",
        least,
        points);
    Points taken = points.min(full);
    return new Payment(taken, topUp.worth(full.minus(taken), RoundingMode.CEILING));
  }

  /**
   * What a point is implied to cost where an offer lets money replace some: 40,000 points or 25,000
   * and USD 120.00 imply 15,000 points for USD 120.00, 0.8 cents each.
   *
   * @throws InvalidValueException RANGE if the mixed way does not save points for money
   */
  public static PointRate implied(Points alone, Points mixed, ExactMoney cash) {
    return PointRate.of(alone.minusAtMost(mixed), cash);
  }
}
