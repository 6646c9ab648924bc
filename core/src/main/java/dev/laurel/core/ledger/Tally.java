package dev.laurel.core.ledger;

import dev.laurel.core.failure.PointsOverflowException;
import dev.laurel.core.points.PointType;

/** The totals of an account while entries are applied to it. */
final class Tally {
  final PointType type;
  long accrued;
  long transferredIn;
  long reinstated;
  long adjustedUp;
  long available;
  long pending;
  long held;
  long redeemed;
  long expired;
  long reversed;
  long forfeited;
  long transferredOut;
  long adjustedDown;
  long debt;

  private Tally(PointType type) {
    this.type = type;
  }

  static Tally of(AccountTotals totals) {
    Tally tally = new Tally(totals.type());
    tally.add(totals);
    return tally;
  }

  AccountTotals totals() {
    return new AccountTotals(
        type,
        accrued,
        transferredIn,
        reinstated,
        adjustedUp,
        available,
        pending,
        held,
        redeemed,
        expired,
        reversed,
        forfeited,
        transferredOut,
        adjustedDown,
        debt);
  }

  void add(AccountTotals other) {
    accrued = sum(accrued, other.accrued());
    transferredIn = sum(transferredIn, other.transferredIn());
    reinstated = sum(reinstated, other.reinstated());
    adjustedUp = sum(adjustedUp, other.adjustedUp());
    available = sum(available, other.available());
    pending = sum(pending, other.pending());
    held = sum(held, other.held());
    redeemed = sum(redeemed, other.redeemed());
    expired = sum(expired, other.expired());
    reversed = sum(reversed, other.reversed());
    forfeited = sum(forfeited, other.forfeited());
    transferredOut = sum(transferredOut, other.transferredOut());
    adjustedDown = sum(adjustedDown, other.adjustedDown());
    debt = sum(debt, other.debt());
  }

  void clear() {
    accrued = transferredIn = reinstated = adjustedUp = 0;
    available = pending = held = 0;
    redeemed = expired = reversed = forfeited = transferredOut = adjustedDown = debt = 0;
  }

  /** The exact sum. */
  static long sum(long one, long other) {
    long sum = one + other;
    if (sum < 0) {
      throw PointsOverflowException.of(one, "+", other);
    }
    return sum;
  }
}
