package dev.laurel.tiers.membership;

import dev.laurel.core.activity.Activity;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.activity.Return;
import dev.laurel.core.earning.Combination;
import dev.laurel.core.earning.EarningRule;
import dev.laurel.core.earning.Formula;
import dev.laurel.core.earning.RuleBook;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.ProgramId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.ledger.LateCommands;
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
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;

/** Small programs with ladders that tests share. */
final class Clubs {
  static final PointType STARS = Programs.STARS;
  static final PointType MILES = Programs.MILES;
  static final Tier GREEN = Tier.of("green", "Green");
  static final Tier GOLD = Tier.of("gold", "Gold");
  static final Tier RESERVE = Tier.of("reserve", "Reserve");
  static final Instant ENROLLED = Instant.parse("2025-01-01T00:00:00Z");

  private Clubs() {}

  /** One star per euro, times the factor of the tier; one mile per euro. */
  static Program points(LateCommands late) {
    return Program.builder()
        .id(ProgramId.of("club"))
        .calendar(ProgramCalendar.of(ZoneOffset.UTC))
        .addPointTerms(Programs.oneYear(STARS))
        .addPointTerms(Programs.terms(MILES))
        .lateActivities(late)
        .rules(RuleBook.builder()
            .addRule(Programs.perAmount("stars", 1, "EUR 1.00"))
            .addRule(EarningRule.builder()
                .id(RuleId.of("tier-bonus"))
                .points(STARS)
                .formula(new Formula.StatusMultiplier())
                .build())
            .addRule(EarningRule.builder()
                .id(RuleId.of("miles"))
                .points(MILES)
                .formula(new Formula.PerAmount(
                    PointRate.of(MILES.points(1), ExactMoney.parse("EUR 1.00")), false))
                .rounding(RoundingMode.DOWN)
                .build())
            .putCombination(STARS, Combination.ADD_EXCESS)
            .build())
        .build();
  }

  /** Gold at 500 stars with 6/5, Reserve at 2,500 with 17/10. */
  static TierLadder.Builder ladder() {
    TierLadder.Builder ladder = TierLadder.builder();
    ladder
        .code("stars")
        .base(GREEN)
        .addRung(Rung.of(GOLD, Qualification.reach(Metric.points(STARS), 500), Ratio.of(6, 5)))
        .addRung(
            Rung.of(RESERVE, Qualification.reach(Metric.points(STARS), 2_500), Ratio.of(17, 10)));
    return ladder;
  }

  static LoyaltyProgram club(Crossing crossing) {
    return LoyaltyProgram.builder()
        .points(ProgramVersions.of(points(LateCommands.AS_ARRIVED)))
        .addLadder(LadderVersions.of(ladder().build()))
        .crossing(crossing)
        .build();
  }

  static MembershipEvent bought(String id, String at, String money) {
    return told(Programs.purchase(id, Programs.ANN, at, money));
  }

  static MembershipEvent returned(String id, String at, String purchase, Return.Part part) {
    return told(Programs.taken(id, Programs.ANN, at, purchase, part));
  }

  static MembershipEvent redeemed(String id, String at, long stars) {
    return MembershipEvent.of(Programs.redeem(id, Programs.ANN, at, STARS.points(stars)));
  }

  static MembershipEvent told(Activity activity) {
    return MembershipEvent.of(Submission.of(activity));
  }

  static Purchase purchase(String id, Instant at, long cents) {
    return purchase(id, Programs.ANN, at, cents);
  }

  static Purchase purchase(String id, MemberId member, Instant at, long cents) {
    return Programs.purchase(
        id, member, at.toString(), ExactMoney.ofMinor("EUR", cents).toString());
  }
}
