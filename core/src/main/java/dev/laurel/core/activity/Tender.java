package dev.laurel.core.activity;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.money.ExactMoney;
import javax.money.MonetaryAmount;

/**
 * One way in which a part of a purchase was paid, such as EUR 20.00 by card.
 *
 * @param kind what was handed over
 * @param amount the money it stood for, above zero or zero
 */
public record Tender(Kind kind, ExactMoney amount) {
  /** What a member can pay with. */
  public enum Kind {
    /** Coins and notes. */
    CASH,
    /** A payment card or a transfer. */
    CARD,
    /** Points, valued in money; by default this part of a purchase earns nothing. */
    POINTS,
    /** A gift card that was paid for before. */
    GIFT_CARD
  }

  /**
   * A payment of checked parts.
   *
   * @throws InvalidValueException LINE_NEGATIVE if the amount is below zero
   */
  public Tender {
    requireNonNull(kind, "kind");
    InvalidValueException.check(
        !requireNonNull(amount, "amount").isNegative(),
        FailureCode.LINE_NEGATIVE,
        "amount",
        "a tender must not be negative: %s",
        amount);
  }

  /** A payment of this kind. */
  public static Tender of(Kind kind, MonetaryAmount amount) {
    return new Tender(kind, ExactMoney.from(amount));
  }
}
