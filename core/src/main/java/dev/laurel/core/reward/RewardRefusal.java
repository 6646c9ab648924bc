package dev.laurel.core.reward;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.earning.Eligibility;
import dev.laurel.core.earning.Miss;
import java.util.Optional;

/**
 * Why a benefit is not to be had.
 *
 * @param code the stable name of the reason
 * @param subject what it is about: a benefit, a choice or a claim
 * @param limit how many the terms allow, where that is the reason
 * @param miss what is missing to be eligible, where that is the reason
 */
public record RewardRefusal(Code code, String subject, Optional<Long> limit, Optional<Miss> miss) {
  /** The reasons; their order is the precedence: of several, the first is given. */
  public enum Code {
    /** The command is about another member. */
    MEMBER_MISMATCH,
    /** The name of the claim or of the choice came before with other content. */
    IDEMPOTENCY_CONFLICT,
    /** No such benefit, choice or claim. */
    UNKNOWN_REFERENCE,
    /** A standing benefit, for which there is nothing to claim. */
    NOT_CLAIMABLE,
    /** Outside the time in which the benefit can be had. */
    NOT_OPEN,
    /** The member does not meet the condition. */
    NOT_ELIGIBLE,
    /** A benefit that is had by choice alone, or is no option of the one named. */
    NOT_IN_CHOICE,
    /** The time to choose is over. */
    CHOICE_CLOSED,
    /** As many options were taken as may be. */
    CHOICE_USED_UP,
    /** The member has had it as often as the terms allow. */
    ALREADY_CLAIMED,
    /** The member has had it as often as the terms allow in this period. */
    QUANTITY_USED_UP,
    /** There is nothing left for anybody. */
    OUT_OF_STOCK,
    /** The claim is not in a state from which the step leads. */
    ILLEGAL_TRANSITION
  }

  /** A refusal of these parts. */
  public RewardRefusal {
    requireNonNull(code, "code");
    requireNonNull(subject, "subject");
    requireNonNull(limit, "limit");
    requireNonNull(miss, "miss");
  }

  static RewardRefusal of(Code code, Object subject) {
    return new RewardRefusal(code, subject.toString(), Optional.empty(), Optional.empty());
  }

  static RewardRefusal of(Code code, Object subject, long limit) {
    return new RewardRefusal(code, subject.toString(), Optional.of(limit), Optional.empty());
  }

  static RewardRefusal of(Miss miss, Object subject) {
    return new RewardRefusal(
        Code.NOT_ELIGIBLE, subject.toString(), Optional.empty(), Optional.of(miss));
  }

  /** A sentence for people, such as {@code ALREADY_CLAIMED: race-day, at most 1}. */
  @Override
  public String toString() {
    return code
        + ": "
        + subject
        + limit.map(most -> ", at most " + most).orElse("")
        + miss.map(what -> ", " + Eligibility.text(what)).orElse("");
  }
}
