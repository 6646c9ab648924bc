package dev.laurel.examples.tiers;

import static java.time.ZoneOffset.UTC;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.earning.Combination;
import dev.laurel.core.earning.Condition;
import dev.laurel.core.earning.EarningRule;
import dev.laurel.core.earning.Formula;
import dev.laurel.core.earning.RuleBook;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.identity.ProgramId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.ledger.Remainder;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.PointType;
import dev.laurel.core.program.PointTerms;
import dev.laurel.core.program.Program;
import dev.laurel.core.program.ProgramVersions;
import dev.laurel.core.time.Expiry;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.Span;
import dev.laurel.tiers.ladder.LadderVersions;
import dev.laurel.tiers.ladder.Metric;
import dev.laurel.tiers.ladder.Qualification;
import dev.laurel.tiers.ladder.Rung;
import dev.laurel.tiers.ladder.Tier;
import dev.laurel.tiers.ladder.TierLadder;
import dev.laurel.tiers.membership.Crossing;
import dev.laurel.tiers.membership.LoyaltyProgram;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.Period;
import java.util.List;

/**
 * A coffee house's program: 1 star per dollar as Green, 1.2 as Gold from 500 stars a year, 1.7 as
 * Reserve from 2,500; a double-star day; rewards in steps.
 *
 * <p>A purchase that crosses a threshold is split: at 495 stars, $10 earn 5 at 1 and 5 at 1.2,
 * which are 11.
 */
public final class StarbucksRewards {
  static final PointType STARS = PointType.redeemable("stars", "Stars");
  static final Tier GREEN = Tier.of("green", "Green");
  static final Tier GOLD = Tier.of("gold", "Gold");
  static final Tier RESERVE = Tier.of("reserve", "Reserve");

  /** The steps of the reward list. */
  static final ImmutableList<Step> STEPS = ImmutableList.of(
      new Step(25, "customise a drink"),
      new Step(100, "brewed coffee or bakery item"),
      new Step(200, "handcrafted drink or hot breakfast"),
      new Step(300, "lunch item or packaged coffee"),
      new Step(400, "select merchandise"));

  /**
   * One step of the reward list.
   *
   * @param stars what it takes
   * @param reward what it gives
   */
  record Step(long stars, String reward) {}

  private StarbucksRewards() {}

  /** The program under one way to cross a threshold. */
  static LoyaltyProgram program(Crossing crossing) {
    return LoyaltyProgram.builder()
        .points(ProgramVersions.of(points()))
        .addLadder(LadderVersions.of(ladder()))
        .crossing(crossing)
        .build();
  }

  /** Prints a member's year. */
  public static void main(String[] args) {
    System.out.print(story());
  }

  /** A year of a member, with a purchase that makes Gold and a double-star day. */
  public static String story() {
    StringBuilder story = new StringBuilder();
    Life unused = bob(story);
    return story.toString();
  }

  /** The life of Bob, told on the way. */
  static Life bob(StringBuilder story) {
    Life bob = new Life(program(Crossing.SPLIT_AT_THRESHOLD), "bob", "2026-01-01")
        .buys("beans", "2026-02-01", "coffee", "USD 495.00")
        .buys("latte", "2026-02-02", "coffee", "USD 10.00");
    story.append(bob.statement("2026-02-03"));
    bob.buys("double", "2026-03-14", "coffee", "USD 10.00");
    long stars = bob.membership()
        .member()
        .account(STARS)
        .balance(Life.noon("2026-03-15"))
        .units();
    story.append("after a double-star day: ").append(stars).append(" stars, which pay for\n");
    affordable(stars)
        .forEach(step -> story
            .append("  ")
            .append(step.stars())
            .append(": ")
            .append(step.reward())
            .append('\n'));
    return bob;
  }

  /** The steps for which there are enough stars. */
  static List<Step> affordable(long stars) {
    return STEPS.stream().filter(step -> step.stars() <= stars).toList();
  }

  static TierLadder ladder() {
    Metric stars = Metric.points(STARS);
    return TierLadder.builder()
        .code("rewards")
        .base(GREEN)
        .addRung(Rung.of(GOLD, Qualification.reach(stars, 500), Ratio.of(12, 10)))
        .addRung(Rung.of(RESERVE, Qualification.reach(stars, 2_500), Ratio.of(17, 10)))
        .build();
  }

  private static Program points() {
    Span doubleStarDay =
        Span.of(Instant.parse("2026-03-14T00:00:00Z"), Instant.parse("2026-03-15T00:00:00Z"));
    return Program.builder()
        .id(ProgramId.of("rewards"))
        .calendar(ProgramCalendar.of(UTC))
        .addPointTerm(PointTerms.builder()
            .type(STARS)
            .expiry(Expiry.after(Period.ofMonths(6)))
            .remainder(Remainder.debt(1_000))
            .build())
        .rules(RuleBook.builder()
            .addRule(EarningRule.builder()
                .id(RuleId.of("spend"))
                .points(STARS)
                .formula(new Formula.PerAmount(
                    PointRate.of(STARS.points(1), ExactMoney.parse("USD 1.00")), false))
                .rounding(RoundingMode.DOWN)
                .build())
            .addRule(EarningRule.builder()
                .id(RuleId.of("tier"))
                .points(STARS)
                .formula(new Formula.StatusMultiplier())
                .build())
            .addRule(EarningRule.builder()
                .id(RuleId.of("double-star-day"))
                .points(STARS)
                .formula(new Formula.Multiplier(Ratio.of(2)))
                .when(Condition.dates(doubleStarDay))
                .priority(1)
                .build())
            .putCombination(STARS, Combination.ADD_EXCESS)
            .build())
        .build();
  }
}
