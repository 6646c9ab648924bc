package dev.laurel.core.ledger;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.identity.MemberId;
import java.time.Instant;

/** Whether an account takes commands. */
public sealed interface AccountStatus {
  /** It takes all of them. */
  record Open() implements AccountStatus {}

  /**
   * Nothing can be spent, held, captured or transferred away; earning, reversal and expiry go on.
   *
   * @param since the instant of freezing
   * @param reason why, for people
   */
  record Frozen(Instant since, String reason) implements AccountStatus {
    /** A status of these parts. */
    public Frozen {
      requireNonNull(since, "since");
      requireNonNull(reason, "reason");
    }
  }

  /**
   * It takes none any more.
   *
   * @param since the instant of closing
   */
  record Closed(Instant since) implements AccountStatus {
    /** A status of this instant. */
    public Closed {
      requireNonNull(since, "since");
    }
  }

  /**
   * It went up in another account.
   *
   * @param into the owner of the other account
   * @param since the instant of the merge
   */
  record MergedInto(MemberId into, Instant since) implements AccountStatus {
    /** A status of these parts. */
    public MergedInto {
      requireNonNull(into, "into");
      requireNonNull(since, "since");
    }
  }
}
