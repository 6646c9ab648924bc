package dev.laurel.tiers.membership;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.Messages;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.program.Effect;
import dev.laurel.core.program.Submission;
import java.util.List;
import java.util.Optional;

/** The answer to a membership event. */
public sealed interface MembershipOutcome {
  /** The membership afterwards; as before where the event was rejected or had come before. */
  Membership membership();

  /** What the members have in common afterwards. */
  Commons commons();

  /** Why the event was rejected, if it was. */
  default Optional<Rejected> rejection() {
    return Optional.empty();
  }

  /**
   * The membership after an event that must have been carried out.
   *
   * @throws IllegalStateException if it was rejected; the message is the rejection's
   */
  default Membership orThrow() {
    rejection().ifPresent(rejected -> {
      throw new IllegalStateException(rejected.message());
    });
    return membership();
  }

  /**
   * It was carried out, now or before.
   *
   * @param membership the membership afterwards
   * @param commons what the members have in common afterwards
   * @param effect what it did to the points and why; absent where it does not concern points
   * @param followUps what it brings to other members, to be submitted for them
   * @param fee what the caller is to collect, as for the extension of a service
   */
  record Done(
      Membership membership,
      Commons commons,
      Optional<Effect> effect,
      List<Submission> followUps,
      Optional<ExactMoney> fee)
      implements MembershipOutcome {
    /** An outcome of these parts. */
    public Done {
      requireNonNull(membership, "membership");
      requireNonNull(commons, "commons");
      requireNonNull(effect, "effect");
      followUps = ImmutableList.copyOf(followUps);
      requireNonNull(fee, "fee");
    }
  }

  /**
   * It was not carried out; nothing changed.
   *
   * @param membership the membership as before
   * @param commons what the members have in common, as before
   * @param code the stable name of the reason: one of {@link Reason}, or that of the points layer,
   *     the status, the benefits or the services, such as {@code INSUFFICIENT_POINTS},
   *     {@code TIER_WOULD_CHANGE} or {@code ALREADY_CLAIMED}
   * @param message the sentence for people, at most 300 characters
   */
  record Rejected(Membership membership, Commons commons, String code, String message)
      implements MembershipOutcome {
    /** An outcome of these parts. */
    public Rejected {
      requireNonNull(membership, "membership");
      requireNonNull(commons, "commons");
      requireNonNull(code, "code");
      requireNonNull(message, "message");
    }

    @Override
    public Optional<Rejected> rejection() {
      return Optional.of(this);
    }
  }

  /**
   * Why a membership rejects an event by itself.
   *
   * <p>What is asked of every event comes first and in this order: its name, its member, its time,
   * the end of the membership and, for spending, that it is not frozen. What only one kind of event
   * is asked, such as who holds the service that a command names, is found out after that.
   */
  enum Reason {
    /** An event id that came before with other content. */
    IDEMPOTENCY_CONFLICT,
    /** An event about another member. */
    MEMBER_MISMATCH,
    /** A merge of a membership with itself. */
    MERGE_SELF,
    /** An event from before enrolment. */
    BEFORE_ENROLMENT,
    /** Anything after the end of the membership. */
    MEMBERSHIP_ENDED,
    /** Anything after the membership went up in another, which the message names. */
    MEMBERSHIP_MERGED,
    /** Spending or merging while the membership is frozen. */
    MEMBERSHIP_FROZEN,
    /** A ladder that the program does not have. */
    UNKNOWN_LADDER,
    /** A fact that follows from what is submitted and is not told by itself. */
    NOT_TOLD_DIRECTLY,
    /** An entitlement or a thing that the member has not. */
    UNKNOWN_REFERENCE,
    /** A condition of the user's own that failed. */
    RULE_FAILED,
    /** Arithmetic that does not fit 64 bits. */
    POINTS_OVERFLOW;

    /** The sentence for people of a rejection, at most 300 characters. */
    String sentence(String what, CommandId id, String rule) {
      return Messages.bounded(this + ": " + what + " " + id + " " + rule);
    }
  }
}
