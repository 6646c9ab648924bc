package dev.laurel.core.books;

import static dev.laurel.core.testkit.Programs.STARS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.ledger.AccountLog;
import dev.laurel.core.ledger.AccountTotals;
import dev.laurel.core.ledger.Ledger;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.ledger.LedgerEntry;
import dev.laurel.core.ledger.LedgerPolicy;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.program.Loyalty;
import dev.laurel.core.program.ProgramRun;
import dev.laurel.core.program.RunTotals;
import dev.laurel.core.program.Shared;
import dev.laurel.core.program.Submission;
import dev.laurel.core.testkit.LedgerHistories;
import dev.laurel.core.testkit.LedgerPolicies;
import dev.laurel.core.testkit.Programs;
import dev.laurel.core.valuation.AccountRole;
import dev.laurel.core.valuation.RollForward;
import dev.laurel.core.valuation.UnexercisedRights;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for the books whatever happens in the accounts: F11, F12, footing and merging. */
class ProgramBooksLaws {
  private static final YearMonth FIRST = YearMonth.of(2024, 1);
  private static final YearMonth LAST = YearMonth.of(2029, 1);

  private static BooksPolicy policy(UnexercisedRights rights) {
    return BooksPolicy.builder()
        .calendar(LedgerHistories.CALENDAR)
        .addWorth(PointRate.of(STARS.points(100), ExactMoney.parse("EUR 1.00")))
        .addWorth(PointRate.of(STARS.points(100), ExactMoney.parse("USD 1.10")))
        .expectation(ProgramBooksLaws::expected)
        .rights(rights)
        .build();
  }

  /** An estimate that wanders from month to month. */
  private static Ratio expected(YearMonth cohort, YearMonth knownIn) {
    return Ratio.of(50 + (cohort.getMonthValue() * 7 + knownIn.getMonthValue() * 5) % 50, 100);
  }

  /** Every account, whatever was commanded: the books' points are its points, and all foots. */
  @Property(tries = 1000)
  void theBooksHaveThePointsOfTheLedger(
      @ForAll("policies") LedgerPolicy ledgerPolicy,
      @ForAll("histories") List<LedgerCommand> history,
      @ForAll UnexercisedRights rights) {
    AccountLog log = log(ledgerPolicy, history);
    ProgramBooks books = ProgramBooks.of(policy(rights));
    books.record(log, prices(log));
    PeriodBooks all = books.close(FIRST, lastOf(log));
    AccountTotals totals = log.account().totals();

    assertThat(all.points().closing())
        .isEqualTo(totals.available() + totals.pending() + totals.held());
    all.money().forEach((currency, table) -> {
      assertThat(all.journal().balance(AccountRole.CONTRACT_LIABILITY, currency).minor())
          .isEqualTo(-table.closing());
      assertThat(table.closing()).isNotNegative();
    });
  }

  /** The twin that forgets what debt took from lots is caught. */
  @Property(tries = 1)
  void booksThatLeaveAnEntryOutAreCaught() {
    int caught = 0;
    // Not one sample of a list, which may be two hundred times the same history.
    for (List<LedgerCommand> history :
        LedgerHistories.histories(25).sampleStream().limit(200).toList()) {
      AccountLog log = log(LedgerPolicies.usual(), history);
      ProgramBooks twin = ProgramBooks.of(policy(UnexercisedRights.IN_PROPORTION));
      for (LedgerEntry entry : log.entries()) {
        if (!(entry instanceof LedgerEntry.Expired)) {
          twin.record(entry, Optional.empty());
        }
      }
      AccountTotals totals = log.account().totals();
      long there = totals.available() + totals.pending() + totals.held();
      caught += hasPoints(twin, log, there) ? 0 : 1;
    }

    assertThat(caught).isPositive();
  }

  /** Whether books close at all, and with so many points. */
  private static boolean hasPoints(ProgramBooks books, AccountLog log, long points) {
    try {
      return books.close(FIRST, lastOf(log)).points().closing() == points;
    } catch (InvalidValueException doNotFoot) {
      return false;
    }
  }

  /** Months closed one by one are the year. */
  @Property(tries = 100)
  void monthsAddUpToTheirYear(
      @ForAll("policies") LedgerPolicy ledgerPolicy,
      @ForAll("histories") List<LedgerCommand> history,
      @ForAll UnexercisedRights rights) {
    AccountLog log = log(ledgerPolicy, history);
    ProgramBooks books = ProgramBooks.of(policy(rights));
    books.record(log, prices(log));
    YearMonth start = YearMonth.of(2026, 1);
    PeriodBooks year = books.close(start, start.plusMonths(11));
    RollForward points = books.close(start, start).points();
    for (int i = 1; i < 12; i++) {
      points = points.then(books.close(start.plusMonths(i), start.plusMonths(i)).points());
    }

    assertThat(points).isEqualTo(year.points());
    assertThat(books.close(start, start.plusMonths(11))).isEqualTo(year);
  }

  private static YearMonth lastOf(AccountLog log) {
    if (log.entries().isEmpty()) {
      return FIRST;
    }
    YearMonth last =
        YearMonth.from(LedgerHistories.CALENDAR.dateOf(log.account().clock()));
    return last.isBefore(FIRST) ? FIRST : last;
  }

  private static AccountLog log(LedgerPolicy policy, List<LedgerCommand> history) {
    AccountLog log =
        AccountLog.open(Ledger.of(policy), LedgerHistories.MEMBER, LedgerHistories.STARS);
    for (LedgerCommand command : history) {
      log = log.append(command);
    }
    return log;
  }

  /** Some accruals are sales in euros, some in dollars, some are none. */
  private static Map<ActivityId, ExactMoney> prices(AccountLog log) {
    Map<ActivityId, ExactMoney> prices = new HashMap<>();
    for (LedgerEntry entry : log.entries()) {
      if (entry instanceof LedgerEntry.Accrued accrued && entry.sequence() % 3 > 0) {
        String currency = entry.sequence() % 3 == 1 ? "EUR" : "USD";
        prices.put(accrued.source(), ExactMoney.ofMinor(currency, 1_000 + 77 * entry.sequence()));
      }
    }
    return prices;
  }

  /** Runs of several members: the books of all, and of halves that are merged. */
  @Property(tries = 200)
  void booksOfPartsMergeToTheBooksOfAll(@ForAll("lives") List<Life> lives) {
    BooksPolicy policy = policy(UnexercisedRights.IN_PROPORTION);
    ProgramBooks all = ProgramBooks.of(policy);
    ProgramBooks even = ProgramBooks.of(policy);
    ProgramBooks odd = ProgramBooks.of(policy);
    ProgramRun run = run(lives, 0, 1, all);
    run(lives, 0, 2, even);
    run(lives, 1, 2, odd);
    RunTotals.Sums sums = run.totals(Life.END.plusSeconds(1)).of(STARS);
    PeriodBooks books = all.close(FIRST, LAST);

    assertThat(even.merge(odd).close(FIRST, LAST)).isEqualTo(books);
    assertThat(odd.merge(even).close(FIRST, LAST)).isEqualTo(books);
    assertThat(even.merge(odd).merge(ProgramBooks.of(policy)).close(FIRST, LAST))
        .isEqualTo(books);
    assertThat(books.points().closing()).isEqualTo(sums.available() + sums.pending() + sums.held());
    assertThat(books.points().movement(RollForward.Movement.ISSUED)).isEqualTo(sums.accrued());
  }

  private static ProgramRun run(List<Life> lives, int from, int every, ProgramBooks books) {
    ProgramRun run = ProgramRun.of(
        Loyalty.of(Programs.shop(Programs.oneYear(STARS)).build()), Shared.nothing(), books);
    for (int i = from; i < lives.size(); i += every) {
      lives.get(i).submissions(MemberId.of("m-" + i)).forEach(run::submit);
    }
    return run;
  }

  /** Purchases, redemptions, returns and test drives of one member, and a sweep at the end. */
  record Life(List<Long> steps) {
    static final Instant END = Instant.parse("2029-01-01T00:00:00Z");

    List<Submission> submissions(MemberId member) {
      List<Submission> all = new ArrayList<>();
      Instant at = Instant.parse("2025-01-05T08:00:00Z");
      for (long step : steps) {
        at = at.plus(Duration.ofDays(step % 97));
        all.add(submission(member, all.size(), step, at.toString()));
      }
      String end = END.toString();
      all.add(Submission.of(
          STARS, new LedgerCommand.Expire(Programs.stamp(member + "/end", member, end))));
      return all;
    }

    private static Submission submission(MemberId member, int number, long step, String at) {
      String id = member + "/" + number;
      return switch ((int) (step % 5)) {
        case 0, 1 ->
          Submission.of(Programs.purchase(id, member, at, "EUR " + (step % 700 + 1) + ".37"));
        case 2 -> Programs.redeem(id, member, at, STARS.points(step % 300 + 1));
        case 3 -> Submission.of(Programs.testDrive(id, member, at));
        default ->
          Submission.of(Programs.taken(
              id, member, at, member + "/" + (number - 1), Programs.amount("EUR 1.37")));
      };
    }
  }

  @Provide
  Arbitrary<List<Life>> lives() {
    return Arbitraries.longs()
        .between(0, 100_000)
        .list()
        .ofMaxSize(14)
        .map(Life::new)
        .list()
        .ofMaxSize(5);
  }

  @Provide
  Arbitrary<LedgerPolicy> policies() {
    return LedgerPolicies.any();
  }

  @Provide
  Arbitrary<List<LedgerCommand>> histories() {
    return LedgerHistories.histories(25);
  }
}
