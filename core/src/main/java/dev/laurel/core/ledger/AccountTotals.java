package dev.laurel.core.ledger;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.points.PointType;

/**
 * The running totals of an account, in the smallest units of its point type.
 *
 * <p>They balance: what came in is what is there plus what went out. {@code redeemed} is net of
 * reversed redemptions; {@code reversed} is what was taken back from accruals.
 *
 * @param type the point type
 * @param accrued earned by activities, pending included
 * @param transferredIn received from other members
 * @param reinstated given back after expiry
 * @param adjustedUp credited by hand
 * @param available usable now
 * @param pending not usable yet
 * @param held set aside
 * @param redeemed spent
 * @param expired lost to time
 * @param reversed taken back from accruals
 * @param forfeited lost with the account
 * @param transferredOut given to other members
 * @param adjustedDown debited by hand
 * @param debt owed
 */
public record AccountTotals(
    PointType type,
    long accrued,
    long transferredIn,
    long reinstated,
    long adjustedUp,
    long available,
    long pending,
    long held,
    long redeemed,
    long expired,
    long reversed,
    long forfeited,
    long transferredOut,
    long adjustedDown,
    long debt) {
  /**
   * Totals that balance.
   *
   * @throws InvalidValueException TOTAL_MISMATCH if they do not, RANGE if one is below zero
   */
  public AccountTotals {
    requireNonNull(type, "type");
    long negative = accrued
        | transferredIn
        | reinstated
        | adjustedUp
        | available
        | pending
        | held
        | redeemed
        | expired
        | reversed
        | forfeited
        | transferredOut
        | adjustedDown
        | debt;
    if (negative < 0) {
      throw new InvalidValueException(FailureCode.RANGE, "totals", "totals must not be negative");
    }
    // Sums wrap; since every step adds exactly, they agree modulo 2^64 only where they agree.
    long in = accrued + transferredIn + reinstated + adjustedUp + debt;
    long out = available
        + pending
        + held
        + redeemed
        + expired
        + reversed
        + forfeited
        + transferredOut
        + adjustedDown;
    // Asked first, so that the sums are not boxed each time.
    if (in != out) {
      throw new InvalidValueException(
          FailureCode.TOTAL_MISMATCH, "totals", "totals must balance: in " + in + ", out " + out);
    }
  }

  /** The totals of an account to which nothing has happened. */
  public static AccountTotals none(PointType type) {
    return new AccountTotals(type, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }
}
