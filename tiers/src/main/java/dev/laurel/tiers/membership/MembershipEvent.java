package dev.laurel.tiers.membership;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.identity.Codes;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.program.Submission;
import dev.laurel.tiers.status.StatusFact;
import java.time.Instant;
import java.util.Comparator;

/** One thing that is told about a membership. */
public sealed interface MembershipEvent {
  /** Business time, then expiry before reversals before earning before burning, then the name. */
  Comparator<MembershipEvent> BY_BUSINESS_TIME = Comparator.comparing(MembershipEvent::occurredAt)
      .thenComparing(MembershipEvent::phase)
      .thenComparing(MembershipEvent::id);

  /** The name under which the event is one and the same, however often it is told. */
  CommandId id();

  /** The member it is about. */
  MemberId member();

  /** Business time. */
  Instant occurredAt();

  /** Knowledge time. */
  Instant recordedAt();

  /** The place among the events of one instant. */
  LedgerCommand.Phase phase();

  /** The event of something that concerns points: an activity, a command, facts. */
  static MembershipEvent of(Submission submission) {
    return new Submitted(submission);
  }

  /** The event of something that concerns the status in a ladder: a flag, a gift, a payment. */
  static MembershipEvent of(String ladder, StatusFact fact) {
    return new StatusTold(ladder, fact);
  }

  /**
   * Something that concerns points.
   *
   * @param submission what
   */
  record Submitted(Submission submission) implements MembershipEvent {
    /** An event of this submission. */
    public Submitted {
      requireNonNull(submission, "submission");
    }

    @Override
    public CommandId id() {
      return submission.id();
    }

    @Override
    public MemberId member() {
      return submission.member();
    }

    @Override
    public Instant occurredAt() {
      return submission.occurredAt();
    }

    @Override
    public Instant recordedAt() {
      return submission.recordedAt();
    }

    @Override
    public LedgerCommand.Phase phase() {
      return submission.phase();
    }
  }

  /**
   * Something that concerns the status in one ladder.
   *
   * @param ladder the ladder's code
   * @param fact what; events that count are not told here but follow from what is submitted
   */
  record StatusTold(String ladder, StatusFact fact) implements MembershipEvent {
    /**
     * An event of this fact.
     *
     * @throws dev.laurel.core.failure.InvalidValueException ID_INVALID if this is no ladder's code
     */
    public StatusTold {
      ladder = Codes.code("ladder code", ladder, 32);
      requireNonNull(fact, "fact");
    }

    @Override
    public CommandId id() {
      return fact.id();
    }

    @Override
    public MemberId member() {
      return fact.stamp().member();
    }

    @Override
    public Instant occurredAt() {
      return fact.occurredAt();
    }

    @Override
    public Instant recordedAt() {
      return fact.stamp().recordedAt();
    }

    @Override
    public LedgerCommand.Phase phase() {
      return fact.phase();
    }
  }

  /** A change of how the membership itself stands: frozen, free again, closed. */
  sealed interface StandingChange extends MembershipEvent {
    /** Its name, the member and the times. */
    CommandStamp stamp();

    @Override
    default CommandId id() {
      return stamp().id();
    }

    @Override
    default MemberId member() {
      return stamp().member();
    }

    @Override
    default Instant occurredAt() {
      return stamp().occurredAt();
    }

    @Override
    default Instant recordedAt() {
      return stamp().recordedAt();
    }
  }

  /**
   * The membership is frozen: nothing can be spent; earning, returns and tiers go on.
   *
   * @param stamp its name, the member and the times
   * @param reason why, for people
   */
  record Froze(CommandStamp stamp, String reason) implements StandingChange {
    /** An event of these parts. */
    public Froze {
      requireNonNull(stamp, "stamp");
      requireNonNull(reason, "reason");
    }

    @Override
    public LedgerCommand.Phase phase() {
      return LedgerCommand.Phase.BURNING;
    }
  }

  /**
   * A frozen membership is free again.
   *
   * @param stamp its name, the member and the times
   */
  record Thawed(CommandStamp stamp) implements StandingChange {
    /** An event of these parts. */
    public Thawed {
      requireNonNull(stamp, "stamp");
    }

    @Override
    public LedgerCommand.Phase phase() {
      return LedgerCommand.Phase.EARNING;
    }
  }

  /**
   * The membership ends: what its accounts have is forfeited, and nothing more is taken.
   *
   * @param stamp its name, the member and the times
   * @param reason why, for people
   */
  record Closed(CommandStamp stamp, String reason) implements StandingChange {
    /** An event of these parts. */
    public Closed {
      requireNonNull(stamp, "stamp");
      requireNonNull(reason, "reason");
    }

    @Override
    public LedgerCommand.Phase phase() {
      return LedgerCommand.Phase.BURNING;
    }
  }
}
