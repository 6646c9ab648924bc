package dev.laurel.core.program;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.activity.Activity;
import dev.laurel.core.activity.Return;
import dev.laurel.core.earning.MemberFacts;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.points.PointType;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** One thing that is told to a program about one member: what they did, want, or are. */
public sealed interface Submission {
  /**
   * The order in which facts are decided when arrival does not matter: business time, then expiry
   * before reversals before earning before burning, then the name.
   */
  Comparator<Submission> BY_BUSINESS_TIME = Comparator.comparing(Submission::occurredAt)
      .thenComparing(Submission::phase)
      .thenComparing(Submission::id);

  /** The name under which the submission is one and the same, however often it is sent. */
  CommandId id();

  /** The member it is about. */
  MemberId member();

  /** Business time. */
  Instant occurredAt();

  /** Knowledge time. */
  Instant recordedAt();

  /** The place among the submissions of one instant. */
  LedgerCommand.Phase phase();

  /** The submission of an activity. */
  static Submission of(Activity activity) {
    return new Did(activity);
  }

  /** The submission of a command for points of a type. */
  static Submission of(PointType type, LedgerCommand command) {
    return new Ordered(type, command, Optional.empty());
  }

  /** The submission of a redemption that pays a part of a purchase, so that returns find it. */
  static Submission paying(ActivityId purchase, LedgerCommand.Redeem command) {
    return new Ordered(command.points().type(), command, Optional.of(purchase));
  }

  /** The submission of facts that hold from an instant. */
  static Submission of(CommandStamp stamp, MemberFacts facts) {
    return new Learned(stamp, facts);
  }

  /**
   * A member did something.
   *
   * @param activity what
   */
  record Did(Activity activity) implements Submission {
    /** A submission of an activity. */
    public Did {
      requireNonNull(activity, "activity");
    }

    @Override
    public CommandId id() {
      return CommandId.of(activity.id().value());
    }

    @Override
    public MemberId member() {
      return activity.member();
    }

    @Override
    public Instant occurredAt() {
      return activity.occurredAt();
    }

    @Override
    public Instant recordedAt() {
      return activity.recordedAt();
    }

    @Override
    public LedgerCommand.Phase phase() {
      return activity instanceof Return
          ? LedgerCommand.Phase.REVERSAL
          : LedgerCommand.Phase.EARNING;
    }
  }

  /**
   * Somebody wants something done with the points of a type.
   *
   * @param type the points
   * @param command what is wanted
   * @param purchase the purchase that it pays for in part, if it does
   */
  record Ordered(PointType type, LedgerCommand command, Optional<ActivityId> purchase)
      implements Submission {
    /** A submission of a command. */
    public Ordered {
      requireNonNull(type, "type");
      requireNonNull(command, "command");
      requireNonNull(purchase, "purchase");
    }

    @Override
    public CommandId id() {
      return command.id();
    }

    @Override
    public MemberId member() {
      return command.member();
    }

    @Override
    public Instant occurredAt() {
      return command.occurredAt();
    }

    @Override
    public Instant recordedAt() {
      return command.recordedAt();
    }

    @Override
    public LedgerCommand.Phase phase() {
      return command.phase();
    }
  }

  /**
   * Something became known of a member: enrolment, a segment, a status with its multiplier.
   *
   * @param stamp its name, the member and the times
   * @param facts all that is known from this instant on
   */
  record Learned(CommandStamp stamp, MemberFacts facts) implements Submission {
    /** A submission of facts. */
    public Learned {
      requireNonNull(stamp, "stamp");
      requireNonNull(facts, "facts");
    }

    @Override
    public CommandId id() {
      return stamp.id();
    }

    @Override
    public MemberId member() {
      return stamp.member();
    }

    @Override
    public Instant occurredAt() {
      return stamp.occurredAt();
    }

    @Override
    public Instant recordedAt() {
      return stamp.recordedAt();
    }

    @Override
    public LedgerCommand.Phase phase() {
      return LedgerCommand.Phase.EXPIRY;
    }
  }
}
