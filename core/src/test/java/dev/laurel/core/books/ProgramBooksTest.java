package dev.laurel.core.books;

import static dev.laurel.core.testkit.Codes.codeOf;
import static dev.laurel.core.testkit.Programs.ANN;
import static dev.laurel.core.testkit.Programs.BOB;
import static dev.laurel.core.testkit.Programs.STARS;
import static dev.laurel.core.testkit.Programs.amount;
import static dev.laurel.core.testkit.Programs.oneYear;
import static dev.laurel.core.testkit.Programs.purchase;
import static dev.laurel.core.testkit.Programs.redeem;
import static dev.laurel.core.testkit.Programs.shop;
import static dev.laurel.core.testkit.Programs.stamp;
import static dev.laurel.core.testkit.Programs.taken;
import static dev.laurel.core.testkit.Programs.testDrive;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.activity.Line;
import dev.laurel.core.activity.Purchase;
import dev.laurel.core.activity.Tender;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.identity.Sku;
import dev.laurel.core.ledger.AccountLog;
import dev.laurel.core.ledger.Ledger;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.ledger.LedgerEntry;
import dev.laurel.core.ledger.LotExpiry;
import dev.laurel.core.ledger.LotGrant;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.PointType;
import dev.laurel.core.program.Loyalty;
import dev.laurel.core.program.ProgramRun;
import dev.laurel.core.program.Shared;
import dev.laurel.core.program.Submission;
import dev.laurel.core.testkit.LedgerPolicies;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.core.valuation.AccountRole;
import dev.laurel.core.valuation.DeferredPool;
import dev.laurel.core.valuation.JournalEntry;
import dev.laurel.core.valuation.RollForward.Movement;
import dev.laurel.core.valuation.UnexercisedRights;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A shop with a star for a euro, 100 stars for EUR 1.00; 80 % are expected to be redeemed, from
 * February on 90 %.
 */
class ProgramBooksTest {
  private static final YearMonth JANUARY = YearMonth.of(2025, 1);
  private static final YearMonth FEBRUARY = YearMonth.of(2025, 2);
  private static final YearMonth MARCH = YearMonth.of(2025, 3);
  private static final YearMonth NEXT_JANUARY = YearMonth.of(2026, 1);
  private static final Cohort COHORT = new Cohort(JANUARY, "EUR");

  private final ProgramBooks books = ProgramBooks.of(policy().build());
  private final ProgramRun run =
      ProgramRun.of(Loyalty.of(shop(oneYear(STARS)).build()), Shared.nothing(), books);

  private static BooksPolicy.Builder policy() {
    return BooksPolicy.builder()
        .calendar(ProgramCalendar.of(ZoneOffset.UTC))
        .addWorth(PointRate.of(STARS.points(100), eur("1.00")))
        .expectation(
            (cohort, knownIn) -> knownIn.isAfter(JANUARY) ? Ratio.of(9, 10) : Ratio.of(8, 10));
  }

  private static ExactMoney eur(String amount) {
    return ExactMoney.parse("EUR " + amount);
  }

  private static Submission sweep(MemberId member, String at) {
    return Submission.of(STARS, new LedgerCommand.Expire(stamp("sweep-" + member, member, at)));
  }

  private static String text(PeriodBooks books) {
    return books.journal().entries().stream()
        .map(entry -> entry.event() + ": "
            + entry.postings().stream()
                .map(posting -> (posting.side() == JournalEntry.Side.DEBIT ? "Dr " : "Cr ")
                    + posting.role() + " " + posting.amount().amount().toPlainString())
                .collect(joining(", ")))
        .collect(joining("; "));
  }

  /** One sale from the receipt to the end: January to the January after it. */
  private void oneSale() {
    run.submit(Submission.of(purchase("r-1", ANN, "2025-01-10T10:00:00Z", "EUR 10000.00")));
    run.submit(redeem("c-1", ANN, "2025-02-10T10:00:00Z", STARS.points(4_000)));
    run.submit(
        Submission.of(taken("b-1", ANN, "2025-03-10T10:00:00Z", "r-1", amount("EUR 1000.00"))));
    run.submit(sweep(ANN, "2026-01-20T10:00:00Z"));
  }

  @Test
  void aSaleIsAllocatedAndDeferred() {
    oneSale();
    PeriodBooks january = books.close(JANUARY, JANUARY);

    // 10,000 x 80 / 10,080
    assertThat(text(january))
        .isEqualTo("SALE: Dr CASH 10000.00, Cr REVENUE_GOODS 9920.63, Cr CONTRACT_LIABILITY 79.37");
    assertThat(january.points().movements()).isEqualTo(Map.of(Movement.ISSUED, 10_000L));
    assertThat(january.points().closing()).isEqualTo(10_000);
    assertThat(january.moneyIn("EUR").closing()).isEqualTo(7_937);
    assertThat(january.pool(COHORT).orElseThrow().expected()).isEqualTo(STARS.points(8_000));
  }

  @Test
  void aRedemptionIsMeasuredByTheLatestEstimate() {
    oneSale();
    PeriodBooks february = books.close(FEBRUARY, FEBRUARY);

    // 79.37 x 4,000 / 9,000
    assertThat(text(february))
        .isEqualTo("REDEMPTION: Dr CONTRACT_LIABILITY 35.28, Cr REVENUE_POINTS 35.28");
    assertThat(february.points().opening()).isEqualTo(10_000);
    assertThat(february.points().closing()).isEqualTo(6_000);
    assertThat(february.moneyIn("EUR").opening()).isEqualTo(7_937);
    assertThat(february.moneyIn("EUR").closing()).isEqualTo(4_409);
  }

  @Test
  void aReturnTakesItsPartOfTheDeferralBack() {
    oneSale();
    PeriodBooks march = books.close(MARCH, MARCH);

    // 79.37 x 9/10 is 71.43; 71.43 x 4,000/8,100 is 35.27 and not 35.28.
    assertThat(text(march))
        .isEqualTo("RETURN: Dr CONTRACT_LIABILITY 7.93, Dr REVENUE_CATCH_UP 0.01, Cr CASH 7.94");
    assertThat(march.moneyIn("EUR").movement(Movement.CLAWED_BACK)).isEqualTo(-794);
    assertThat(march.points().movement(Movement.CLAWED_BACK)).isEqualTo(-1_000);
  }

  @Test
  void whatIsLeftWhenPointsAreGoneIsBreakage() {
    oneSale();
    PeriodBooks january = books.close(NEXT_JANUARY, NEXT_JANUARY);

    assertThat(text(january))
        .isEqualTo("EXPIRY: Dr CONTRACT_LIABILITY 36.16, Cr REVENUE_BREAKAGE 36.16");
    assertThat(january.points().movements()).isEqualTo(Map.of(Movement.EXPIRED, -5_000L));
    assertThat(january.points().closing()).isZero();
    assertThat(january.moneyIn("EUR").closing()).isZero();
  }

  @Test
  void theYearIsTheSumOfItsMonths() {
    oneSale();
    PeriodBooks all = books.close(JANUARY, NEXT_JANUARY);

    assertThat(all.moneyIn("EUR").opening()).isZero();
    assertThat(all.moneyIn("EUR").movement(Movement.ISSUED)).isEqualTo(7_937);
    assertThat(all.journal().balances("EUR"))
        .isEqualTo(Map.of(
            AccountRole.CASH, eur("9992.06"),
            AccountRole.CONTRACT_LIABILITY, eur("0.00"),
            AccountRole.REVENUE_GOODS, eur("-9920.63"),
            AccountRole.REVENUE_POINTS, eur("-35.28"),
            AccountRole.REVENUE_CATCH_UP, eur("0.01"),
            AccountRole.REVENUE_BREAKAGE, eur("-36.16")));
    assertThat(all.pool(COHORT).orElseThrow().history())
        .extracting(DeferredPool.Reestimation::asOf)
        .containsExactly(LocalDate.of(2025, 2, 28));
  }

  @Test
  void breakageThatMayNotBeAnticipatedWaits() {
    ProgramBooks waiting =
        ProgramBooks.of(policy().rights(UnexercisedRights.WHEN_GONE).build());
    ProgramRun other =
        ProgramRun.of(Loyalty.of(shop(oneYear(STARS)).build()), Shared.nothing(), waiting);
    other.submit(Submission.of(purchase("r-1", ANN, "2025-01-10T10:00:00Z", "EUR 10000.00")));
    other.submit(redeem("c-1", ANN, "2025-02-10T10:00:00Z", STARS.points(4_000)));
    other.submit(sweep(ANN, "2026-01-20T10:00:00Z"));

    assertThat(text(waiting.close(FEBRUARY, NEXT_JANUARY)))
        .isEqualTo("REDEMPTION: Dr CONTRACT_LIABILITY 31.75, Cr REVENUE_POINTS 31.75;"
            + " EXPIRY: Dr CONTRACT_LIABILITY 47.62, Cr REVENUE_BREAKAGE 47.62");
  }

  @Test
  void pointsWithoutASaleAreAnExpense() {
    run.submit(Submission.of(testDrive("t-1", BOB, "2025-01-12T10:00:00Z")));
    PeriodBooks january = books.close(JANUARY, JANUARY);

    // 50 stars, of which 80 % at a cent
    assertThat(text(january))
        .isEqualTo("GRANT: Dr REWARDS_EXPENSE 0.40, Cr CONTRACT_LIABILITY 0.40");
  }

  @Test
  void thePriceOfASaleIsWhatWasPaidInMoneyWithoutTax() {
    Purchase purchase = Purchase.builder()
        .id(ActivityId.of("r-9"))
        .member(ANN)
        .occurredAt(Instant.parse("2025-01-10T10:00:00Z"))
        .addLine(Line.builder()
            .sku(Sku.of("any"))
            .unitPrice(eur("100.00"))
            .tax(eur("19.00"))
            .build())
        .shipping(eur("5.00"))
        .addTender(Tender.of(Tender.Kind.POINTS, org.javamoney.moneta.Money.of(30, "EUR")))
        .addTender(Tender.of(Tender.Kind.CARD, org.javamoney.moneta.Money.of(94, "EUR")))
        .build();

    assertThat(ProgramBooks.price(purchase)).isEqualTo(eur("75.00"));
  }

  @Test
  void closedLotsAreForgottenAndThenUnknown() {
    oneSale();
    assertThat(books.knownLots()).isEqualTo(1);
    books.forget(Instant.parse("2027-01-01T00:00:00Z"));
    assertThat(books.knownLots()).isZero();

    LedgerEntry redeemed = run.member(ANN).effects().values().stream()
        .flatMap(effect -> effect.entries().get(STARS).stream())
        .filter(LedgerEntry.Redeemed.class::isInstance)
        .findFirst()
        .orElseThrow();
    assertThat(codeOf(() -> books.record(redeemed, Optional.empty())))
        .isEqualTo(FailureCode.REFERENCE_UNKNOWN);
  }

  @Test
  void anAccountLogIsEnough() {
    AccountLog log = AccountLog.open(Ledger.of(LedgerPolicies.usual()), ANN, STARS)
        .append(new LedgerCommand.Accrue(
            stamp("r-1", ANN, "2025-01-10T10:00:00Z"),
            ActivityId.of("r-1"),
            ActivityKind.PURCHASE,
            List.of(LotGrant.of(
                LotId.of("r-1/base"),
                STARS.points(10_000),
                RuleId.of("base"),
                new LotExpiry.Never("a promise")))));
    books.record(log, Map.of(ActivityId.of("r-1"), eur("10000.00")));

    assertThat(books.close(JANUARY, JANUARY).moneyIn("EUR").closing()).isEqualTo(7_937);
    PointType miles = PointType.redeemable("miles", "Miles");
    AccountLog other = AccountLog.open(Ledger.of(LedgerPolicies.usual()), ANN, miles);
    assertThat(codeOf(() -> books.record(other, Map.of()))).isEqualTo(FailureCode.TYPE_MISMATCH);
  }

  @Test
  void eachCurrencyHasItsOwnPools() {
    ProgramBooks both = ProgramBooks.of(policy()
        .addWorth(PointRate.of(STARS.points(100), ExactMoney.parse("USD 1.10")))
        .build());
    AccountLog log = AccountLog.open(Ledger.of(LedgerPolicies.usual()), ANN, STARS)
        .append(accrue("r-1"))
        .append(accrue("r-2"));
    both.record(
        log,
        Map.of(
            ActivityId.of("r-1"), eur("100.00"),
            ActivityId.of("r-2"), ExactMoney.parse("USD 100.00")));
    PeriodBooks january = both.close(JANUARY, JANUARY);

    assertThat(january.money().keySet()).containsExactly("EUR", "USD");
    assertThat(january.moneyIn("JPY").closing()).isZero();
    assertThat(january.points().closing()).isEqualTo(200);
    // 100 x 0.80 / 100.80 and 100 x 0.88 / 100.88
    assertThat(january.moneyIn("EUR").closing()).isEqualTo(79);
    assertThat(january.moneyIn("USD").closing()).isEqualTo(87);
    assertThat(codeOf(
            () -> books.record(log, Map.of(ActivityId.of("r-1"), ExactMoney.parse("USD 100.00")))))
        .isEqualTo(FailureCode.UNKNOWN_CURRENCY);
  }

  private static LedgerCommand accrue(String id) {
    return new LedgerCommand.Accrue(
        stamp(id, ANN, "2025-01-10T10:00:00Z"),
        ActivityId.of(id),
        ActivityKind.PURCHASE,
        List.of(LotGrant.of(
            LotId.of(id + "/base"),
            STARS.points(100),
            RuleId.of("base"),
            new LotExpiry.Never("a promise"))));
  }

  @Test
  void nonsenseIsRefused() {
    PointRate rate = PointRate.of(STARS.points(100), eur("1.00"));

    assertThat(codeOf(() -> books.close(FEBRUARY, JANUARY))).isEqualTo(FailureCode.WINDOW_INVALID);
    assertThat(codeOf(() -> books.merge(
            ProgramBooks.of(policy().rights(UnexercisedRights.WHEN_GONE).build()))))
        .isEqualTo(FailureCode.CONFIG_DUPLICATE);
    assertThat(codeOf(() -> policy().addWorth(rate).build()))
        .isEqualTo(FailureCode.CONFIG_DUPLICATE);
    assertThat(codeOf(() -> BooksPolicy.builder()
            .calendar(ProgramCalendar.of(ZoneOffset.UTC))
            .expectation(RedemptionExpectation.constant(Ratio.ONE))
            .build()))
        .isEqualTo(FailureCode.REQUIRED);
    assertThat(codeOf(() -> RedemptionExpectation.constant(Ratio.of(101, 100))))
        .isEqualTo(FailureCode.PERCENT_RANGE);
    run.submit(Submission.of(purchase("r-1", ANN, "2025-01-10T10:00:00Z", "EUR 1.00")));
    assertThat(codeOf(() -> books.merge(books))).isEqualTo(FailureCode.CONFIG_DUPLICATE);
    assertThat(ProgramBooks.of(policy().build()).close(JANUARY, MARCH).journal().entries())
        .isEmpty();
  }
}
