package dev.laurel.tiers.status;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.points.PointType;
import dev.laurel.core.time.Span;
import dev.laurel.tiers.ladder.Flag;
import dev.laurel.tiers.ladder.Tier;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One thing that bears on a member's status. */
public sealed interface StatusFact {
  /** Business time, then grants before returns before events before balances, then the name. */
  Comparator<StatusFact> BY_BUSINESS_TIME = Comparator.comparing(StatusFact::occurredAt)
      .thenComparing(StatusFact::phase)
      .thenComparing(StatusFact::id);

  /** Its name, the member and the times. */
  CommandStamp stamp();

  /** The place among the facts of one instant. */
  LedgerCommand.Phase phase();

  /** The name under which the fact is one and the same, however often it is told. */
  default CommandId id() {
    return stamp().id();
  }

  /** Business time. */
  default Instant occurredAt() {
    return stamp().occurredAt();
  }

  /**
   * Something happened that may count.
   *
   * @param stamp its name, the member and the times
   * @param event what it has to show
   */
  record Happened(CommandStamp stamp, QualifyingEvent event) implements StatusFact {
    /**
     * A fact of these parts.
     *
     * @throws InvalidValueException VALUE_INVALID if the two times differ
     */
    public Happened {
      requireNonNull(stamp, "stamp");
      InvalidValueException.check(
          requireNonNull(event, "event").occurredAt().equals(stamp.occurredAt()),
          FailureCode.VALUE_INVALID,
          "event",
          "event '%s' must have the time of its fact: %s, %s",
          event.activity(),
          event.occurredAt(),
          stamp.occurredAt());
    }

    @Override
    public LedgerCommand.Phase phase() {
      return LedgerCommand.Phase.EARNING;
    }
  }

  /**
   * An event shrank because something came back.
   *
   * @param stamp its name, the member and the times; business time is that of the return
   * @param event the event
   * @param left what it has to show from now on; absent where nothing is left
   */
  record Corrected(CommandStamp stamp, ActivityId event, Optional<QualifyingEvent> left)
      implements StatusFact {
    /** A fact of these parts. */
    public Corrected {
      requireNonNull(stamp, "stamp");
      requireNonNull(event, "event");
      requireNonNull(left, "left");
    }

    @Override
    public LedgerCommand.Phase phase() {
      return LedgerCommand.Phase.REVERSAL;
    }
  }

  /**
   * A flag was raised or lowered.
   *
   * @param stamp its name, the member and the times
   * @param flag which
   * @param isHeld whether the member has it from now on
   */
  record Flagged(CommandStamp stamp, Flag flag, boolean isHeld) implements StatusFact {
    /** A fact of these parts. */
    public Flagged {
      requireNonNull(stamp, "stamp");
      requireNonNull(flag, "flag");
    }

    @Override
    public LedgerCommand.Phase phase() {
      return LedgerCommand.Phase.EXPIRY;
    }
  }

  /**
   * A tier was given for a stretch of time.
   *
   * @param stamp its name, the member and the times
   * @param tier the tier
   * @param source where it comes from; not earned and not for life, which the ladder decides
   * @param span from when until when
   */
  record Given(CommandStamp stamp, Tier tier, StatusSource source, Span span)
      implements StatusFact {
    /**
     * A fact of these parts.
     *
     * @throws InvalidValueException VALUE_INVALID for a source that is not given
     */
    public Given {
      requireNonNull(stamp, "stamp");
      requireNonNull(tier, "tier");
      requireNonNull(span, "span");
      InvalidValueException.check(
          requireNonNull(source, "source") != StatusSource.EARNED
              && source != StatusSource.LIFETIME,
          FailureCode.VALUE_INVALID,
          "source",
          "grant '%s' must not be of a source that the ladder decides: %s",
          stamp.id(),
          source);
    }

    @Override
    public LedgerCommand.Phase phase() {
      return LedgerCommand.Phase.EXPIRY;
    }
  }

  /**
   * A given tier, or a subscription, ends before its time.
   *
   * @param stamp its name, the member and the times; business time is the end
   * @param given the name of the grant or of the payment
   */
  record Ended(CommandStamp stamp, CommandId given) implements StatusFact {
    /** A fact of these parts. */
    public Ended {
      requireNonNull(stamp, "stamp");
      requireNonNull(given, "given");
    }

    @Override
    public LedgerCommand.Phase phase() {
      return LedgerCommand.Phase.EXPIRY;
    }
  }

  /**
   * A stretch of a subscription was paid; the ladder's grace follows it.
   *
   * @param stamp its name, the member and the times
   * @param tier the tier that is paid for
   * @param paid from when until when
   */
  record Paid(CommandStamp stamp, Tier tier, Span paid) implements StatusFact {
    /**
     * A fact of these parts.
     *
     * @throws InvalidValueException WINDOW_INVALID if the stretch has no end
     */
    public Paid {
      requireNonNull(stamp, "stamp");
      requireNonNull(tier, "tier");
      InvalidValueException.check(
          !requireNonNull(paid, "paid").isUnboundedEnd() && !paid.isUnboundedStart(),
          FailureCode.WINDOW_INVALID,
          "paid",
          "payment '%s' must be for a time with both ends: %s",
          stamp.id(),
          paid);
    }

    @Override
    public LedgerCommand.Phase phase() {
      return LedgerCommand.Phase.EXPIRY;
    }
  }

  /**
   * Subscriptions pause, or go on: what was paid and not used by the pause follows it.
   *
   * @param stamp its name, the member and the times
   * @param isPaused whether they pause from now on
   */
  record Paused(CommandStamp stamp, boolean isPaused) implements StatusFact {
    /** A fact of these parts. */
    public Paused {
      requireNonNull(stamp, "stamp");
    }

    @Override
    public LedgerCommand.Phase phase() {
      return LedgerCommand.Phase.EXPIRY;
    }
  }

  /**
   * The points in an account have changed, for ladders that look at the current balance.
   *
   * @param stamp its name, the member and the times
   * @param type the points
   * @param units what can be spent less what is owed, in the type's smallest units
   */
  record Balanced(CommandStamp stamp, PointType type, long units) implements StatusFact {
    /** A fact of these parts. */
    public Balanced {
      requireNonNull(stamp, "stamp");
      requireNonNull(type, "type");
    }

    @Override
    public LedgerCommand.Phase phase() {
      return LedgerCommand.Phase.BURNING;
    }
  }

  /**
   * Another member has gone up in this one: what counted for the other counts here, and the better
   * tier stays for as long as it was to last. A lesser one that was to last longer shows again when
   * the better one ends. The past stays as each of the two had it.
   *
   * @param stamp its name, the member who stays and the times
   * @param other what bore on the status of the member who is gone
   */
  record United(CommandStamp stamp, Past other) implements StatusFact {
    /** A fact of these parts. */
    public United {
      requireNonNull(stamp, "stamp");
      requireNonNull(other, "other");
    }

    @Override
    public LedgerCommand.Phase phase() {
      return LedgerCommand.Phase.BURNING;
    }
  }

  /**
   * All that bore on one member's status in a ladder.
   *
   * @param enrolledAt when the member enrolled
   * @param facts the facts in business order
   * @param tooLate the events that came too late to count for themselves, in order of arrival
   */
  record Past(Instant enrolledAt, List<StatusFact> facts, List<Happened> tooLate) {
    /** A past of these parts. */
    public Past {
      requireNonNull(enrolledAt, "enrolledAt");
      facts = ImmutableList.copyOf(facts);
      tooLate = ImmutableList.copyOf(tooLate);
    }
  }

  /**
   * A late event has made an earned tier better; {@link StatusRecord} adds this itself.
   *
   * @param stamp its name, the member and the time of arrival
   * @param event the late event
   * @param tier the tier that the closed period gives with it
   * @param reviewAt when that tier is reviewed; {@link Span#END} if never
   * @param validUntil until when that tier lasts without renewal; {@link Span#END} if for ever
   */
  record Improved(
      CommandStamp stamp, ActivityId event, Tier tier, Instant reviewAt, Instant validUntil)
      implements StatusFact {
    /** A fact of these parts. */
    public Improved {
      requireNonNull(stamp, "stamp");
      requireNonNull(event, "event");
      requireNonNull(tier, "tier");
      requireNonNull(reviewAt, "reviewAt");
      requireNonNull(validUntil, "validUntil");
    }

    @Override
    public LedgerCommand.Phase phase() {
      return LedgerCommand.Phase.EXPIRY;
    }
  }
}
