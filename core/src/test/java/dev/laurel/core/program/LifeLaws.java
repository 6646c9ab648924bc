package dev.laurel.core.program;

import static dev.laurel.core.testkit.Programs.MILES;
import static dev.laurel.core.testkit.Programs.STARS;
import static dev.laurel.core.testkit.Programs.line;
import static dev.laurel.core.testkit.Programs.perAmount;
import static dev.laurel.core.testkit.Programs.shop;
import static dev.laurel.core.testkit.Programs.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.activity.Purchase;
import dev.laurel.core.activity.Return;
import dev.laurel.core.earning.Accrual;
import dev.laurel.core.earning.Cap;
import dev.laurel.core.earning.Earning;
import dev.laurel.core.earning.EarningRule;
import dev.laurel.core.earning.Formula;
import dev.laurel.core.earning.RuleBook;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.ledger.Remainder;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointType;
import dev.laurel.core.time.CalendarPeriod;
import dev.laurel.core.time.Expiry;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.time.Window;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of whole lives: many members beside each other, rules that change, twenty years. */
class LifeLaws {
  private static final Instant START = Instant.parse("2024-01-15T09:00:00Z");
  private static final Instant END = Instant.parse("2031-01-01T00:00:00Z");
  private static final List<MemberId> MEMBERS =
      List.of(MemberId.of("m-ann"), MemberId.of("m-bob"), MemberId.of("m-cid"));

  /** A23, S4: what members do beside each other is what each does alone, in whatever order. */
  @Property(tries = 100)
  void membersDoNotTouchEachOther(@ForAll Random random) {
    Loyalty loyalty = Loyalty.of(twoTypes());
    Map<MemberId, List<Submission>> lives = lives(random);
    ProgramRun together = ProgramRun.of(loyalty);
    interleaved(lives, random).forEach(together::submit);

    lives.forEach((member, life) -> {
      ProgramRun alone = ProgramRun.of(loyalty);
      life.forEach(alone::submit);
      assertThat(together.member(member)).isEqualTo(alone.member(member));
    });
  }

  /** S4: where members share a budget their order is said to matter, and does. */
  @Example
  void membersWhoShareABudgetDoNotCommute() {
    EarningRule base = perAmount("base", 1, "EUR 1.00");
    RuleBook.Builder rules = RuleBook.builder();
    rules.addRule(base).addCap(Cap.perProgram("most", STARS.points(150), Window.lifetime()));
    Loyalty loyalty = Loyalty.of(Program.builder()
        .id(shop().id())
        .calendar(shop().calendar())
        .addPointTerms(terms(STARS))
        .rules(rules.build())
        .build());
    Submission ann = Submission.of(bought("r-1", MEMBERS.get(0), START, 10_000));
    Submission bob = Submission.of(bought("r-2", MEMBERS.get(1), START, 10_000));

    assertThat(stars(loyalty, List.of(ann, bob))).isNotEqualTo(stars(loyalty, List.of(bob, ann)));
  }

  private static List<Long> stars(Loyalty loyalty, List<Submission> submissions) {
    ProgramRun run = ProgramRun.of(loyalty);
    submissions.forEach(run::submit);
    return MEMBERS.stream()
        .map(member -> run.member(member).account(STARS).available(END).units())
        .toList();
  }

  /** A24: spending one type of points leaves the other as it was. */
  @Property(tries = 100)
  void typesOfPointsDoNotTouchEachOther(@ForAll Random random) {
    Loyalty loyalty = Loyalty.of(twoTypes());
    Member member = Member.of(MEMBERS.get(0));
    for (Submission submission : life(MEMBERS.get(0), random)) {
      Member before = member;
      member = loyalty.submit(member, submission).member();
      assertOtherTypesUntouched(submission, before, member);
    }
  }

  @Example
  void theLawOfTypesCatchesSpendingThatTakesFromBoth() {
    Loyalty loyalty = Loyalty.of(twoTypes());
    Member rich = loyalty
        .submit(
            Member.of(MEMBERS.get(0)), Submission.of(bought("r-1", MEMBERS.get(0), START, 10_000)))
        .member();
    Submission stars = Submission.of(STARS, redeem("stars", STARS));
    Submission miles = Submission.of(MILES, redeem("miles", MILES));
    Member spent = loyalty.submit(rich, stars).member();
    Member spentBoth = loyalty.submit(spent, miles).member();

    assertOtherTypesUntouched(stars, rich, spent);
    assertThatThrownBy(() -> assertOtherTypesUntouched(stars, rich, spentBoth))
        .isInstanceOf(AssertionError.class);
  }

  private static LedgerCommand redeem(String id, PointType type) {
    CommandStamp stamp = CommandStamp.of(CommandId.of(id), MEMBERS.get(0), START);
    return new LedgerCommand.Redeem(stamp, type.points(1), "");
  }

  private static void assertOtherTypesUntouched(
      Submission submission, Member before, Member after) {
    if (submission instanceof Submission.Ordered ordered) {
      PointType other = ordered.type().equals(STARS) ? MILES : STARS;
      assertThat(after.account(other)).isEqualTo(before.account(other));
    }
  }

  /** A25, A1: the program's books are the sum of its members', and balance. */
  @Property(tries = 100)
  void theProgramIsTheSumOfItsMembers(@ForAll Random random) {
    ProgramRun run = ProgramRun.of(Loyalty.of(twoTypes()));
    interleaved(lives(random), random).forEach(run::submit);

    assertSumOf(run.members().values(), run.totals(END));
  }

  @Example
  void theLawOfSumsCatchesAMemberWhoIsLeftOut() {
    ProgramRun run = ProgramRun.of(Loyalty.of(twoTypes()));
    run.submit(Submission.of(bought("r-1", MEMBERS.get(0), START, 10_000)));
    run.submit(Submission.of(bought("r-2", MEMBERS.get(1), START, 10_000)));

    assertThatThrownBy(() -> assertSumOf(
            run.members().values(), RunTotals.none().plus(run.member(MEMBERS.get(0)), END)))
        .isInstanceOf(AssertionError.class);
  }

  private static void assertSumOf(Collection<Member> members, RunTotals totals) {
    for (PointType type : List.of(STARS, MILES)) {
      RunTotals.Sums sums = totals.of(type);
      long owned = members.stream()
          .map(member -> member.account(type))
          .mapToLong(account -> account.balance(END).units()
              + account.held(END).units()
              + account.pending(END).units())
          .sum();
      assertThat(sums.available() + sums.held() + sums.pending() - sums.debt()).isEqualTo(owned);
      assertThat(sums.in()).isEqualTo(sums.out());
    }
  }

  /** D15, S9: whatever the rules become, a purchase keeps those of its day, returned or not. */
  @Property(tries = 100)
  void aPurchaseKeepsTheRulesOfItsDay(@ForAll Random random) {
    ProgramVersions versions = ProgramVersions.of(rated(1, 1))
        .with(START.plus(Duration.ofDays(60)), rated(2, 5))
        .with(START.plus(Duration.ofDays(120)), rated(3, 2));
    Loyalty loyalty = Loyalty.of(versions);
    Member member = Member.of(MEMBERS.get(0));
    for (Submission submission : life(MEMBERS.get(0), random)) {
      member = loyalty.submit(member, submission).member();
    }

    for (Booking booking : member.bookings().values()) {
      assertRecomputed(versions, booking);
    }
  }

  @Example
  void theLawOfTheDayCatchesRulesThatAreAlwaysTheLatest() {
    ProgramVersions versions =
        ProgramVersions.of(rated(1, 1)).with(START.plus(Duration.ofDays(60)), rated(2, 5));
    Member member = Loyalty.of(versions.latest())
        .submit(
            Member.of(MEMBERS.get(0)), Submission.of(bought("r-1", MEMBERS.get(0), START, 10_000)))
        .member();

    assertThatThrownBy(() ->
            assertRecomputed(versions, member.booking(ActivityId.of("r-1")).orElseThrow()))
        .isInstanceOf(AssertionError.class);
  }

  private static void assertRecomputed(ProgramVersions versions, Booking booking) {
    RuleBook ofTheDay = versions.at(booking.purchase().occurredAt()).rules();
    Accrual again =
        Earning.evaluate(ofTheDay, booking.purchase(), booking.context()).orThrow();
    assertThat(again.totals()).isEqualTo(booking.original().totals());
    booking
        .current()
        .ifPresent(left -> assertThat(left.totals().values().stream()
                .mapToLong(points -> points.units())
                .sum())
            .isLessThanOrEqualTo(again.totals().values().stream()
                .mapToLong(points -> points.units())
                .sum()));
  }

  /**
   * S10, A5, A12: over twenty years in any zone, across leap days and changes of the clock, what is
   * available is what a list of amounts and last days says.
   */
  @Property(tries = 40)
  void twentyYearsAddUp(@ForAll("zones") ZoneId zone, @ForAll Random random) {
    assertTwentyYears(zone, random, 13);
  }

  @Example
  void theLawOfTwentyYearsCatchesAMonthThatIsCountedTwice() {
    assertThatThrownBy(() -> assertTwentyYears(ZoneId.of("Europe/Berlin"), new Random(1), 12))
        .isInstanceOf(AssertionError.class);
  }

  private static void assertTwentyYears(ZoneId zone, Random random, int monthsOnPaper) {
    ProgramCalendar calendar = ProgramCalendar.of(zone);
    Program program = Program.builder()
        .id(shop().id())
        .calendar(calendar)
        .addPointTerms(PointTerms.builder()
            .type(STARS)
            .remainder(Remainder.writeOff())
            .expiry(Expiry.afterRoundedUp(Period.ofMonths(13), CalendarPeriod.MONTH))
            .build())
        .rules(shop().rules())
        .build();
    Loyalty loyalty = Loyalty.of(program);
    Member member = Member.of(MEMBERS.get(0));
    TreeMap<LocalDate, Long> paper = new TreeMap<>();
    Instant now = Instant.parse("2004-02-20T00:00:00Z");
    for (int i = 0; now.isBefore(Instant.parse("2024-06-01T00:00:00Z")); i++) {
      long euros = 1L + random.nextInt(500);
      member = loyalty
          .submit(member, Submission.of(bought("r-" + i, member.id(), now, euros * 100)))
          .member();
      LocalDate today = now.atZone(zone).toLocalDate();
      LocalDate last = YearMonth.from(today.plusMonths(monthsOnPaper)).atEndOfMonth();
      paper.merge(last, euros, Long::sum);
      assertThat(member.account(STARS).available(now).units())
          .as("available on %s in %s", today, zone)
          .isEqualTo(paper.tailMap(today).values().stream().mapToLong(x -> x).sum());
      member = member.forget(now.minus(Duration.ofDays(500)));
      now = now.plus(Duration.ofMinutes(1L + random.nextInt(60 * 24 * 80)));
    }
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
            "Europe/Berlin",
            "America/Sao_Paulo",
            "Pacific/Apia",
            "Asia/Tehran",
            "Australia/Lord_Howe")
        .map(ZoneId::of);
  }

  private static Program twoTypes() {
    return Program.builder()
        .id(shop().id())
        .calendar(shop().calendar())
        .addPointTerms(terms(STARS), terms(MILES))
        .rules(RuleBook.builder()
            .addRule(perAmount("base", 1, "EUR 1.00"))
            .addRule(EarningRule.builder()
                .id(RuleId.of("miles"))
                .points(MILES)
                .formula(new Formula.PerUnit(MILES.points(3)))
                .rounding(RoundingMode.DOWN)
                .build())
            .build())
        .build();
  }

  private static Program rated(int version, long stars) {
    return Program.builder()
        .id(shop().id())
        .version(version)
        .calendar(shop().calendar())
        .addPointTerms(terms(STARS), terms(MILES))
        .rules(RuleBook.of(perAmount("base", stars, "EUR 2.00")))
        .build();
  }

  private static Map<MemberId, List<Submission>> lives(Random random) {
    Map<MemberId, List<Submission>> lives = new TreeMap<>();
    MEMBERS.forEach(member -> lives.put(member, life(member, random)));
    return lives;
  }

  /** What one member does in half a year: buys, returns, spends and is corrected. */
  private static List<Submission> life(MemberId member, Random random) {
    List<Submission> life = new ArrayList<>();
    Instant now = START;
    for (int i = 0; i < 12; i++) {
      now = now.plus(Duration.ofHours(1L + random.nextInt(24 * 30)));
      String id = member + "/" + i;
      CommandStamp stamp = CommandStamp.of(CommandId.of(id), member, now);
      PointType type = random.nextBoolean() ? STARS : MILES;
      life.add(
          switch (random.nextInt(4)) {
            case 0 ->
              Submission.of(Return.builder()
                  .id(ActivityId.of(id))
                  .member(member)
                  .occurredAt(now)
                  .purchase(ActivityId.of(member + "/" + random.nextInt(i + 1)))
                  .part(random.nextBoolean() ? Return.all() : new Return.Amount(euros(500)))
                  .build());
            case 1 ->
              Submission.of(
                  type, new LedgerCommand.Redeem(stamp, type.points(1 + random.nextInt(40)), ""));
            case 2 ->
              Submission.of(
                  type,
                  new LedgerCommand.AdjustDown(stamp, type.points(1 + random.nextInt(9)), ""));
            default -> Submission.of(bought(id, member, now, 100L * (1 + random.nextInt(200))));
          });
    }
    return life;
  }

  private static List<Submission> interleaved(
      Map<MemberId, List<Submission>> lives, Random random) {
    List<MemberId> turns = new ArrayList<>();
    lives.forEach((member, life) -> turns.addAll(Collections.nCopies(life.size(), member)));
    Collections.shuffle(turns, random);
    Map<MemberId, Integer> next = new TreeMap<>();
    List<Submission> all = new ArrayList<>();
    for (MemberId turn : turns) {
      all.add(lives.get(turn).get(next.merge(turn, 1, Integer::sum) - 1));
    }
    return all;
  }

  private static Purchase bought(String id, MemberId member, Instant at, long minor) {
    return Purchase.builder()
        .id(ActivityId.of(id))
        .member(member)
        .occurredAt(at)
        .addLine(line(euros(minor).toString()))
        .build();
  }

  private static ExactMoney euros(long minor) {
    return ExactMoney.ofMinor("EUR", minor);
  }
}
