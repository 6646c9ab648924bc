package dev.laurel.core.program;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.ledger.Refusal;

/** Why a submission was not carried out; nothing changed. */
public sealed interface Rejection {
  /** The stable name of the reason, such as {@code INSUFFICIENT_POINTS}. */
  String code();

  /** A sentence for people of at most 300 characters. */
  String message();

  /** Whether the same submission may succeed later, once something it refers to has arrived. */
  default boolean retryable() {
    return false;
  }

  /**
   * The ledger refused.
   *
   * @param refusal why
   */
  record ByLedger(Refusal refusal) implements Rejection {
    /** A rejection by the ledger. */
    public ByLedger {
      requireNonNull(refusal, "refusal");
    }

    @Override
    public String code() {
      return refusal.code().name();
    }

    @Override
    public String message() {
      return refusal.message();
    }

    @Override
    public boolean retryable() {
      return refusal.retryable();
    }
  }

  /**
   * A rule written by the user failed, so that the whole activity is rejected.
   *
   * @param rule the rule
   * @param failure RULE_FAILED or RULE_BUDGET
   * @param message what happened
   */
  record ByRule(RuleId rule, FailureCode failure, String message) implements Rejection {
    /** A rejection by a rule. */
    public ByRule {
      requireNonNull(rule, "rule");
      requireNonNull(failure, "failure");
      requireNonNull(message, "message");
    }

    @Override
    public String code() {
      return failure.name();
    }
  }

  /**
   * The submission does not fit what the program knows.
   *
   * @param reason why
   * @param submission the rejected submission
   * @param message the sentence for people
   */
  record ByProgram(Reason reason, CommandId submission, String message) implements Rejection {
    /** Why a submission does not fit; the first that applies is given. */
    public enum Reason {
      /** A submission id that came before with other content. */
      IDEMPOTENCY_CONFLICT,
      /** A submission about another member than the one it was given to. */
      MEMBER_MISMATCH,
      /** A merge of a member with itself. */
      MERGE_SELF,
      /** Points of a type that the program does not have. */
      TYPE_MISMATCH,
      /** An activity under a source key that came before under another id. */
      SOURCE_ALREADY_USED,
      /** A return of another member's purchase. */
      REFERENCE_OTHER_MEMBER,
      /** A return of money in another currency than the purchase's. */
      MIXED_CURRENCY,
      /** A return of a return or of an engagement. */
      NOT_REFUNDABLE,
      /** A return of a purchase that has not arrived yet, or is too old to be remembered. */
      UNKNOWN_REFERENCE,
      /** A return of a purchase of which nothing is left. */
      ALREADY_REVERSED,
      /** A return of more than is left of the purchase. */
      REFUND_EXCEEDS_ORIGINAL,
      /** A merge of two members of whom more is known than one can have. */
      LIMIT_EXCEEDED,
      /** Arithmetic that does not fit 64 bits. */
      POINTS_OVERFLOW
    }

    /** A rejection by the program. */
    public ByProgram {
      requireNonNull(reason, "reason");
      requireNonNull(submission, "submission");
      requireNonNull(message, "message");
    }

    @Override
    public String code() {
      return reason.name();
    }

    @Override
    public boolean retryable() {
      return reason == Reason.UNKNOWN_REFERENCE;
    }
  }
}
