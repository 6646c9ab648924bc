package dev.laurel.core.ledger;

/**
 * The stable name of one reason for a refusal.
 *
 * <p>The order of the constants is the precedence: of several reasons, the first is given.
 */
public enum RefusalCode {
  /** A batch of more commands than the limit. */
  BATCH_TOO_LARGE,
  /** A batch with a refused command; the data name its index and its own refusal. */
  BATCH_REJECTED,
  /** A command id that came before with other content. */
  IDEMPOTENCY_CONFLICT,
  /** A command for another member's account. */
  MEMBER_MISMATCH,
  /** Points of another type. */
  TYPE_MISMATCH,
  /** A transfer from a member to the same member. */
  TRANSFER_SELF,
  /** A merge of an account with itself. */
  MERGE_SELF,
  /** A command that speaks of the future. */
  TIME_IN_FUTURE,
  /** A command that speaks of a time whose books are closed. */
  PERIOD_CLOSED,
  /** An expiry, a hold or an extension that ends before it starts or lasts too long. */
  EXPIRY_INVALID,
  /** An expected version below zero or not reached yet. */
  VERSION_INVALID,
  /** An expected version that is not the latest. */
  VERSION_CONFLICT,
  /** An account that went up in another. */
  MEMBER_MERGED,
  /** An account that is closed. */
  MEMBER_CLOSED,
  /** An account that may not spend. */
  MEMBER_FROZEN,
  /** A command about no points at all. */
  POINTS_ZERO,
  /** More points than one account may have. */
  POINTS_LIMIT,
  /** A sum that does not fit 64 bits. */
  POINTS_OVERFLOW,
  /** An activity that has earned before, under another command. */
  SOURCE_ALREADY_USED,
  /** A lot name that the account knows already. */
  LOT_ALREADY_USED,
  /** A lot, activity, redemption or hold that the account does not know, or not yet. */
  UNKNOWN_REFERENCE,
  /** A reversal of something that is itself a reversal. */
  NOT_REFUNDABLE,
  /** Something that has been reversed completely. */
  ALREADY_REVERSED,
  /** More points back than were spent. */
  REFUND_EXCEEDS_ORIGINAL,
  /** More points back than have expired. */
  REINSTATEMENT_EXCEEDS_EXPIRED,
  /** A hold that has been captured. */
  HOLD_ALREADY_CAPTURED,
  /** A hold that has been given up. */
  HOLD_ALREADY_VOIDED,
  /** A hold that has ended by itself. */
  HOLD_ALREADY_EXPIRED,
  /** More captured than held. */
  HOLD_EXCEEDED,
  /** Fewer points available than the command needs. */
  INSUFFICIENT_POINTS,
  /** More debt than the policy allows. */
  DEBT_LIMIT,
  /** A stated balance that is not the account's. */
  CHECKPOINT_MISMATCH;

  /**
   * Whether the same command may be accepted later, once something that it refers to has arrived.
   */
  public boolean retryable() {
    return this == UNKNOWN_REFERENCE;
  }
}
