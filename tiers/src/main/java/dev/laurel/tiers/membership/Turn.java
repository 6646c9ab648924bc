package dev.laurel.tiers.membership;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.entitlement.Entitlement;
import dev.laurel.core.entitlement.EntitlementCommand;
import dev.laurel.core.entitlement.EntitlementDecision;
import dev.laurel.core.entitlement.EntitlementId;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.Subject;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.points.PointType;
import dev.laurel.core.program.Member;
import dev.laurel.core.program.Outcome;
import dev.laurel.core.program.Rejection;
import dev.laurel.core.program.Submission;
import dev.laurel.core.reward.RewardCommand;
import dev.laurel.core.reward.RewardDecision;
import dev.laurel.tiers.membership.MembershipOutcome.Reason;
import dev.laurel.tiers.status.StatusDecision;
import dev.laurel.tiers.status.StatusFact;
import dev.laurel.tiers.status.StatusRecord;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The decision of one event. */
final class Turn {
  private final Memberships memberships;
  private final Membership before;
  private final MembershipEvent event;
  private final Commons commons;
  private final boolean stands;

  /** Why a membership takes nothing any more. */
  record Closed(Reason reason, String rule) {}

  Turn(
      Memberships memberships,
      Membership before,
      MembershipEvent event,
      Commons commons,
      boolean stands) {
    this.memberships = memberships;
    this.before = before;
    this.event = event;
    this.commons = commons;
    this.stands = stands;
  }

  /** Why a membership takes nothing any more; absent if it takes some. */
  static Optional<Closed> closed(MembershipState state) {
    if (state instanceof MembershipState.Ended ended) {
      return Optional.of(new Closed(Reason.MEMBERSHIP_ENDED, "ended at " + ended.since()));
    }
    return state instanceof MembershipState.Merged merged
        ? Optional.of(new Closed(
            Reason.MEMBERSHIP_MERGED, "gone up in " + merged.into() + " at " + merged.since()))
        : Optional.empty();
  }

  Optional<MembershipOutcome> early() {
    Optional<MembershipEvent> known = before.event(event.id());
    if (known.isPresent()) {
      return Optional.of(
          known.get().equals(event)
              ? done(before)
              : reject(Reason.IDEMPOTENCY_CONFLICT, "came before with other content"));
    }
    if (!event.member().equals(before.id())) {
      return Optional.of(reject(Reason.MEMBER_MISMATCH, "is about " + event.member()));
    }
    if (event.occurredAt().isBefore(before.enrolledAt())) {
      return Optional.of(reject(
          Reason.BEFORE_ENROLMENT, "must not lie before enrolment at " + before.enrolledAt()));
    }
    Optional<Closed> closed = closed(before.state());
    if (closed.isPresent()) {
      return Optional.of(
          reject(closed.get().reason(), "finds the membership " + closed.get().rule()));
    }
    return before.state() instanceof MembershipState.Frozen && spends()
        ? Optional.of(reject(Reason.MEMBERSHIP_FROZEN, "must not spend while frozen"))
        : Optional.empty();
  }

  private boolean spends() {
    if (event instanceof MembershipEvent.BenefitAsked asked) {
      return asked.command() instanceof RewardCommand.Take
          || asked.command() instanceof RewardCommand.Use;
    }
    if (event instanceof MembershipEvent.ServiceAsked asked) {
      return !(asked.command() instanceof EntitlementCommand.HandOver)
          && !(asked.command() instanceof EntitlementCommand.End);
    }
    return event instanceof MembershipEvent.Submitted submitted
        && submitted.submission() instanceof Submission.Ordered ordered
        && ordered.command().spends()
        && !stands;
  }

  MembershipOutcome decide() {
    if (event instanceof MembershipEvent.Submitted submitted) {
      return new PointsTurn(memberships, before, submitted.submission(), commons, stands).decide();
    }
    if (event instanceof MembershipEvent.StatusTold told) {
      return status(told);
    }
    if (event instanceof MembershipEvent.BenefitAsked asked) {
      return benefit(asked);
    }
    if (event instanceof MembershipEvent.ServiceAsked asked) {
      return service(asked);
    }
    return standing((MembershipEvent.StandingChange) event);
  }

  private MembershipOutcome status(MembershipEvent.StatusTold told) {
    Optional<StatusRecord> open = Optional.ofNullable(before.records().get(told.ladder()))
        .filter(record -> record.versions().isOpenAt(told.occurredAt()));
    if (open.isEmpty()) {
      return reject(
          Reason.UNKNOWN_LADDER, "must be about a ladder of the program: " + told.ladder());
    }
    if (told.fact() instanceof StatusFact.Happened
        || told.fact() instanceof StatusFact.Corrected
        || told.fact() instanceof StatusFact.Balanced
        || told.fact() instanceof StatusFact.United
        || told.fact() instanceof StatusFact.Improved) {
      return reject(Reason.NOT_TOLD_DIRECTLY, "follows from what is submitted");
    }
    StatusDecision decision = open.get().decide(told.fact());
    if (decision.refusal().isPresent()) {
      return rejected(
          decision.refusal().get().code().name(), decision.refusal().get().message());
    }
    Map<String, StatusRecord> records = new TreeMap<>(before.records());
    records.put(told.ladder(), decision.record());
    return done(before.with(records).remembering(event));
  }

  private MembershipOutcome benefit(MembershipEvent.BenefitAsked asked) {
    try {
      RewardDecision decision = memberships
          .rewards()
          .decide(
              before.claims(),
              commons.stock(),
              asked.command(),
              memberships.context(before, commons, asked.occurredAt()));
      return decision instanceof RewardDecision.Refused refused
          ? rejected(refused.refusal().code().name(), refused.refusal().toString())
          : done(
              before.with(decision.claims()).remembering(event),
              commons.with(decision.stock()),
              Optional.empty());
    } catch (InvalidValueException failed) {
      return reject(Reason.RULE_FAILED, "asks a condition that failed: " + failed.getMessage());
    }
  }

  private MembershipOutcome service(MembershipEvent.ServiceAsked asked) {
    Optional<MembershipOutcome> misaddressed = misaddressed(asked.command());
    if (misaddressed.isPresent()) {
      return misaddressed.get();
    }
    EntitlementDecision decision = commons.services().decide(asked.command());
    if (decision instanceof EntitlementDecision.Refused refused) {
      return rejected(refused.refusal().code().name(), refused.refusal().toString());
    }
    return done(
        before.remembering(event),
        commons.with(decision.entitlements()),
        Optional.of((EntitlementDecision.Accepted) decision));
  }

  /** Why a command about services is not this member's to give. */
  private Optional<MembershipOutcome> misaddressed(EntitlementCommand command) {
    if (command instanceof EntitlementCommand.StartTrial trial) {
      return trial.member().equals(before.id())
          ? Optional.empty()
          : Optional.of(reject(Reason.MEMBER_MISMATCH, "is about " + trial.member()));
    }
    if (command instanceof EntitlementCommand.Activate activate) {
      return activate.member().equals(before.id())
          ? Optional.empty()
          : Optional.of(reject(Reason.MEMBER_MISMATCH, "is about " + activate.member()));
    }
    if (command instanceof EntitlementCommand.Extend extend) {
      return unheld(extend.id());
    }
    if (command instanceof EntitlementCommand.End end) {
      return unheld(end.id());
    }
    if (command instanceof EntitlementCommand.HandOver sale) {
      return unheld(sale.thing());
    }
    return Optional.of(reject(Reason.NOT_TOLD_DIRECTLY, "follows from a merge"));
  }

  private Optional<MembershipOutcome> unheld(EntitlementId id) {
    return commons
            .services()
            .entitlement(id)
            .map(Entitlement::holder)
            .filter(before.id()::equals)
            .isPresent()
        ? Optional.empty()
        : Optional.of(
            reject(Reason.UNKNOWN_REFERENCE, "must be about what the member holds: " + id));
  }

  private Optional<MembershipOutcome> unheld(Subject thing) {
    return commons.services().forThing(thing).stream()
            .anyMatch(one -> one.holder().equals(before.id()))
        ? Optional.empty()
        : Optional.of(
            reject(Reason.UNKNOWN_REFERENCE, "must be about what the member holds: " + thing));
  }

  private MembershipOutcome standing(MembershipEvent.StandingChange change) {
    if (change instanceof MembershipEvent.Froze froze) {
      return done(before
          .in(new MembershipState.Frozen(froze.occurredAt(), froze.reason()))
          .remembering(event));
    }
    if (change instanceof MembershipEvent.Closed closed) {
      return close(closed);
    }
    if (change instanceof MembershipEvent.MergedAway gone) {
      return mergeAway(gone);
    }
    return change instanceof MembershipEvent.Absorbed absorbed
        ? absorb(absorbed)
        : done(before.in(new MembershipState.Active()).remembering(event));
  }

  private MembershipOutcome close(MembershipEvent.Closed closed) {
    Member member = before.member();
    for (PointType type : member.accounts().keySet()) {
      CommandStamp stamp = CommandStamp.of(
          CommandId.of(closed.id() + "/" + type),
          before.id(),
          closed.occurredAt(),
          closed.recordedAt());
      Outcome outcome = memberships
          .loyalty()
          .submit(
              member,
              Submission.of(type, new LedgerCommand.Close(stamp, closed.reason())),
              commons.points());
      if (outcome.rejection().isPresent()) {
        Rejection why = outcome.rejection().get();
        return rejected(why.code(), why.message());
      }
      member = outcome.member();
    }
    return done(before
        .with(member)
        .in(new MembershipState.Ended(closed.occurredAt(), closed.reason()))
        .remembering(event));
  }

  /** This side of a merge, as if the other one had nothing; the other side has its own event. */
  private MembershipOutcome mergeAway(MembershipEvent.MergedAway gone) {
    Membership other = memberships.enrol(gone.into(), before.enrolledAt());
    return answer(memberships.merge(before, other, gone.stamp(), commons), true);
  }

  private MembershipOutcome absorb(MembershipEvent.Absorbed absorbed) {
    WhatIf.Life life = absorbed.other();
    CommandStamp stamp =
        CommandStamp.of(absorbed.id(), life.member(), absorbed.occurredAt(), absorbed.recordedAt());
    Lived lived = Lived.of(memberships, life, absorbed, commons);
    return answer(
        memberships.merge(lived.membership(), before, stamp, commons.with(lived.services())),
        false);
  }

  private MembershipOutcome answer(MembershipMerge merge, boolean isGone) {
    if (merge.rejection().isPresent()) {
      return rejected(merge.rejection().get().code(), merge.rejection().get().message());
    }
    return done(
        isGone ? merge.gone() : merge.kept().remembering(event), merge.commons(), Optional.empty());
  }

  private MembershipOutcome done(Membership next) {
    return done(next, commons, Optional.empty());
  }

  private static MembershipOutcome done(
      Membership next, Commons after, Optional<EntitlementDecision.Accepted> service) {
    return new MembershipOutcome.Done(
        next,
        after,
        Optional.empty(),
        ImmutableList.of(),
        service.flatMap(EntitlementDecision.Accepted::fee));
  }

  MembershipOutcome reject(Reason reason, String rule) {
    return rejected(reason.name(), reason.sentence("event", event.id(), rule));
  }

  private MembershipOutcome rejected(String code, String message) {
    return new MembershipOutcome.Rejected(before, commons, code, message);
  }
}
