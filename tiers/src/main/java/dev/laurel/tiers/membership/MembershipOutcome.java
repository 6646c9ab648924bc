package dev.laurel.tiers.membership;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.program.Effect;
import dev.laurel.core.program.Shared;
import dev.laurel.core.program.Submission;
import java.util.List;
import java.util.Optional;

/** The answer to a membership event. */
public sealed interface MembershipOutcome {
  /** The membership afterwards; as before where the event was rejected or had come before. */
  Membership membership();

  /** What the members have in common afterwards. */
  Shared shared();

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
   * @param shared what the members have in common afterwards
   * @param effect what it did to the points and why; absent where it does not concern points
   * @param followUps what it brings to other members, to be submitted for them
   */
  record Done(
      Membership membership, Shared shared, Optional<Effect> effect, List<Submission> followUps)
      implements MembershipOutcome {
    /** An outcome of these parts. */
    public Done {
      requireNonNull(membership, "membership");
      requireNonNull(shared, "shared");
      requireNonNull(effect, "effect");
      followUps = ImmutableList.copyOf(followUps);
    }
  }

  /**
   * It was not carried out; nothing changed.
   *
   * @param membership the membership as before
   * @param shared what the members have in common, as before
   * @param code the stable name of the reason: one of {@link Reason}, or that of the points layer
   *     or of the status, such as {@code INSUFFICIENT_POINTS} or {@code TIER_WOULD_CHANGE}
   * @param message the sentence for people, at most 300 characters
   */
  record Rejected(Membership membership, Shared shared, String code, String message)
      implements MembershipOutcome {
    /** An outcome of these parts. */
    public Rejected {
      requireNonNull(membership, "membership");
      requireNonNull(shared, "shared");
      requireNonNull(code, "code");
      requireNonNull(message, "message");
    }

    @Override
    public Optional<Rejected> rejection() {
      return Optional.of(this);
    }
  }

  /** Why a membership rejects an event by itself; the first that applies is given. */
  enum Reason {
    /** An event id that came before with other content. */
    IDEMPOTENCY_CONFLICT,
    /** An event about another member. */
    MEMBER_MISMATCH,
    /** An event from before enrolment. */
    BEFORE_ENROLMENT,
    /** Anything after the end of the membership. */
    MEMBERSHIP_ENDED,
    /** Spending while the membership is frozen. */
    MEMBERSHIP_FROZEN,
    /** A ladder that the program does not have. */
    UNKNOWN_LADDER,
    /** A fact that follows from what is submitted and is not told by itself. */
    NOT_TOLD_DIRECTLY,
    /** Arithmetic that does not fit 64 bits. */
    POINTS_OVERFLOW
  }
}
