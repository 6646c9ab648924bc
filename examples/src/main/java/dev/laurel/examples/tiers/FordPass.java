package dev.laurel.examples.tiers;

import static java.time.ZoneOffset.UTC;

import dev.laurel.core.earning.Combination;
import dev.laurel.core.earning.Condition;
import dev.laurel.core.earning.EarningRule;
import dev.laurel.core.earning.Formula;
import dev.laurel.core.earning.Phase;
import dev.laurel.core.earning.RuleBook;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.Category;
import dev.laurel.core.identity.ProgramId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.ledger.Remainder;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import dev.laurel.core.program.PointTerms;
import dev.laurel.core.program.Program;
import dev.laurel.core.redemption.Order;
import dev.laurel.core.redemption.RedemptionDecision;
import dev.laurel.core.time.CalendarPeriod;
import dev.laurel.core.time.Expiry;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.examples.tiers.FordPassCatalog.Way;
import dev.laurel.tiers.ladder.Metric;
import dev.laurel.tiers.ladder.Qualification;
import dev.laurel.tiers.ladder.Rung;
import dev.laurel.tiers.ladder.Tier;
import dev.laurel.tiers.ladder.TierLadder;
import dev.laurel.tiers.ladder.Validity;
import dev.laurel.tiers.membership.LoyaltyProgram;
import java.math.RoundingMode;
import java.time.Period;
import java.util.Set;

/**
 * A carmaker's program with two currencies: points that are spent and lapse after 730 days without
 * activity, and milestones that only make the tier. A car counts for its year and three more, a
 * service for its year. Silver earns 5 %, Blue 10 % more points per dollar.
 *
 * <p>200 points are worth USD 1.00 toward service, accessories or the down payment of the next car.
 */
public final class FordPass {
  static final PointType POINTS = PointType.redeemable("points", "Points");
  static final PointType MILESTONES = PointType.qualifying("milestones", "Milestones");
  static final Tier BRONZE = Tier.of("bronze", "Bronze");
  static final Tier SILVER = Tier.of("silver", "Silver");
  static final Tier BLUE = Tier.of("blue", "Blue");

  /** What points are worth: 200 are USD 1.00. */
  static final PointRate WORTH = PointRate.of(POINTS.points(200), ExactMoney.parse("USD 1.00"));

  private static final Category VEHICLE = Category.of("vehicle");
  private static final Category SERVICE = Category.of("service");
  private static final Category CARD = Category.of("card");

  private FordPass() {}

  /** The program as one value. */
  static LoyaltyProgram program() {
    return LoyaltyProgram.of(points(), ladder());
  }

  /** Prints a member's life from the first car to the next one. */
  public static void main(String[] args) {
    System.out.print(story());
  }

  /** The life of a member as statements. */
  public static String story() {
    StringBuilder story = new StringBuilder();
    Life unused = ann(story);
    spends(story);
    return story.toString();
  }

  /** What Cara's points pay of a service, an accessory and the next car. */
  private static void spends(StringBuilder story) {
    Life cara = new Life(program(), "cara", "2025-01-01")
        .buys("suv", "2025-02-01", "vehicle", "USD 45000.00")
        .buys("inspection", "2025-03-01", "service", "USD 350.00")
        .buys("journey", "2025-04-01", "card", "USD 30000.00");
    Order service = FordPassCatalog.order(Way.SERVICE, "350.00", "28.00");
    Order roofBox = FordPassCatalog.order(Way.ACCESSORY, "480.00", "38.40");
    Order car = FordPassCatalog.order(Way.DOWN_PAYMENT, "3500.00", "0.00");
    Points all = balance(cara, "2025-05-01");
    story.append("cara has ").append(all.units()).append(" points\n");
    story
        .append(FordPassCatalog.best(Way.SERVICE, service, all))
        .append(FordPassCatalog.best(Way.ACCESSORY, roofBox, all))
        .append(FordPassCatalog.best(Way.DOWN_PAYMENT, car, all));
    story.append("and spends them\n");
    spends(story, cara, Way.ACCESSORY, roofBox, "2025-05-02", 500);
    spends(story, cara, Way.SERVICE, service, "2025-05-02", 70_000);
    spends(story, cara, Way.ACCESSORY, roofBox, "2025-06-02", 20_000);
    spends(story, cara, Way.DOWN_PAYMENT, car, "2025-07-02", 16_000);
    spends(story, cara, Way.DOWN_PAYMENT, car, "2025-07-02", 15_000);
    Points left = balance(cara, "2025-07-03");
    story.append("cara has ").append(left.units()).append(" points and is still ");
    story.append(cara.tier("fordpass", "2025-07-03").name()).append('\n');
  }

  private static void spends(
      StringBuilder story, Life member, Way way, Order order, String day, long points) {
    Points asked = POINTS.points(points);
    Points balance = balance(member, day);
    RedemptionDecision decision = FordPassCatalog.terms(way).decide(order, balance, asked);
    story.append(FordPassCatalog.told(way, asked, decision));
    if (decision instanceof RedemptionDecision.Accepted) {
      member.redeems(way + "-" + day, day, asked, way.toString());
    }
  }

  private static Points balance(Life member, String day) {
    return member.membership().member().account(POINTS).available(Life.noon(day));
  }

  /** The life of Ann, told on the way. */
  static Life ann(StringBuilder story) {
    Life ann = new Life(program(), "ann", "2025-01-01")
        .buys("car", "2025-05-10", "vehicle", "USD 38000.00")
        .buys("oil", "2025-07-10", "service", "USD 400.00");
    story.append(ann.statement("2025-08-01"));
    ann.buys("brakes", "2025-09-01", "service", "USD 400.00")
        .buys("fuel", "2025-09-15", "card", "USD 1000.00")
        .redeems("pay-service", "2025-10-01", POINTS.points(4_200), "service")
        .redeems("down-payment", "2026-02-01", POINTS.points(42_000), "down payment");
    story.append("4200 points pay ").append(worth(POINTS.points(4_200))).append(" of a service\n");
    story
        .append("42000 points pay ")
        .append(worth(POINTS.points(42_000)))
        .append(" of the next car\n");
    story.append(ann.statement("2026-03-01"));
    return ann;
  }

  /** What points pay. */
  static ExactMoney worth(Points points) {
    Ratio cents = Ratio.of(WORTH.money().minor(), WORTH.points().units()).times(points.units());
    return ExactMoney.ofMinor("USD", cents.roundToLong(RoundingMode.DOWN));
  }

  static TierLadder ladder() {
    Metric milestones = Metric.points(MILESTONES);
    return TierLadder.builder()
        .code("fordpass")
        .base(BRONZE)
        .addRung(Rung.of(SILVER, Qualification.reach(milestones, 2), Ratio.of(105, 100)))
        .addRung(Rung.of(BLUE, Qualification.reach(milestones, 5), Ratio.of(110, 100)))
        .putValidityByRule(
            RuleId.of("milestone-vehicle"),
            Expiry.afterRoundedUp(Period.ofYears(3), CalendarPeriod.YEAR))
        .validity(Validity.endOfPeriod())
        .build();
  }

  private static Program points() {
    PointTerms spent = PointTerms.builder()
        .type(POINTS)
        .expiry(Expiry.inactivity(
            Period.ofDays(730), Set.of(ActivityKind.PURCHASE, ActivityKind.REDEMPTION)))
        .remainder(Remainder.writeOff())
        .build();
    PointTerms counted =
        PointTerms.builder().type(MILESTONES).remainder(Remainder.writeOff()).build();
    return Program.builder()
        .id(ProgramId.of("fordpass"))
        .calendar(ProgramCalendar.of(UTC))
        .addPointTerm(spent)
        .addPointTerm(counted)
        .rules(RuleBook.builder()
            .addRule(perUnit("vehicle", VEHICLE, POINTS.points(42_000)))
            .addRule(perDollar("service", SERVICE, 10))
            .addRule(perDollar("card", CARD, 2))
            .addRule(EarningRule.builder()
                .id(RuleId.of("tier"))
                .points(POINTS)
                .formula(new Formula.StatusMultiplier())
                .addOf(RuleId.of("service"))
                .build())
            .addRule(perUnit("milestone-vehicle", VEHICLE, MILESTONES.points(1)))
            .addRule(perUnit("milestone-service", SERVICE, MILESTONES.points(1)))
            .putCombination(POINTS, Combination.ADD_EXCESS)
            .build())
        .build();
  }

  private static EarningRule perDollar(String id, Category category, long points) {
    return EarningRule.builder()
        .id(RuleId.of(id))
        .points(POINTS)
        .formula(new Formula.PerAmount(
            PointRate.of(POINTS.points(points), ExactMoney.parse("USD 1.00")), false))
        .lines(Condition.category(category))
        .rounding(RoundingMode.DOWN)
        .build();
  }

  private static EarningRule perUnit(String id, Category category, Points points) {
    return EarningRule.builder()
        .id(RuleId.of(id))
        .points(points.type())
        .formula(new Formula.PerUnit(points))
        .phase(Phase.BONUS)
        .lines(Condition.category(category))
        .build();
  }
}
