package dev.laurel.tiers.membership;

import dev.laurel.core.entitlement.EntitlementCommand;
import dev.laurel.core.entitlement.EntitlementDecision;
import dev.laurel.core.failure.PointsOverflowException;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.program.Loyalty;
import dev.laurel.core.program.Member;
import dev.laurel.core.program.MergeOutcome;
import dev.laurel.core.reward.Claims;
import dev.laurel.tiers.ladder.LadderVersions;
import dev.laurel.tiers.membership.MembershipOutcome.Reason;
import dev.laurel.tiers.status.StatusDecision;
import dev.laurel.tiers.status.StatusFact;
import dev.laurel.tiers.status.StatusRecord;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The work of letting one membership go up in another. */
final class Uniting {
  private final LoyaltyProgram program;
  private final Loyalty loyalty;
  private final Membership gone;
  private final Membership kept;
  private final CommandStamp stamp;
  private final Commons commons;

  /** A merge whose stamp names the member who is gone. */
  Uniting(
      LoyaltyProgram program,
      Loyalty loyalty,
      Membership gone,
      Membership kept,
      CommandStamp stamp,
      Commons commons) {
    this.program = program;
    this.loyalty = loyalty;
    this.gone = gone;
    this.kept = kept;
    this.stamp = stamp;
    this.commons = commons;
  }

  MembershipMerge outcome() {
    Optional<MembershipEvent> known = gone.event(stamp.id());
    if (known.isPresent()) {
      return known.get().equals(new MembershipEvent.MergedAway(stamp, kept.id()))
          ? new MembershipMerge.Done(gone, kept, commons)
          : reject(Reason.IDEMPOTENCY_CONFLICT, "came before with other content");
    }
    try {
      return check().orElseGet(this::united);
    } catch (PointsOverflowException overflow) {
      return reject(Reason.POINTS_OVERFLOW, "must fit 64 bits: " + overflow.getMessage());
    }
  }

  private Optional<MembershipMerge> check() {
    if (!stamp.member().equals(gone.id())) {
      return Optional.of(reject(Reason.MEMBER_MISMATCH, "is about " + stamp.member()));
    }
    if (gone.id().equals(kept.id())) {
      return Optional.of(reject(Reason.MERGE_SELF, "must be of two memberships: " + gone.id()));
    }
    for (Membership each : new Membership[] {gone, kept}) {
      if (stamp.occurredAt().isBefore(each.enrolledAt())) {
        return Optional.of(reject(
            Reason.BEFORE_ENROLMENT,
            "must not lie before the enrolment of " + each.id() + " at " + each.enrolledAt()));
      }
      Optional<Turn.Closed> closed = Turn.closed(each.state());
      if (closed.isPresent()) {
        return Optional.of(reject(
            closed.get().reason(), "finds " + each.id() + " " + closed.get().rule()));
      }
      if (each.state() instanceof MembershipState.Frozen frozen) {
        return Optional.of(reject(
            Reason.MEMBERSHIP_FROZEN, "finds " + each.id() + " frozen since " + frozen.since()));
      }
    }
    return conflict()
        .map(id -> reject(Reason.IDEMPOTENCY_CONFLICT, "finds one name for two things: " + id));
  }

  /** A name under which both were told something that does not concern points alone. */
  private Optional<CommandId> conflict() {
    return gone.eventIds().stream()
        .filter(kept::knows)
        .sorted()
        .findFirst()
        .or(() -> kept.eventIds().stream().filter(gone::knows).sorted().findFirst())
        .or(() -> kept.claims().clashWith(gone.claims()));
  }

  private MembershipMerge united() {
    MergeOutcome points = loyalty.merge(gone.member(), kept.member(), stamp);
    if (points.rejection().isPresent()) {
      return rejected(points.rejection().get().code(), points.rejection().get().message());
    }
    Map<String, StatusRecord> records = new TreeMap<>();
    for (LadderVersions ladder : program.ladders()) {
      StatusDecision decision = united(ladder, points.kept());
      if (decision.refusal().isPresent()) {
        return rejected(
            decision.refusal().get().code().name(), decision.refusal().get().message());
      }
      records.put(ladder.code(), decision.record());
    }
    EntitlementDecision services = commons
        .services()
        .decide(new EntitlementCommand.Unite(gone.id(), kept.id(), stamp.occurredAt()));
    if (services instanceof EntitlementDecision.Refused refused) {
      return rejected(refused.refusal().code().name(), refused.refusal().toString());
    }
    Claims claims = kept.claims().merge(gone.claims());
    return new MembershipMerge.Done(
        gone.goneInto(kept.id(), stamp, points.gone()),
        kept.with(points.kept()).with(records).with(claims).rememberingAll(gone),
        commons.with(services.entitlements()));
  }

  /** The record of one ladder with what the one who is gone had in it, and the new balances. */
  private StatusDecision united(LadderVersions ladder, Member after) {
    StatusRecord other = gone.record(ladder.code());
    // Where the one who is gone did something later, the tiers are one from then on.
    Instant at = other.clock().isAfter(stamp.occurredAt()) ? other.clock() : stamp.occurredAt();
    if (!ladder.isOpenAt(at)) {
      return new StatusDecision.Taken(kept.record(ladder.code()));
    }
    CommandStamp own = CommandStamp.of(stamp.id(), kept.id(), at, stamp.recordedAt());
    StatusDecision decision =
        kept.record(ladder.code()).decide(new StatusFact.United(own, other.past()));
    for (StatusFact fact : Qualifying.balances(ladder, kept.member(), after, stamp.id(), at)) {
      if (decision.refusal().isEmpty()) {
        decision = decision.record().decide(fact);
      }
    }
    return decision;
  }

  private MembershipMerge reject(Reason reason, String rule) {
    return rejected(reason.name(), reason.sentence("merge", stamp.id(), rule));
  }

  private MembershipMerge rejected(String code, String message) {
    return new MembershipMerge.Rejected(gone, kept, commons, code, message);
  }
}
