package dev.laurel.tiers.membership;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** The answer to a merge of two memberships: both sides, or neither. */
public sealed interface MembershipMerge {
  /** The membership that is gone, afterwards; as before where the merge was rejected. */
  Membership gone();

  /** The membership that stays, afterwards; as before where the merge was rejected. */
  Membership kept();

  /** What the members have in common afterwards. */
  Commons commons();

  /** Why it was rejected, if it was. */
  default Optional<Rejected> rejection() {
    return Optional.empty();
  }

  /**
   * The membership that stays after a merge that must have been carried out.
   *
   * @throws IllegalStateException if it was rejected; the message is the rejection's
   */
  default Membership orThrow() {
    rejection().ifPresent(rejected -> {
      throw new IllegalStateException(rejected.message());
    });
    return kept();
  }

  /**
   * It was carried out, now or before.
   *
   * @param gone the membership that is gone, pointing to the one that stays
   * @param kept the membership that stays, with all that both had
   * @param commons what the members have in common afterwards
   */
  record Done(Membership gone, Membership kept, Commons commons) implements MembershipMerge {
    /** An outcome of these parts. */
    public Done {
      requireNonNull(gone, "gone");
      requireNonNull(kept, "kept");
      requireNonNull(commons, "commons");
    }
  }

  /**
   * It was not carried out; nothing changed.
   *
   * @param gone the one membership as before
   * @param kept the other membership as before
   * @param commons what the members have in common, as before
   * @param code the stable name of the reason, as in {@link MembershipOutcome.Rejected}
   * @param message the sentence for people, at most 300 characters
   */
  record Rejected(Membership gone, Membership kept, Commons commons, String code, String message)
      implements MembershipMerge {
    /** An outcome of these parts. */
    public Rejected {
      requireNonNull(gone, "gone");
      requireNonNull(kept, "kept");
      requireNonNull(commons, "commons");
      requireNonNull(code, "code");
      requireNonNull(message, "message");
    }

    @Override
    public Optional<Rejected> rejection() {
      return Optional.of(this);
    }
  }
}
