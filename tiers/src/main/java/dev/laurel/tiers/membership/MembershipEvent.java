package dev.laurel.tiers.membership;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.entitlement.EntitlementCommand;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Codes;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.program.Submission;
import dev.laurel.core.reward.RewardCommand;
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
   * The event of something that concerns benefits: a claim, its use, a choice.
   *
   * @throws dev.laurel.core.failure.InvalidValueException VALUE_INVALID if the stamp is about
   *     another member or time than the command
   */
  static MembershipEvent of(CommandStamp stamp, RewardCommand command) {
    return new BenefitAsked(stamp, command);
  }

  /**
   * The event of something that concerns services: a trial, a term, a sale of the thing.
   *
   * @throws dev.laurel.core.failure.InvalidValueException VALUE_INVALID if the stamp is about
   *     another time than the command
   */
  static MembershipEvent of(CommandStamp stamp, EntitlementCommand command) {
    return new ServiceAsked(stamp, command);
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

  /** An event that has a stamp of its own. */
  sealed interface Stamped extends MembershipEvent {
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
   * Something that concerns benefits.
   *
   * @param stamp its name, the member and the times
   * @param command what is asked, at the business time of the stamp
   */
  record BenefitAsked(CommandStamp stamp, RewardCommand command) implements Stamped {
    /** An event of these parts. */
    public BenefitAsked {
      requireNonNull(stamp, "stamp");
      requireNonNull(command, "command");
      InvalidValueException.check(
          command.member().equals(stamp.member()) && command.at().equals(stamp.occurredAt()),
          FailureCode.VALUE_INVALID,
          "command",
          "event '%s' must have the member and the time of its command: %s, %s",
          stamp.id(),
          command.member(),
          command.at());
    }

    @Override
    public LedgerCommand.Phase phase() {
      return LedgerCommand.Phase.BURNING;
    }
  }

  /**
   * Something that concerns services.
   *
   * @param stamp its name, the member who asks and the times
   * @param command what is asked, at the business time of the stamp
   */
  record ServiceAsked(CommandStamp stamp, EntitlementCommand command) implements Stamped {
    /** An event of these parts. */
    public ServiceAsked {
      requireNonNull(stamp, "stamp");
      requireNonNull(command, "command");
      InvalidValueException.check(
          command.at().equals(stamp.occurredAt()),
          FailureCode.VALUE_INVALID,
          "command",
          "event '%s' must have the time of its command: %s",
          stamp.id(),
          command.at());
    }

    @Override
    public LedgerCommand.Phase phase() {
      return LedgerCommand.Phase.BURNING;
    }
  }

  /** A change of how the membership itself stands: frozen, free again, closed, merged. */
  sealed interface StandingChange extends Stamped {}

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

  /**
   * The membership goes up in another, which takes up a life with an {@link Absorbed} of its own;
   * {@link Memberships#merge} does both where memberships are at hand and not events.
   *
   * @param stamp its name, the member who is gone and the times
   * @param into the member who stays
   */
  record MergedAway(CommandStamp stamp, MemberId into) implements StandingChange {
    /** An event of these parts. */
    public MergedAway {
      requireNonNull(stamp, "stamp");
      requireNonNull(into, "into");
    }

    @Override
    public LedgerCommand.Phase phase() {
      return LedgerCommand.Phase.BURNING;
    }
  }

  /**
   * Another membership goes up in this one. It comes as the life it was, so that another program,
   * or a fact that turns up later, finds all of it.
   *
   * @param stamp its name, the member who stays and the times
   * @param other the life of the member who is gone; what happened after the merge is left out
   */
  record Absorbed(CommandStamp stamp, WhatIf.Life other) implements StandingChange {
    /** An event of these parts. */
    public Absorbed {
      requireNonNull(stamp, "stamp");
      requireNonNull(other, "other");
    }

    @Override
    public LedgerCommand.Phase phase() {
      return LedgerCommand.Phase.BURNING;
    }
  }
}
