package dev.laurel.core.ledger;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.time.Expiry;

/** What a transfer does about the expiry of the lots. */
public sealed interface TransferExpiry {
  /** Lots keep their date. */
  static TransferExpiry keep() {
    return new Keep();
  }

  /** Lots expire as if earned at the transfer. */
  static TransferExpiry fresh(Expiry expiry) {
    return new Fresh(expiry);
  }

  /** The date they had. */
  record Keep() implements TransferExpiry {}

  /**
   * A new date.
   *
   * @param expiry the rule that gives it
   */
  record Fresh(Expiry expiry) implements TransferExpiry {
    /** A new date by this rule. */
    public Fresh {
      requireNonNull(expiry, "expiry");
    }
  }
}
