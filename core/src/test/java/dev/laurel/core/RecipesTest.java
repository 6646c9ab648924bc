package dev.laurel.core;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.activity.Line;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.activity.Return;
import dev.laurel.core.earning.AccrualText;
import dev.laurel.core.earning.Cap;
import dev.laurel.core.earning.Condition;
import dev.laurel.core.earning.EarningRule;
import dev.laurel.core.earning.Formula;
import dev.laurel.core.earning.RuleBook;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.Category;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.ProgramId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.identity.Sku;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.ledger.Ledger;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.ledger.LotExpiry;
import dev.laurel.core.ledger.LotGrant;
import dev.laurel.core.ledger.PointsAccount;
import dev.laurel.core.ledger.PointsPool;
import dev.laurel.core.ledger.Remainder;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.PointType;
import dev.laurel.core.program.Loyalty;
import dev.laurel.core.program.Member;
import dev.laurel.core.program.Outcome;
import dev.laurel.core.program.PointTerms;
import dev.laurel.core.program.Program;
import dev.laurel.core.program.Submission;
import dev.laurel.core.time.CalendarPeriod;
import dev.laurel.core.time.Expiry;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.Span;
import dev.laurel.core.time.Window;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The recipes of {@code docs/recipes}: what stands there is what is run here. */
class RecipesTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final MemberId ANN = MemberId.of("ann");
  private static final PointType STARS = PointType.redeemable("stars", "Stars");

  private static Purchase coffee(String id, String at, String price) {
    Line line = Line.builder()
        .sku(Sku.of("beans"))
        .category(Category.of("coffee"))
        .unitPrice(ExactMoney.parse(price))
        .build();
    return Purchase.builder()
        .id(ActivityId.of(id))
        .member(ANN)
        .occurredAt(Instant.parse(at))
        .addLine(line)
        .build();
  }

  private static Program program(RuleBook rules) {
    PointTerms terms = PointTerms.builder()
        .type(STARS)
        .remainder(Remainder.debt(500))
        .expiry(Expiry.afterRoundedUp(Period.ofMonths(12), CalendarPeriod.MONTH))
        .build();
    return Program.builder()
        .id(ProgramId.of("cafe"))
        .calendar(ProgramCalendar.of(ZONE))
        .addPointTerms(terms)
        .rules(rules)
        .build();
  }

  private static EarningRule base() {
    return EarningRule.builder()
        .id(RuleId.of("base"))
        .points(STARS)
        .formula(new Formula.PerAmount(
            PointRate.of(STARS.points(1), ExactMoney.parse("EUR 1.00")), false))
        .rounding(RoundingMode.DOWN)
        .build();
  }

  @Test
  void campaignBonus() {
    // recipe: campaign-bonus
    EarningRule campaign = EarningRule.builder()
        .id(RuleId.of("coffee-weekends"))
        .description("Twice the stars on coffee, weekends in March")
        .points(STARS)
        .formula(new Formula.Multiplier(Ratio.of(2)))
        .when(Condition.weekday(SATURDAY, SUNDAY))
        .lines(Condition.category(Category.of("coffee")))
        .active(Span.of(
            LocalDate.of(2026, 3, 1).atStartOfDay(ZONE).toInstant(),
            LocalDate.of(2026, 4, 1).atStartOfDay(ZONE).toInstant()))
        .build();
    Cap most = Cap.perMember(
        "coffee-most", STARS.points(25), Window.calendar(CalendarPeriod.MONTH), "coffee-weekends");
    RuleBook rules = RuleBook.builder().addRules(base(), campaign).addCap(most).build();
    // end

    Outcome saturday = Loyalty.of(program(rules))
        .submit(Member.of(ANN), Submission.of(coffee("r-1", "2026-03-07T09:30:00Z", "EUR 30.00")));
    Outcome monday = Loyalty.of(program(rules))
        .submit(Member.of(ANN), Submission.of(coffee("r-2", "2026-03-09T09:30:00Z", "EUR 30.00")));

    assertThat(AccrualText.text(saturday.orThrow().accrual().orElseThrow())).isEqualTo("""
        r-1 on 2026-03-07: 55 stars
          base: 30 stars, EUR 30.00 at 1 stars = EUR 1.00
          coffee-weekends: 25 stars, 'base' x 2, 5 stars cut by cap 'coffee-most'
        """);
    assertThat(AccrualText.text(monday.orThrow().accrual().orElseThrow())).isEqualTo("""
        r-2 on 2026-03-09: 30 stars
          base: 30 stars, EUR 30.00 at 1 stars = EUR 1.00
        not awarded:
          coffee-weekends: weekday Sat or Sun only, found Mon
        """);
  }

  @Test
  void returnsAndDebt() {
    Loyalty loyalty = Loyalty.of(program(RuleBook.of(base())));
    // recipe: returns
    Member ann = Member.of(ANN);
    Purchase bought = coffee("r-1", "2026-03-07T09:30:00Z", "EUR 100.00");
    ann = loyalty.submit(ann, Submission.of(bought)).member();

    CommandStamp order =
        CommandStamp.of(CommandId.of("order-7"), ANN, Instant.parse("2026-03-08T10:00:00Z"));
    LedgerCommand redeem = new LedgerCommand.Redeem(order, STARS.points(80), "a mug");
    ann = loyalty.submit(ann, Submission.of(STARS, redeem)).member();

    Return back = Return.builder()
        .id(ActivityId.of("b-1"))
        .member(ANN)
        .occurredAt(Instant.parse("2026-03-10T10:00:00Z"))
        .purchase(bought.id())
        .part(new Return.Amount(ExactMoney.parse("EUR 75.00")))
        .build();
    ann = loyalty.submit(ann, Submission.of(back)).member();
    // end

    Instant later = Instant.parse("2026-03-11T00:00:00Z");
    assertThat(ann.account(STARS).balance(later).units()).isEqualTo(-55);
    Purchase next = coffee("r-2", "2026-03-12T09:30:00Z", "EUR 60.00");
    ann = loyalty.submit(ann, Submission.of(next)).member();
    Instant then = Instant.parse("2026-03-13T00:00:00Z");
    assertThat(ann.account(STARS).available(then)).isEqualTo(STARS.points(5));
    assertThat(ann.account(STARS).debt(then)).isEqualTo(STARS.points(0));
    assertThat(ann.account(STARS).totals(then).accrued()).isEqualTo(160);
  }

  @Test
  void familyPool() {
    Ledger ledger = program(RuleBook.of(base())).ledger(STARS);
    Instant at = Instant.parse("2026-03-07T09:30:00Z");
    LedgerCommand.Accrue earned = new LedgerCommand.Accrue(
        CommandStamp.of(CommandId.of("r-1"), ANN, at),
        ActivityId.of("r-1"),
        ActivityKind.PURCHASE,
        List.of(LotGrant.of(
            LotId.of("r-1/base"), STARS.points(101), RuleId.of("base"), LotExpiry.never())));
    // recipe: family-pool
    MemberId family = MemberId.of("family-4711");
    PointsPool pool =
        new PointsPool(family, new TreeMap<>(Map.of(ANN, 50, MemberId.of("bob"), 100)));

    PointsPool.Contribution contribution = pool.contribution(earned);
    PointsAccount anns = PointsAccount.open(ANN, STARS);
    PointsAccount shared = PointsAccount.open(family, STARS);
    anns = ledger.decide(anns, contribution.own()).account();
    shared = ledger.decide(shared, contribution.pooled().orElseThrow()).account();

    PointsPool.Departure departure = pool.leave(
        ledger, shared, anns, Map.of(ANN, 1L, MemberId.of("bob"), 1L), CommandId.of("bye"), at);
    // end

    assertThat(anns.available(at)).isEqualTo(STARS.points(50));
    assertThat(shared.available(at)).isEqualTo(STARS.points(51));
    assertThat(departure.pool().shares()).containsOnlyKeys(MemberId.of("bob"));
    assertThat(departure
            .transfer()
            .orElseThrow()
            .done()
            .orElseThrow()
            .giver()
            .account()
            .available(at))
        .isEqualTo(STARS.points(25));
  }

  @ParameterizedTest
  @ValueSource(strings = {"campaign-bonus", "returns", "family-pool"})
  void theRecipeShowsWhatIsRunHere(String recipe) throws IOException {
    String source = Files.readString(Path.of("src/test/java/dev/laurel/core/RecipesTest.java"));
    int from = source.indexOf('\n', source.indexOf("    // recipe: " + recipe + "\n")) + 1;
    String code = source.substring(from, source.indexOf("    // end", from)).indent(-4);

    assertThat(Files.readString(Path.of("..", "docs", "recipes", recipe + ".md")))
        .contains("```java\n" + code + "```");
  }
}
