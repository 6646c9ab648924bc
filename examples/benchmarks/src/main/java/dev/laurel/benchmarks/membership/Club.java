package dev.laurel.benchmarks.membership;

import dev.laurel.core.activity.Line;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.earning.Combination;
import dev.laurel.core.earning.Condition;
import dev.laurel.core.earning.EarningRule;
import dev.laurel.core.earning.Formula;
import dev.laurel.core.earning.MemberFacts;
import dev.laurel.core.earning.RuleBook;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.ProgramId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.identity.Sku;
import dev.laurel.core.ledger.AccountTotals;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.ledger.Remainder;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.PointType;
import dev.laurel.core.program.PointTerms;
import dev.laurel.core.program.Program;
import dev.laurel.core.program.ProgramVersions;
import dev.laurel.core.program.Submission;
import dev.laurel.core.reward.Availability;
import dev.laurel.core.reward.Benefit;
import dev.laurel.core.reward.BenefitId;
import dev.laurel.core.reward.Claim;
import dev.laurel.core.reward.Reward;
import dev.laurel.core.reward.RewardCatalog;
import dev.laurel.core.reward.RewardCommand;
import dev.laurel.core.time.CalendarPeriod;
import dev.laurel.core.time.Expiry;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.Window;
import dev.laurel.tiers.ladder.LadderVersions;
import dev.laurel.tiers.ladder.Metric;
import dev.laurel.tiers.ladder.Qualification;
import dev.laurel.tiers.ladder.Rung;
import dev.laurel.tiers.ladder.Tier;
import dev.laurel.tiers.ladder.TierLadder;
import dev.laurel.tiers.membership.Commons;
import dev.laurel.tiers.membership.LoyaltyProgram;
import dev.laurel.tiers.membership.Membership;
import dev.laurel.tiers.membership.MembershipEvent;
import dev.laurel.tiers.membership.MembershipOutcome;
import dev.laurel.tiers.membership.Memberships;
import dev.laurel.tiers.membership.WhatIf;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * A full program: a star for each euro, times 6/5 in Gold and 17/10 in Reserve, for a year; a mile
 * for each euro; Gold at 600 miles a year and Reserve at 1,200, to the end of the next year; and
 * the lounge twice a year from Gold on.
 */
final class Club {
  static final PointType STARS = PointType.redeemable("stars", "Stars");
  static final PointType MILES = PointType.qualifying("miles", "Miles");
  static final long GOLD = 600;
  static final long RESERVE = 1_200;

  private static final BenefitId LOUNGE = BenefitId.of("lounge");
  private static final Tier GREEN = Tier.of("green", "Green");
  private static final Tier GOLD_TIER = Tier.of("gold", "Gold");
  private static final Tier RESERVE_TIER = Tier.of("reserve", "Reserve");

  private Club() {}

  /** The program with these thresholds. */
  static LoyaltyProgram program(long gold, long reserve) {
    return LoyaltyProgram.builder()
        .points(ProgramVersions.of(points()))
        .addLadder(LadderVersions.of(TierLadder.builder()
            .code("club")
            .base(GREEN)
            .addRung(
                Rung.of(GOLD_TIER, Qualification.reach(Metric.points(MILES), gold), Ratio.of(6, 5)))
            .addRung(Rung.of(
                RESERVE_TIER, Qualification.reach(Metric.points(MILES), reserve), Ratio.of(17, 10)))
            .build()))
        .rewards(RewardCatalog.of(Benefit.builder()
            .id(LOUNGE)
            .name("Lounge")
            .reward(new Reward.Privilege("A visit"))
            .availability(Availability.perPeriod(2, Window.calendar(CalendarPeriod.YEAR)))
            .eligibility(Condition.segment(LoyaltyProgram.atLeast("club", GOLD_TIER)))
            .build()))
        .build();
  }

  private static Program points() {
    return Program.builder()
        .id(ProgramId.of("club"))
        .calendar(ProgramCalendar.of(ZoneOffset.UTC))
        .addPointTerms(PointTerms.builder()
            .type(STARS)
            .expiry(Expiry.after(Period.ofYears(1)))
            .remainder(Remainder.writeOff())
            .build())
        .addPointTerms(
            PointTerms.builder().type(MILES).remainder(Remainder.writeOff()).build())
        .rules(RuleBook.builder()
            .addRule(perEuro("stars", STARS))
            .addRule(EarningRule.builder()
                .id(RuleId.of("tier"))
                .points(STARS)
                .formula(new Formula.StatusMultiplier())
                .build())
            .addRule(perEuro("miles", MILES))
            .putCombination(STARS, Combination.ADD_EXCESS)
            .build())
        .build();
  }

  private static EarningRule perEuro(String id, PointType type) {
    return EarningRule.builder()
        .id(RuleId.of(id))
        .points(type)
        .formula(new Formula.PerAmount(
            PointRate.of(type.points(1), ExactMoney.parse("EUR 1.00")), false))
        .rounding(RoundingMode.DOWN)
        .build();
  }

  /** A life as the library is told it. */
  static WhatIf.Life life(long member, int years) {
    MemberId id = MemberId.of("m-" + member);
    List<MembershipEvent> events = new ArrayList<>();
    for (Doing doing : Doing.life(member, years)) {
      events.add(event(id, id + "/" + events.size(), doing));
    }
    return new WhatIf.Life(
        id,
        LocalDate.of(Doing.FIRST_YEAR, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC),
        MemberFacts.none(),
        events);
  }

  private static MembershipEvent event(MemberId member, String name, Doing doing) {
    Instant at = doing.at();
    CommandStamp stamp = CommandStamp.of(CommandId.of(name), member, at);
    return switch (doing.kind()) {
      case BUY ->
        MembershipEvent.of(Submission.of(Purchase.builder()
            .id(ActivityId.of(name))
            .member(member)
            .occurredAt(at)
            .addLine(Line.builder()
                .sku(Sku.of("any"))
                .unitPrice(ExactMoney.ofMinor("EUR", doing.cents()))
                .build())
            .build()));
      case SPEND ->
        MembershipEvent.of(
            Submission.of(STARS, new LedgerCommand.Redeem(stamp, STARS.points(100), "")));
      case LOUNGE -> MembershipEvent.of(stamp, RewardCommand.take(stamp.id(), member, LOUNGE, at));
    };
  }

  /** How a life ends by the library. */
  static Ending fold(Memberships memberships, WhatIf.Life life, int years) {
    Membership membership = memberships.enrol(life.member(), life.enrolledAt());
    Commons commons = memberships.commons();
    int refused = 0;
    for (MembershipEvent event : life.events()) {
      MembershipOutcome outcome = memberships.submit(membership, event, commons);
      refused += outcome.rejection().isPresent() ? 1 : 0;
      membership = outcome.membership();
      commons = outcome.commons();
    }
    Instant end =
        LocalDate.of(Doing.FIRST_YEAR + years, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
    AccountTotals totals = membership.member().account(STARS).totals(end);
    return new Ending(
        totals.available(),
        totals.accrued(),
        totals.redeemed(),
        totals.expired(),
        membership.standing("club", end).level(),
        (int) membership.claims().claims().stream()
            .filter(claim -> claim.state() == Claim.State.OPEN)
            .count(),
        refused);
  }
}
