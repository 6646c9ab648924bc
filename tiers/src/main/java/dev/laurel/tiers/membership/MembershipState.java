package dev.laurel.tiers.membership;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** Whether a membership takes events. */
public sealed interface MembershipState {
  /** The same state with {@code erased} as its reason, if it has one. */
  MembershipState withoutReason();

  /** It takes all of them. */
  record Active() implements MembershipState {
    @Override
    public MembershipState withoutReason() {
      return this;
    }
  }

  /**
   * Nothing can be spent; earning, returns and tiers go on.
   *
   * @param since when it was frozen
   * @param reason why, for people
   */
  record Frozen(Instant since, String reason) implements MembershipState {
    /** A state of these parts. */
    public Frozen {
      requireNonNull(since, "since");
      requireNonNull(reason, "reason");
    }

    @Override
    public MembershipState withoutReason() {
      return new Frozen(since, "erased");
    }
  }

  /**
   * It takes none any more, and has the base tier.
   *
   * @param since when it ended
   * @param reason why, for people
   */
  record Ended(Instant since, String reason) implements MembershipState {
    /** A state of these parts. */
    public Ended {
      requireNonNull(since, "since");
      requireNonNull(reason, "reason");
    }

    @Override
    public MembershipState withoutReason() {
      return new Ended(since, "erased");
    }
  }
}
