package dev.laurel.examples.books;

import dev.laurel.core.activity.Activity;
import dev.laurel.core.activity.Engagement;
import dev.laurel.core.activity.Line;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.activity.Return;
import dev.laurel.core.books.BooksPolicy;
import dev.laurel.core.books.Cohort;
import dev.laurel.core.books.PeriodBooks;
import dev.laurel.core.books.ProgramBooks;
import dev.laurel.core.breakage.BreakageForecast;
import dev.laurel.core.breakage.Liability;
import dev.laurel.core.breakage.LotFates;
import dev.laurel.core.breakage.LotReader;
import dev.laurel.core.breakage.RedemptionCurve;
import dev.laurel.core.earning.Condition;
import dev.laurel.core.earning.EarningRule;
import dev.laurel.core.earning.Formula;
import dev.laurel.core.earning.RuleBook;
import dev.laurel.core.estimate.Interval;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
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
import dev.laurel.core.program.Effect;
import dev.laurel.core.program.Loyalty;
import dev.laurel.core.program.PointTerms;
import dev.laurel.core.program.Program;
import dev.laurel.core.program.ProgramRun;
import dev.laurel.core.program.RunListener;
import dev.laurel.core.program.Shared;
import dev.laurel.core.program.Submission;
import dev.laurel.core.time.CalendarPeriod;
import dev.laurel.core.time.Expiry;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.triangle.TriangleAccumulator;
import dev.laurel.core.triangle.TriangleGrid;
import dev.laurel.core.valuation.Allocation;
import dev.laurel.core.valuation.DeferredRevenue;
import dev.laurel.core.valuation.UnexercisedRights;
import dev.laurel.examples.output.Figures;
import java.io.PrintWriter;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * A year of a cafe with three members, from receipts to the books.
 *
 * <p>A star for a euro, 20 stars for EUR 1.00, gone after a year. At first 80 % of the stars are
 * expected to be redeemed, from July on 85 %.
 */
final class CafeYear {
  static final PointType STARS = PointType.redeemable("stars", "Stars");

  private static final YearMonth FIRST = YearMonth.of(2025, 1);
  private static final YearMonth LAST = YearMonth.of(2025, 12);
  private static final YearMonth REESTIMATED = YearMonth.of(2025, 7);
  private static final Cohort FOLLOWED = new Cohort(YearMonth.of(2025, 3), "EUR");
  private static final Instant END = Instant.parse("2025-12-31T23:00:00Z");
  private static final TriangleGrid MONTHS = TriangleGrid.of(
      STARS,
      ProgramCalendar.of(ZoneOffset.UTC),
      CalendarPeriod.MONTH,
      noon("2024-01-10"),
      noon("2026-01-01"));

  private final BooksPolicy policy;
  private final ProgramBooks books;
  private final ProgramRun run;
  private final TriangleAccumulator triangle = TriangleAccumulator.of(MONTHS);
  private final LotFates fates = LotFates.until(MONTHS.until(), MONTHS::periodsBetween);

  /** Writes the books, and lets the stars that are left be estimated from the same entries. */
  private final class Watching implements RunListener {
    private final LotReader toTriangle = LotReader.into(triangle);
    private final LotReader toFates = LotReader.into(fates);

    @Override
    public void onDone(Effect effect) {
      books.onDone(effect);
      toTriangle.read(effect.entries().get(STARS));
      toFates.read(effect.entries().get(STARS));
    }
  }

  CafeYear(UnexercisedRights rights) {
    policy = BooksPolicy.builder()
        .calendar(ProgramCalendar.of(ZoneOffset.UTC))
        .addWorth(PointRate.of(STARS.points(20), ExactMoney.parse("EUR 1.00")))
        .expectation((cohort, knownIn) ->
            knownIn.isBefore(REESTIMATED) ? Ratio.of(80, 100) : Ratio.of(85, 100))
        .rights(rights)
        .build();
    books = ProgramBooks.of(policy);
    run = ProgramRun.of(Loyalty.of(program()), Shared.nothing(), new Watching());
    happen();
  }

  private static Program program() {
    EarningRule base = EarningRule.builder()
        .id(RuleId.of("base"))
        .points(STARS)
        .formula(new Formula.PerAmount(
            PointRate.of(STARS.points(1), ExactMoney.parse("EUR 1.00")), false))
        .rounding(RoundingMode.DOWN)
        .build();
    EarningRule review = EarningRule.builder()
        .id(RuleId.of("review"))
        .points(STARS)
        .formula(new Formula.Flat(STARS.points(50)))
        .when(Condition.kind(ActivityKind.REVIEW))
        .build();
    return Program.builder()
        .id(ProgramId.of("cafe"))
        .calendar(ProgramCalendar.of(ZoneOffset.UTC))
        .addPointTerm(PointTerms.builder()
            .type(STARS)
            .expiry(Expiry.after(Period.ofYears(1)))
            .remainder(Remainder.writeOff())
            .build())
        .rules(RuleBook.of(base, review))
        .build();
  }

  private void happen() {
    before();
    buy("r-1", "ann", "2024-11-05", "EUR 4000.00");
    redeem("c-1", "ann", "2025-01-15", 1_000);
    buy("r-2", "ben", "2025-03-10", "EUR 2500.00");
    redeem("c-2", "ben", "2025-04-02", 800);
    submit(Submission.of(Return.builder()
        .id(ActivityId.of("b-1"))
        .member(MemberId.of("ben"))
        .occurredAt(noon("2025-05-20"))
        .purchase(ActivityId.of("r-2"))
        .part(new Return.Amount(ExactMoney.parse("EUR 500.00")))
        .build()));
    submit(Submission.of((Activity) Engagement.builder()
        .id(ActivityId.of("v-1"))
        .member(MemberId.of("cleo"))
        .kind(ActivityKind.REVIEW)
        .occurredAt(noon("2025-06-11"))
        .build()));
    buy("r-3", "cleo", "2025-08-08", "EUR 1200.00");
    redeem("c-3", "cleo", "2025-09-01", 600);
    for (String member : new String[] {"ann", "ben", "cleo"}) {
      CommandStamp stamp =
          CommandStamp.of(CommandId.of("sweep-" + member), MemberId.of(member), END);
      submit(Submission.of(STARS, new LedgerCommand.Expire(stamp)));
    }
  }

  /** What was earned and spent before the year: nothing is left of it but experience. */
  private void before() {
    buy("r-a", "dan", "2024-01-10", "EUR 1000.00");
    redeem("c-a", "dan", "2024-03-05", 300);
    redeem("c-b", "dan", "2024-10-10", 400);
    redeem("c-c", "dan", "2024-12-15", 300);
    buy("r-b", "eve", "2024-02-10", "EUR 1000.00");
    redeem("c-d", "eve", "2024-08-01", 500);
    redeem("c-e", "eve", "2024-12-20", 500);
  }

  private void buy(String id, String member, String day, String price) {
    submit(Submission.of(Purchase.builder()
        .id(ActivityId.of(id))
        .member(MemberId.of(member))
        .occurredAt(noon(day))
        .addLine(Line.builder()
            .sku(Sku.of("coffee"))
            .unitPrice(ExactMoney.parse(price))
            .build())
        .build()));
  }

  private void redeem(String id, String member, String day, long stars) {
    CommandStamp stamp = CommandStamp.of(CommandId.of(id), MemberId.of(member), noon(day));
    submit(Submission.of(STARS, new LedgerCommand.Redeem(stamp, STARS.points(stars), "coffee")));
  }

  private void submit(Submission submission) {
    run.submit(submission).orThrow();
  }

  private static Instant noon(String day) {
    return Instant.parse(day + "T12:00:00Z");
  }

  /** The books of the year. */
  PeriodBooks year() {
    return books.close(FIRST, LAST);
  }

  /** The stars that members have at the end of the year, by their accounts. */
  long outstanding() {
    return run.totals(END).of(STARS).available();
  }

  void print(PrintWriter out) {
    printSale(out);
    printCohort(out);
    printYear(out);
    printLiability(out);
  }

  private void printSale(PrintWriter out) {
    ExactMoney price = ExactMoney.parse("EUR 2500.00");
    Allocation sale = policy.allocate(price, STARS.points(2_500), FOLLOWED.month());
    out.println("One sale: receipt r-2, ben, coffee for EUR 2,500.00, earns 2,500 stars");
    out.println(
        "  20 stars are EUR 1.00 and 80 in 100 are expected to be redeemed: stars of EUR 100.00");
    out.println("  2,500.00 x 100 / 2,600 is deferred:");
    Text.entry(out, DeferredRevenue.sale(LocalDate.of(2025, 3, 10), "r-2", sale));
  }

  private void printCohort(PrintWriter out) {
    out.println();
    out.println("What became of it: no other stars were earned in March");
    out.println("  (the goods' part of the return, 480.77, is booked by the till)");
    YearMonth month = FOLLOWED.month();
    while (!month.isAfter(LAST)) {
      books.close(month, month).journal().entries().stream()
          .filter(entry -> entry.subject().equals(FOLLOWED.toString()))
          .forEach(entry -> Text.entry(out, entry));
      month = month.plusMonths(1);
    }
    Text.row(
        out, "still deferred", Text.amount(year().pool(FOLLOWED).orElseThrow().liability()));
  }

  private void printYear(PrintWriter out) {
    PeriodBooks year = year();
    out.println();
    out.println("The year 2025, all members");
    Text.rollForward(out, year.points(), year.moneyIn("EUR"), "EUR");
    out.println();
    out.println("Still deferred, by month of earning");
    year.pools()
        .forEach((cohort, pool) -> Text.row(
            out,
            cohort + ", " + Figures.of(pool.outstanding().units()) + " stars",
            Text.amount(pool.liability())));
    out.println();
    out.println("Entries of the year");
    year.journal().entries().forEach(entry -> Text.entry(out, entry));
    out.println();
    out.println("What they come to, debits positive");
    ExactMoney sum = ExactMoney.zero("EUR");
    for (var balance : year.journal().balances("EUR").entrySet()) {
      Text.row(out, Text.words(balance.getKey()), Text.amount(balance.getValue()));
      sum = sum.plus(balance.getValue());
    }
    Text.row(out, "sum", Text.amount(sum));
    out.println();
    out.println("Checks");
    Text.row(out, "stars by the members' accounts", Figures.of(outstanding()));
    Text.row(out, "stars by the books", Figures.of(year.points().closing()));
  }

  /** What the stars left will cost, by the fates of the stars before them. */
  Liability liability() {
    BreakageForecast forecast =
        RedemptionCurve.of(fates.spells()).forecast(triangle.triangle().cohorts());
    return forecast.liability(
        PointRate.of(STARS.points(20), ExactMoney.parse("EUR 1.00")), RoundingMode.HALF_EVEN);
  }

  private void printLiability(PrintWriter out) {
    Liability liability = liability();
    Interval range = liability.expected().interval().orElseThrow();
    out.println();
    out.println("What the stars left may still cost, at EUR 1.00 for 20");
    Text.row(out, "stars outstanding", Figures.of(liability.outstanding().units()));
    Text.row(out, "expected to be redeemed", whole(liability.expected().value()));
    Text.row(out, "  at least, 19 times in 20", whole(range.lower()));
    Text.row(out, "  at most", whole(range.upper()));
    Text.row(out, "liability", Text.amount(liability.amount()));
    Text.row(out, "  at least", Text.amount(liability.lower().orElseThrow()));
    Text.row(out, "  at most", Text.amount(liability.upper().orElseThrow()));
    out.println("  (by what became of the stars of five members: little is known, and it shows)");
  }

  private static String whole(double stars) {
    return Figures.of(Math.round(stars));
  }
}
