package dev.laurel.core.testkit;

import dev.laurel.core.activity.Engagement;
import dev.laurel.core.activity.Line;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.activity.Return;
import dev.laurel.core.earning.Combination;
import dev.laurel.core.earning.Condition;
import dev.laurel.core.earning.EarningRule;
import dev.laurel.core.earning.Formula;
import dev.laurel.core.earning.RuleBook;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.Category;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.ProgramId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.identity.Sku;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.ledger.Remainder;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import dev.laurel.core.program.PointTerms;
import dev.laurel.core.program.Program;
import dev.laurel.core.program.Submission;
import dev.laurel.core.time.Expiry;
import dev.laurel.core.time.ProgramCalendar;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/** Small programs and facts that tests and laws share. */
public final class Programs {
  /** Points that can be spent. */
  public static final PointType STARS = PointType.redeemable("stars", "Stars");

  /** Points that only count. */
  public static final PointType MILES = PointType.qualifying("miles", "Miles");

  /** The member that examples are about. */
  public static final MemberId ANN = MemberId.of("m-ann");

  /** Another member. */
  public static final MemberId BOB = MemberId.of("m-bob");

  private Programs() {}

  /** Terms without expiry, with debt up to 1,000,000 units. */
  public static PointTerms terms(PointType type) {
    return PointTerms.builder().type(type).remainder(Remainder.debt(1_000_000)).build();
  }

  /** Terms of twelve months, with debt up to 1,000,000 units. */
  public static PointTerms oneYear(PointType type) {
    return PointTerms.builder()
        .expiry(Expiry.after(Period.ofYears(1)))
        .type(type)
        .remainder(Remainder.debt(1_000_000))
        .build();
  }

  /** A rule of so many stars for so much money, fractions dropped. */
  public static EarningRule perAmount(String id, long stars, String money) {
    return EarningRule.builder()
        .id(RuleId.of(id))
        .points(STARS)
        .formula(new Formula.PerAmount(
            PointRate.of(STARS.points(stars), ExactMoney.parse(money)), false))
        .rounding(RoundingMode.DOWN)
        .build();
  }

  /** A program of one star per euro, twice as many on services, and 50 stars for a test drive. */
  public static Program shop() {
    return shop(terms(STARS)).build();
  }

  /** The builder of that program on other terms, for more to be said. */
  public static Program.Builder shop(PointTerms terms) {
    Program.Builder program = Program.builder();
    program
        .id(ProgramId.of("shop"))
        .calendar(ProgramCalendar.of(ZoneOffset.UTC))
        .addPointTerms(terms)
        .rules(RuleBook.builder()
            .addRule(perAmount("base", 1, "EUR 1.00"))
            .addRule(EarningRule.builder()
                .id(RuleId.of("double-service"))
                .points(STARS)
                .formula(new Formula.Multiplier(Ratio.of(2)))
                .lines(Condition.category(Category.of("service")))
                .build())
            .addRule(EarningRule.builder()
                .id(RuleId.of("test-drive"))
                .points(STARS)
                .formula(new Formula.Flat(STARS.points(50)))
                .when(Condition.kind(ActivityKind.TEST_DRIVE))
                .build())
            .putCombination(STARS, Combination.ADD_EXCESS)
            .build());
    return program;
  }

  /** A purchase of one line without category. */
  public static Purchase purchase(String id, MemberId member, String at, String money) {
    return Purchase.builder()
        .id(ActivityId.of(id))
        .member(member)
        .occurredAt(Instant.parse(at))
        .addLine(line(money))
        .build();
  }

  /** One article without category at a price. */
  public static Line line(String money) {
    return Line.builder().unitPrice(ExactMoney.parse(money)).sku(Sku.of("any")).build();
  }

  /** One article of a category at a price. */
  public static Line line(String category, String money) {
    return Line.builder()
        .unitPrice(ExactMoney.parse(money))
        .sku(Sku.of("any"))
        .category(Category.of(category))
        .build();
  }

  /** A test drive. */
  public static Engagement testDrive(String id, MemberId member, String at) {
    return Engagement.builder()
        .id(ActivityId.of(id))
        .member(member)
        .kind(ActivityKind.TEST_DRIVE)
        .occurredAt(Instant.parse(at))
        .build();
  }

  /** A return of a part of a purchase. */
  public static Return taken(
      String id, MemberId member, String at, String purchase, Return.Part part) {
    return Return.builder()
        .id(ActivityId.of(id))
        .member(member)
        .occurredAt(Instant.parse(at))
        .purchase(ActivityId.of(purchase))
        .part(part)
        .build();
  }

  /** A return of an amount of money. */
  public static Return.Part amount(String money) {
    return new Return.Amount(ExactMoney.parse(money));
  }

  /** A redemption. */
  public static Submission redeem(String id, MemberId member, String at, Points points) {
    return Submission.of(
        points.type(), new LedgerCommand.Redeem(stamp(id, member, at), points, ""));
  }

  /** What a command says of itself. */
  public static CommandStamp stamp(String id, MemberId member, String at) {
    return CommandStamp.of(CommandId.of(id), member, Instant.parse(at));
  }
}
