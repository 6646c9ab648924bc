package dev.laurel.core.redemption;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Category;
import dev.laurel.core.money.ExactMoney;
import java.util.Optional;

/**
 * One part of what is to be paid, such as goods for EUR 35.00 or their tax.
 *
 * @param kind what it is charged for
 * @param category the group the goods belong to, if they belong to one
 * @param amount what it adds to the price, zero or more
 */
public record OrderLine(Kind kind, Optional<Category> category, ExactMoney amount) {
  /** What a part of a price is charged for. */
  public enum Kind {
    /** Goods or services, after discount and before tax. */
    GOODS,
    /** Tax on goods. */
    TAX,
    /** Bringing the goods. */
    SHIPPING,
    /** Anything else that is charged. */
    FEE,
    /**
     * What cash rounding adds: USD 0.40 where 100.60 is paid as 101. Rounding down is a discount.
     */
    ROUNDING
  }

  /**
   * A line of checked parts.
   *
   * @throws InvalidValueException LINE_NEGATIVE if the amount is below zero
   */
  public OrderLine {
    requireNonNull(kind, "kind");
    requireNonNull(category, "category");
    InvalidValueException.check(
        !requireNonNull(amount, "amount").isNegative(),
        FailureCode.LINE_NEGATIVE,
        "amount",
        "an order line must not be negative: %s",
        amount);
  }

  /** A line without a category. */
  public static OrderLine of(Kind kind, ExactMoney amount) {
    return new OrderLine(kind, Optional.empty(), amount);
  }

  /** Goods without a category. */
  public static OrderLine goods(ExactMoney amount) {
    return of(Kind.GOODS, amount);
  }
}
