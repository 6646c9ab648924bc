package dev.laurel.core.ledger;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;

/** What happens to the part of a debit that no lot can give. */
public sealed interface Remainder {
  /** Nothing is owed; the entry records what was written off. */
  static Remainder writeOff() {
    return new WriteOff();
  }

  /**
   * The member owes it, up to a limit in the smallest units of the point type; the next credits
   * repay it.
   */
  static Remainder debt(long limit) {
    return new Debt(limit);
  }

  /** The caller keeps its worth back from the cash refund; the entry says how many points. */
  static Remainder reduceCashRefund() {
    return new ReduceCashRefund();
  }

  /** The command is refused. */
  static Remainder reject() {
    return new Reject();
  }

  /** Written off. */
  record WriteOff() implements Remainder {}

  /**
   * Owed.
   *
   * @param limit the most that may be owed, in the smallest units of the point type
   */
  record Debt(long limit) implements Remainder {
    /**
     * A debt up to this limit.
     *
     * @throws InvalidValueException RANGE if it is not above zero
     */
    public Debt {
      InvalidValueException.check(
          limit > 0, FailureCode.RANGE, "limit", "a debt limit must be above zero: %s", limit);
    }
  }

  /** Kept back from the cash refund. */
  record ReduceCashRefund() implements Remainder {}

  /** Refused. */
  record Reject() implements Remainder {}
}
