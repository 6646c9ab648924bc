package dev.laurel.tiers.migration;

import dev.laurel.core.earning.Combination;
import dev.laurel.core.earning.EarningRule;
import dev.laurel.core.earning.Formula;
import dev.laurel.core.earning.RuleBook;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.ProgramId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.PointType;
import dev.laurel.core.program.Program;
import dev.laurel.core.program.ProgramVersions;
import dev.laurel.core.program.Submission;
import dev.laurel.core.testkit.Programs;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.tiers.ladder.LadderVersions;
import dev.laurel.tiers.ladder.Metric;
import dev.laurel.tiers.ladder.Qualification;
import dev.laurel.tiers.ladder.Rung;
import dev.laurel.tiers.ladder.Tier;
import dev.laurel.tiers.ladder.TierLadder;
import dev.laurel.tiers.membership.LoyaltyProgram;
import dev.laurel.tiers.membership.MembershipEvent;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;

/** A club in two versions, and what its members buy. */
final class Changes {
  static final PointType STARS = Programs.STARS;
  static final PointType MILES = Programs.MILES;
  static final PointType COINS = PointType.redeemable("coins", "Coins");
  static final Tier GREEN = Tier.of("green", "Green");
  static final Tier SILVER = Tier.of("silver", "Silver");
  static final Tier GOLD = Tier.of("gold", "Gold");
  static final Tier PLATINUM = Tier.of("platinum", "Platinum");
  static final Tier TRAVELLER = Tier.of("traveller", "Traveller");
  static final Instant ENROLLED = Instant.parse("2025-01-01T00:00:00Z");
  static final Instant CHANGE = Instant.parse("2026-01-01T00:00:00Z");

  private Changes() {}

  /** One spendable point and one mile per euro. */
  static Program points(int version, PointType spendable) {
    return Program.builder()
        .id(ProgramId.of("club"))
        .version(version)
        .calendar(ProgramCalendar.of(ZoneOffset.UTC))
        .addPointTerms(Programs.oneYear(spendable))
        .addPointTerms(Programs.terms(MILES))
        .rules(RuleBook.builder()
            .addRule(perEuro("spend", spendable))
            .addRule(EarningRule.builder()
                .id(RuleId.of("tier-bonus"))
                .points(spendable)
                .formula(new Formula.StatusMultiplier())
                .build())
            .addRule(perEuro("miles", MILES))
            .putCombination(spendable, Combination.ADD_EXCESS)
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

  static Rung rung(Tier tier, long miles, long factorPercent) {
    return Rung.of(
        tier, Qualification.reach(Metric.points(MILES), miles), Ratio.of(factorPercent, 100));
  }

  static TierLadder.Builder ladder(Rung... rungs) {
    TierLadder.Builder ladder = TierLadder.builder();
    ladder.code("club").base(GREEN);
    for (Rung rung : rungs) {
      ladder.addRung(rung);
    }
    return ladder;
  }

  /** Silver at 300, Gold at 600, Platinum at 900. */
  static LoyaltyProgram before() {
    return LoyaltyProgram.of(
        points(1, STARS),
        ladder(rung(SILVER, 300, 110), rung(GOLD, 600, 120), rung(PLATINUM, 900, 150))
            .build());
  }

  /** Travellers at 200 miles of a year, in a ladder of its own. */
  static TierLadder trips() {
    return TierLadder.builder()
        .code("trips")
        .base(GREEN)
        .addRung(rung(TRAVELLER, 200, 100))
        .build();
  }

  /** A program of points with these ladders. */
  static LoyaltyProgram with(Program points, TierLadder... ladders) {
    LoyaltyProgram.Builder program = LoyaltyProgram.builder();
    program.points(ProgramVersions.of(points));
    for (TierLadder ladder : ladders) {
      program.addLadder(LadderVersions.of(ladder));
    }
    return program.build();
  }

  static MembershipEvent bought(String id, Instant at, long cents) {
    return bought(Programs.ANN, id, at, cents);
  }

  static MembershipEvent bought(MemberId member, String id, Instant at, long cents) {
    return MembershipEvent.of(Submission.of(Programs.purchase(
        id, member, at.toString(), ExactMoney.ofMinor("EUR", cents).toString())));
  }
}
