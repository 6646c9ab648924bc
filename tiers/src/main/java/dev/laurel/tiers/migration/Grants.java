package dev.laurel.tiers.migration;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.ledger.LotExpiry;
import dev.laurel.core.points.Balance;
import dev.laurel.core.points.PointType;
import dev.laurel.core.program.PointTerms;
import dev.laurel.core.program.Program;
import dev.laurel.core.program.Submission;
import dev.laurel.core.time.Span;
import dev.laurel.tiers.ladder.Tier;
import dev.laurel.tiers.ladder.TierLadder;
import dev.laurel.tiers.membership.Membership;
import dev.laurel.tiers.membership.MembershipEvent;
import dev.laurel.tiers.status.StatusFact;
import dev.laurel.tiers.status.StatusSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** What a plan brings to one member, as events under names that are always the same. */
final class Grants {
  private static final int LONGEST = 128;

  private final MigrationPlan plan;
  private final Membership member;
  private final ImmutableList.Builder<MembershipEvent> events = ImmutableList.builder();

  private Grants(MigrationPlan plan, Membership member) {
    this.plan = plan;
    this.member = member;
  }

  /** The events for a membership as it is just before the change; none if it takes none. */
  static ImmutableList<MembershipEvent> of(MigrationPlan plan, Membership member) {
    if (member.state().closedSince().isPresent() || !member.enrolledAt().isBefore(plan.from())) {
      return ImmutableList.of();
    }
    Grants grants = new Grants(plan, member);
    plan.terms().exchanges().forEach(grants::exchange);
    plan.terms().grandfatherings().forEach(grants::keep);
    return grants.events.build();
  }

  private void exchange(PointsExchange exchange) {
    if (!member.member().accounts().containsKey(exchange.from())) {
      return;
    }
    Balance balance = member.member().account(exchange.from()).balance(plan.lastBefore());
    PointType old = exchange.from();
    long units = Math.abs(balance.units());
    if (units == 0) {
      return;
    }
    String reason = "migration to version " + plan.after().points().latest().version();
    if (balance.isOverdrawn()) {
      up(old, units, plan.lastBefore(), "forgiven", reason, LotExpiry.never());
    } else {
      down(old, units, plan.lastBefore(), "taken", reason);
    }
    long worth = exchange.worth(units);
    if (exchange.to().isPresent() && worth > 0) {
      PointType to = exchange.to().get();
      if (balance.isOverdrawn()) {
        down(to, worth, plan.from(), "owed", reason);
      } else {
        up(to, worth, plan.from(), "given", reason, expiry(to));
      }
    }
  }

  private LotExpiry expiry(PointType to) {
    Program program = plan.after().points().latest();
    PointTerms terms = program.terms(to);
    return LotExpiry.from(terms.expiry(), plan.from(), program.calendar());
  }

  private void up(
      PointType type, long units, Instant at, String what, String reason, LotExpiry expiry) {
    CommandStamp stamp = stamp(type.code() + "/" + what, at);
    events.add(MembershipEvent.of(Submission.of(
        type,
        new LedgerCommand.AdjustUp(
            stamp, LotId.of(stamp.id().value()), type.points(units), expiry, reason))));
  }

  private void down(PointType type, long units, Instant at, String what, String reason) {
    events.add(MembershipEvent.of(Submission.of(
        type,
        new LedgerCommand.AdjustDown(
            stamp(type.code() + "/" + what, at), type.points(units), reason))));
  }

  private void keep(Grandfathering promise) {
    Tier had = member.standing(promise.ladder(), plan.lastBefore()).tier();
    TierLadder next = plan.program().ladder(promise.ladder()).at(plan.from());
    if (!had.code().equals(promise.tier())) {
      return;
    }
    Tier kept = plan.successor(next, had).orElseThrow();
    events.add(MembershipEvent.of(
        promise.ladder(),
        new StatusFact.Given(
            stamp(promise.ladder() + "/kept", plan.from()),
            kept,
            StatusSource.MANUAL,
            Span.of(plan.from(), promise.until()))));
  }

  private CommandStamp stamp(String what, Instant at) {
    return CommandStamp.of(name(what), member.id(), at);
  }

  private CommandId name(String what) {
    String name =
        "migration/" + plan.after().points().latest().version() + "/" + member.id() + "/" + what;
    return CommandId.of(
        name.length() <= LONGEST
            ? name
            : Hashing.sha256().hashString(name, StandardCharsets.UTF_8).toString());
  }
}
