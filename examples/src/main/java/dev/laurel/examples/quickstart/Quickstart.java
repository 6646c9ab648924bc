package dev.laurel.examples.quickstart;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.ZoneOffset.UTC;

import dev.laurel.core.activity.Line;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.earning.AccrualText;
import dev.laurel.core.earning.Condition;
import dev.laurel.core.earning.EarningRule;
import dev.laurel.core.earning.Formula;
import dev.laurel.core.earning.RuleBook;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.ProgramId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.identity.Sku;
import dev.laurel.core.ledger.Remainder;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.PointType;
import dev.laurel.core.program.Loyalty;
import dev.laurel.core.program.Member;
import dev.laurel.core.program.PointTerms;
import dev.laurel.core.program.Program;
import dev.laurel.core.program.Submission;
import dev.laurel.core.time.ProgramCalendar;
import java.math.RoundingMode;
import java.time.Instant;

/** A program with two rules, one purchase, and why it earned what it did. */
public final class Quickstart {

  private Quickstart() {}

  /** Prints what the README shows. */
  public static void main(String[] args) {
    // snippet
    var stars = PointType.redeemable("stars", "Stars");
    var terms = PointTerms.builder().type(stars).remainder(Remainder.writeOff()).build();
    var rate = PointRate.of(stars.points(3), ExactMoney.parse("EUR 2.00"));
    var base = EarningRule.builder().id(RuleId.of("base")).points(stars);
    base.formula(new Formula.PerAmount(rate, false)).rounding(RoundingMode.DOWN);
    var saturday = EarningRule.builder().id(RuleId.of("saturday")).points(stars);
    saturday.formula(new Formula.Multiplier(Ratio.of(2))).when(Condition.weekday(SATURDAY));
    var program = Program.builder().id(ProgramId.of("cafe")).addPointTerm(terms);
    program.calendar(ProgramCalendar.of(UTC)).rules(RuleBook.of(base.build(), saturday.build()));

    var beans = Line.builder().sku(Sku.of("beans")).unitPrice(ExactMoney.parse("EUR 19.99"));
    var receipt = Purchase.builder().id(ActivityId.of("r-17")).addLine(beans.build());
    receipt.member(MemberId.of("ann")).occurredAt(Instant.parse("2026-03-07T09:30:00Z"));
    var loyalty = Loyalty.of(program.build());
    var outcome = loyalty.submit(Member.of(MemberId.of("ann")), Submission.of(receipt.build()));
    System.out.print(AccrualText.text(outcome.orThrow().accrual().orElseThrow()));
    // end
  }
}
