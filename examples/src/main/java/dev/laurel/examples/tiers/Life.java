package dev.laurel.examples.tiers;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.core.activity.Activity;
import dev.laurel.core.activity.Engagement;
import dev.laurel.core.activity.Line;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.earning.MemberFacts;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.Category;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.Sku;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.Points;
import dev.laurel.core.program.Submission;
import dev.laurel.tiers.ladder.Tier;
import dev.laurel.tiers.membership.LoyaltyProgram;
import dev.laurel.tiers.membership.Membership;
import dev.laurel.tiers.membership.MembershipEvent;
import dev.laurel.tiers.membership.MembershipOutcome;
import dev.laurel.tiers.membership.MembershipStatement;
import dev.laurel.tiers.membership.Memberships;
import dev.laurel.tiers.membership.StatementText;
import dev.laurel.tiers.membership.WhatIf;
import dev.laurel.tiers.status.StatusFact;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** One member's life in a program, told event by event; days mean noon UTC. */
final class Life {
  private final Memberships memberships;
  private final MemberId id;
  private final List<MembershipEvent> events = new ArrayList<>();
  private Membership membership;

  Life(LoyaltyProgram program, String member, String enrolledOn) {
    this.memberships = Memberships.of(program);
    this.id = MemberId.of(member);
    this.membership =
        memberships.enrol(id, LocalDate.parse(enrolledOn).atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  static Instant noon(String day) {
    return Instant.parse(day + "T12:00:00Z");
  }

  Membership membership() {
    return membership;
  }

  /** All that was told so far. */
  WhatIf.Life told() {
    return new WhatIf.Life(
        id, membership.enrolledAt(), MemberFacts.none(), ImmutableList.copyOf(events));
  }

  Tier tier(String ladder, String day) {
    return membership.record(ladder).standing(noon(day)).tier();
  }

  @CanIgnoreReturnValue
  Life buys(String receipt, String day, String category, String price) {
    return does(Purchase.builder()
        .id(ActivityId.of(receipt))
        .member(id)
        .occurredAt(noon(day))
        .addLine(Line.builder()
            .sku(Sku.of(category))
            .category(Category.of(category))
            .unitPrice(ExactMoney.parse(price))
            .build())
        .build());
  }

  @CanIgnoreReturnValue
  Life engages(String name, String day, ActivityKind kind, long quantity) {
    return does(Engagement.builder()
        .id(ActivityId.of(name))
        .member(id)
        .kind(kind)
        .occurredAt(noon(day))
        .quantity(quantity)
        .build());
  }

  @CanIgnoreReturnValue
  Life does(Activity activity) {
    return told(MembershipEvent.of(Submission.of(activity)));
  }

  @CanIgnoreReturnValue
  Life redeems(String name, String day, Points points, String purpose) {
    return told(MembershipEvent.of(
        Submission.of(points.type(), new LedgerCommand.Redeem(stamp(name, day), points, purpose))));
  }

  @CanIgnoreReturnValue
  Life learns(String ladder, StatusFact fact) {
    return told(MembershipEvent.of(ladder, fact));
  }

  /** The rejection of an event that must not be carried out. */
  MembershipOutcome.Rejected refused(MembershipEvent event) {
    return memberships.submit(membership, event).rejection().orElseThrow();
  }

  CommandStamp stamp(String name, String day) {
    return CommandStamp.of(CommandId.of(name), id, noon(day));
  }

  String statement(String day) {
    return StatementText.of(
        MembershipStatement.of(membership, noon(day)), memberships.program().calendar());
  }

  private Life told(MembershipEvent event) {
    events.add(event);
    membership = memberships.submit(membership, event).orThrow();
    return this;
  }
}
