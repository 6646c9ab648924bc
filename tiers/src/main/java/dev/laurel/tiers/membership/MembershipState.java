package dev.laurel.tiers.membership;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.identity.MemberId;
import java.time.Instant;
import java.util.Optional;

/** Whether a membership takes events. */
public sealed interface MembershipState {
  /** Since when it takes no events any more; absent while it takes some. */
  default Optional<Instant> closedSince() {
    return Optional.empty();
  }

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
    public Optional<Instant> closedSince() {
      return Optional.of(since);
    }

    @Override
    public MembershipState withoutReason() {
      return new Ended(since, "erased");
    }
  }

  /**
   * It has gone up in another and takes nothing any more; what it had is there.
   *
   * @param into the member who stays
   * @param since when they became one
   */
  record Merged(MemberId into, Instant since) implements MembershipState {
    /** A state of these parts. */
    public Merged {
      requireNonNull(into, "into");
      requireNonNull(since, "since");
    }

    @Override
    public Optional<Instant> closedSince() {
      return Optional.of(since);
    }

    @Override
    public MembershipState withoutReason() {
      return this;
    }
  }
}
