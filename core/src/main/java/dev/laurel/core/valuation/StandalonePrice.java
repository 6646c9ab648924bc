package dev.laurel.core.valuation;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Codes;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.Points;

/**
 * What an obligation would be sold for by itself, exact to the fraction of a coin.
 *
 * <p>10,000 points of which 95 % are expected to be redeemed, at 1 point for EUR 1.00, stand for
 * EUR 9,500.
 *
 * @param obligation its name, such as {@code goods}, {@code points} or {@code marketing}
 * @param currency the ISO 4217 code
 * @param minor the price in smallest coins, zero or more
 */
public record StandalonePrice(String obligation, String currency, Ratio minor) {
  /** The name under which goods are known. */
  public static final String GOODS = "goods";

  /** The name under which points are known. */
  public static final String POINTS = "points";

  /** The name under which services to a partner, such as the use of a brand, are known. */
  public static final String MARKETING = "marketing";

  /**
   * A price of checked parts.
   *
   * @throws InvalidValueException ID_INVALID, UNKNOWN_CURRENCY, or RANGE if it is below zero
   */
  public StandalonePrice {
    obligation = Codes.code("obligation", obligation, 32);
    ExactMoney.zero(currency);
    InvalidValueException.check(
        !requireNonNull(minor, "minor").isNegative(),
        FailureCode.RANGE,
        "minor",
        "obligation '%s' must not have a negative price: %s",
        obligation,
        minor);
  }

  /** A price in whole coins. */
  public static StandalonePrice of(String obligation, ExactMoney price) {
    return new StandalonePrice(obligation, price.currency(), Ratio.of(price.minor()));
  }

  /** The price of goods. */
  public static StandalonePrice goods(ExactMoney price) {
    return of(GOODS, price);
  }

  /**
   * The price of points: their number, by the part that is expected to be redeemed, by what a point
   * is worth.
   *
   * @throws InvalidValueException PERCENT_RANGE if the part is not from 0 to 1
   */
  public static StandalonePrice points(Points issued, Ratio redeemed, PointRate worth) {
    InvalidValueException.check(
        !redeemed.isNegative() && redeemed.compareTo(Ratio.ONE) <= 0,
        FailureCode.PERCENT_RANGE,
        "redeemed",
        "points must be expected to be redeemed by a part from 0 to 1: %s",
        redeemed);
    // The sum tells points of another type.
    issued.plus(worth.points());
    Ratio each = Ratio.of(worth.money().minor(), worth.points().units());
    return new StandalonePrice(
        POINTS, worth.money().currency(), each.times(redeemed).times(issued.units()));
  }
}
