package dev.laurel.tiers.status;

import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.points.PointType;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.Span;
import dev.laurel.tiers.ladder.Flag;
import dev.laurel.tiers.ladder.LadderVersions;
import dev.laurel.tiers.ladder.Metric;
import dev.laurel.tiers.ladder.Qualification;
import dev.laurel.tiers.ladder.Rung;
import dev.laurel.tiers.ladder.Tier;
import dev.laurel.tiers.ladder.TierLadder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Small ladders and facts that tests of status share. */
final class Lives {
  static final PointType MILES = PointType.qualifying("miles", "Miles");
  static final PointType STARS = PointType.redeemable("stars", "Stars");
  static final ActivityKind FLIGHT = ActivityKind.of("flight");
  static final MemberId ANN = MemberId.of("m-ann");
  static final ProgramCalendar UTC = ProgramCalendar.of(ZoneOffset.UTC);
  static final Tier MEMBER = Tier.of("member", "Member");
  static final Tier SILVER = Tier.of("silver", "Silver");
  static final Tier GOLD = Tier.of("gold", "Gold");
  static final Tier PLATINUM = Tier.of("platinum", "Platinum");

  private Lives() {}

  static Qualification miles(long threshold) {
    return Qualification.reach(Metric.points(MILES), threshold);
  }

  /** Silver at 100 miles, Gold at 200, Platinum at 300, in calendar years. */
  static TierLadder.Builder elite() {
    TierLadder.Builder ladder = TierLadder.builder();
    ladder
        .code("elite")
        .base(MEMBER)
        .addRung(Rung.of(SILVER, miles(100)))
        .addRung(Rung.of(GOLD, miles(200)))
        .addRung(Rung.of(PLATINUM, miles(300)));
    return ladder;
  }

  static StatusRecord enrolled(TierLadder ladder, String at) {
    return StatusRecord.open(LadderVersions.of(ladder), UTC, Instant.parse(at));
  }

  static StatusRecord enrolled(TierLadder ladder) {
    return enrolled(ladder, "2025-01-01T00:00:00Z");
  }

  static StatusRecord after(StatusRecord record, StatusFact... facts) {
    StatusRecord next = record;
    for (StatusFact fact : List.of(facts)) {
      next = next.decide(fact).orThrow();
    }
    return next;
  }

  static StatusFact.Happened flown(String id, String at, long miles) {
    return earned(id, at, "base", MILES, miles, FLIGHT);
  }

  static StatusFact.Happened earned(
      String id, String at, String rule, PointType type, long units, ActivityKind kind) {
    QualifyingEvent event = QualifyingEvent.builder()
        .activity(ActivityId.of(id))
        .kind(kind)
        .occurredAt(Instant.parse(at))
        .addCredit(new QualifyingEvent.Credit(RuleId.of(rule), type.points(units)))
        .build();
    return new StatusFact.Happened(stamp(id, at), event);
  }

  /** A flight that became known at another time. */
  static StatusFact.Happened flownLate(String id, String at, String known, long miles) {
    StatusFact.Happened happened = flown(id, at, miles);
    CommandStamp stamp =
        CommandStamp.of(CommandId.of(id), ANN, Instant.parse(at), Instant.parse(known));
    return new StatusFact.Happened(stamp, happened.event());
  }

  static StatusFact refunded(String id, String at, String event) {
    return new StatusFact.Corrected(stamp(id, at), ActivityId.of(event), Optional.empty());
  }

  static StatusFact given(String id, String at, Tier tier, StatusSource source, String until) {
    return new StatusFact.Given(
        stamp(id, at), tier, source, Span.of(Instant.parse(at), Instant.parse(until)));
  }

  static StatusFact raised(String id, String at, String flag) {
    return new StatusFact.Flagged(stamp(id, at), Flag.of(flag), true);
  }

  static StatusFact balance(String id, String at, long units) {
    return new StatusFact.Balanced(stamp(id, at), STARS, units);
  }

  static CommandStamp stamp(String id, String at) {
    return CommandStamp.of(CommandId.of(id), ANN, Instant.parse(at));
  }

  static Tier tier(StatusRecord record, String at) {
    return record.standing(Instant.parse(at)).tier();
  }
}
