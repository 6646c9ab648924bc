package dev.laurel.core.ledger;

import static dev.laurel.core.ledger.Books.MEMBER;
import static dev.laurel.core.ledger.Books.accrue;
import static dev.laurel.core.ledger.Books.noon;
import static dev.laurel.core.ledger.Books.redeem;
import static dev.laurel.core.ledger.Books.returned;
import static dev.laurel.core.ledger.Books.stamp;
import static dev.laurel.core.ledger.Books.stars;
import static dev.laurel.core.ledger.Books.through;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.points.PointType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the ledger says to bad input; the numbers are the rows of the list. */
@Timeout(10)
class BadLedgerInputTest {
  private static final LotExpiry NEVER = LotExpiry.never();

  private static Books with(long units) {
    return Books.withDebt().does(accrue("a", "2026-01-01", units, NEVER));
  }

  private static void failsWith(FailureCode code, ThrowingCallable call) {
    assertThatThrownBy(call).hasFieldOrPropertyWithValue("code", code);
  }

  @Test
  void rows1And3NegativePointsCannotExist() {
    failsWith(FailureCode.POINTS_NEGATIVE, () -> stars(-1));
    failsWith(FailureCode.POINTS_NEGATIVE, () -> stars(Long.MIN_VALUE));
  }

  @Test
  void row2ZeroIsRefusedForBurningAndNoLotForEarning() {
    Books books = with(10).isRefused(redeem("r", "2026-01-02", 0), RefusalCode.POINTS_ZERO);

    books.does(accrue("b", "2026-01-02", 0, NEVER));
    assertThat(books.account.lots(noon("2026-01-02"))).hasSize(1);
  }

  @Test
  void row4TheLargestBalanceOverflows() {
    Books books = new Books(Books.policy()
            .remainder(Remainder.writeOff())
            .accountLimit(Long.MAX_VALUE)
            .build())
        .does(accrue("a", "2026-01-01", Long.MAX_VALUE, NEVER));

    books.isRefused(accrue("b", "2026-01-02", 1, NEVER), RefusalCode.POINTS_OVERFLOW);
  }

  @Test
  void rows7To9WantOfPointsNamesWhatThereIs() {
    Books books =
        with(100).isRefused(redeem("r", "2026-01-02", 101), RefusalCode.INSUFFICIENT_POINTS);
    assertThat(books.refusal.orElseThrow().data())
        .isEqualTo(new Refusal.Shortfall(stars(101), stars(100), stars(0)));

    books.does(new LedgerCommand.Hold(stamp("h", "2026-01-02"), stars(100), noon("2026-02-01")));
    books.isRefused(redeem("r", "2026-01-03", 1), RefusalCode.INSUFFICIENT_POINTS);
    assertThat(books.refusal.orElseThrow().data())
        .isEqualTo(new Refusal.Shortfall(stars(1), stars(0), stars(100)));

    Books expiring = Books.withDebt().does(accrue("a", "2026-01-01", 10, through("2026-01-31")));
    CommandStamp atExpiry =
        CommandStamp.of(CommandId.of("r"), MEMBER, Instant.parse("2026-02-01T00:00:00Z"));
    expiring.isRefused(
        new LedgerCommand.Redeem(atExpiry, stars(1), ""), RefusalCode.INSUFFICIENT_POINTS);
  }

  @Test
  void row10TheAccountLimit() {
    with(1_000_000_000_000_000L)
        .isRefused(accrue("b", "2026-01-02", 1, NEVER), RefusalCode.POINTS_LIMIT);
  }

  @Test
  void rows41To43TheSameIdAgain() {
    Ledger ledger = Books.withDebt().ledger;
    PointsAccount account = PointsAccount.open(MEMBER, Books.STARS);
    CommandMemory.Answer first =
        CommandMemory.empty().decide(ledger, account, accrue("a", "2026-01-01", 10, NEVER));
    PointsAccount after = first.decision().account();

    CommandMemory.Answer same =
        first.memory().decide(ledger, after, accrue("a", "2026-01-01", 10, NEVER));
    assertThat(same.isDuplicate()).isTrue();
    assertThat(same.decision()).isEqualTo(first.decision());

    CommandMemory.Answer other =
        first.memory().decide(ledger, after, accrue("a", "2026-01-01", 11, NEVER));
    assertThat(conflict(other)).isEqualTo("grants");
    LedgerCommand.Accrue bens = (LedgerCommand.Accrue) accrue("a", "2026-01-01", 10, NEVER);
    CommandStamp ben = CommandStamp.of(CommandId.of("a"), MemberId.of("m-2"), noon("2026-01-01"));
    CommandMemory.Answer another = first
        .memory()
        .decide(
            ledger,
            after,
            new LedgerCommand.Accrue(ben, bens.source(), bens.kind(), bens.grants()));
    assertThat(conflict(another)).isEqualTo("member");
  }

  private static String conflict(CommandMemory.Answer answer) {
    Refusal refusal = answer.decision().refusal().orElseThrow();
    assertThat(refusal.code()).isEqualTo(RefusalCode.IDEMPOTENCY_CONFLICT);
    return ((Refusal.Mismatch) refusal.data()).what();
  }

  @Test
  void row44TheSameReceiptUnderAnotherId() {
    Books books = with(10);
    LedgerCommand.Accrue again = (LedgerCommand.Accrue) accrue("a", "2026-01-01", 10, NEVER);

    books.isRefused(
        new LedgerCommand.Accrue(stamp("z", "2026-01-02"), again.source(), again.kind(), List.of()),
        RefusalCode.SOURCE_ALREADY_USED);
    assertThat(books.refusal.orElseThrow().data())
        .isEqualTo(new Refusal.Reference("an activity accrued by", "a"));
  }

  @Test
  void rows45And102IdsWithoutSenseOrWithLineBreaks() {
    failsWith(FailureCode.ID_INVALID, () -> CommandId.of(" "));
    failsWith(FailureCode.ID_INVALID, () -> CommandId.of("a\r\nb"));
    failsWith(FailureCode.ID_INVALID, () -> LotId.of("x".repeat(10_000_000)));
  }

  @Test
  void row47ARefundBeforeItsPurchaseMayComeAgain() {
    Books books = Books.withDebt();

    books.isRefused(returned("r", "2026-01-02", "p", 0), RefusalCode.UNKNOWN_REFERENCE);
    assertThat(books.refusal.orElseThrow().retryable()).isTrue();
    books.does(accrue("p", "2026-01-01", 10, NEVER)).does(returned("r", "2026-01-02", "p", 0));
  }

  @Test
  void row48AnotherMembersAccount() {
    CommandStamp ben = CommandStamp.of(CommandId.of("x"), MemberId.of("m-2"), noon("2026-01-02"));

    with(10).isRefused(new LedgerCommand.Expire(ben), RefusalCode.MEMBER_MISMATCH);
  }

  @Test
  void rows49To51RefundsBeyondTheOriginal() {
    Books books = with(100).does(redeem("b", "2026-01-02", 50));

    books.isRefused(refund("r1", "b", Optional.of(51L)), RefusalCode.REFUND_EXCEEDS_ORIGINAL);
    books.does(refund("r2", "b", Optional.of(50L)));
    books.isRefused(refund("r3", "b", Optional.of(50L)), RefusalCode.REFUND_EXCEEDS_ORIGINAL);
    books.isRefused(refund("r4", "r2", Optional.empty()), RefusalCode.NOT_REFUNDABLE);
    books.isRefused(refund("r5", "b", Optional.empty()), RefusalCode.ALREADY_REVERSED);
  }

  private static LedgerCommand refund(String id, String redemption, Optional<Long> units) {
    return new LedgerCommand.ReverseRedemption(
        stamp(id, "2026-01-03"), CommandId.of(redemption), units.map(Books::stars));
  }

  @Test
  void row52HoldsEndOnce() {
    Books books = with(100);
    for (String hold : List.of("captured", "voided", "expired")) {
      books.does(new LedgerCommand.Hold(stamp(hold, "2026-01-02"), stars(10), noon("2026-01-10")));
    }
    books.isRefused(capture("c0", "captured", "2026-01-03", 11), RefusalCode.HOLD_EXCEEDED);
    books.does(capture("c1", "captured", "2026-01-03", 10));
    books.does(new LedgerCommand.Release(stamp("v1", "2026-01-03"), CommandId.of("voided")));

    books.isRefused(capture("c2", "voided", "2026-01-04", 10), RefusalCode.HOLD_ALREADY_VOIDED);
    books.isRefused(capture("c3", "expired", "2026-01-10", 10), RefusalCode.HOLD_ALREADY_EXPIRED);
    books.isRefused(
        new LedgerCommand.Release(stamp("v2", "2026-01-04"), CommandId.of("captured")),
        RefusalCode.HOLD_ALREADY_CAPTURED);
  }

  private static LedgerCommand capture(String id, String hold, String day, long units) {
    return new LedgerCommand.Capture(stamp(id, day), CommandId.of(hold), stars(units), "");
  }

  @Test
  void rows53And54SelvesAndEndedAccounts() {
    Books books = with(10);
    books.isRefused(
        new LedgerCommand.TransferOut(stamp("t", "2026-01-02"), MEMBER, stars(1)),
        RefusalCode.TRANSFER_SELF);
    books.isRefused(
        new LedgerCommand.MergeAway(stamp("m", "2026-01-02"), MEMBER), RefusalCode.MERGE_SELF);

    books.does(new LedgerCommand.Close(stamp("bye", "2026-01-03"), "asked to"));
    assertThat(books.account.totals().forfeited()).isEqualTo(10);
    books.isRefused(redeem("r", "2026-01-04", 1), RefusalCode.MEMBER_CLOSED);
  }

  @Test
  void frozenAccountsEarnButDoNotSpend() {
    Books books = with(10).does(new LedgerCommand.Freeze(stamp("f", "2026-01-02"), "review"));

    books.isRefused(redeem("r", "2026-01-03", 1), RefusalCode.MEMBER_FROZEN);
    books
        .does(accrue("b", "2026-01-03", 5, NEVER))
        .does(new LedgerCommand.Thaw(stamp("t", "2026-01-04")));
    books.does(redeem("r", "2026-01-05", 15));
  }

  @Test
  void row55Versions() {
    Books books = with(10).does(redeem("b", "2026-01-02", 1));

    books.isRefused(expecting(1), RefusalCode.VERSION_CONFLICT);
    books.isRefused(expecting(3), RefusalCode.VERSION_INVALID);
    books.isRefused(expecting(-1), RefusalCode.VERSION_INVALID);
    books.does(expecting(2));
  }

  private static LedgerCommand expecting(long version) {
    return new LedgerCommand.Redeem(stamp("v", "2026-01-03").expecting(version), stars(1), "");
  }

  @Test
  void rows56And57GapsAndForks() {
    Books books = with(10);
    LedgerEntry first = books.entries.get(0);
    PointsAccount start = PointsAccount.open(MEMBER, Books.STARS);
    books.does(redeem("b", "2026-01-02", 1));
    LedgerEntry second = books.entries.get(0);

    failsWith(FailureCode.SEQUENCE_GAP, () -> books.ledger.evolve(start, second));
    failsWith(FailureCode.LOG_FORK, () -> books.ledger.evolve(start, List.of(first, first)));
  }

  @Test
  void row58AnotherPointType() {
    PointType miles = PointType.redeemable("miles", "Miles");

    with(10)
        .isRefused(
            new LedgerCommand.Redeem(stamp("r", "2026-01-02"), miles.points(1), ""),
            RefusalCode.TYPE_MISMATCH);
  }

  @Test
  void rows59And60Batches() {
    Ledger ledger =
        Ledger.of(Books.policy().remainder(Remainder.debt(10)).batchLimit(10).build());
    PointsAccount account = PointsAccount.open(MEMBER, Books.STARS);
    List<LedgerCommand> batch = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      batch.add(accrue("a" + i, "2026-01-01", 10, NEVER));
    }
    batch.set(7, redeem("bad", "2026-01-01", 1_000));

    Refusal refusal =
        CommandMemory.empty().decideAll(ledger, account, batch).refusal().orElseThrow();
    assertThat(refusal.code()).isEqualTo(RefusalCode.BATCH_REJECTED);
    assertThat(((Refusal.Element) refusal.data()).index()).isEqualTo(7);
    assertThat(CommandMemory.empty().decideAll(ledger, account, List.of()).account())
        .isEqualTo(account);
    batch.add(accrue("one-more", "2026-01-01", 10, NEVER));
    assertThat(CommandMemory.empty().decideAll(ledger, account, batch).refusal().map(Refusal::code))
        .contains(RefusalCode.BATCH_TOO_LARGE);
  }

  @Test
  void rows62And71InstantsAndExpiriesWithoutSense() {
    failsWith(
        FailureCode.TIME_RANGE, () -> CommandStamp.of(CommandId.of("c"), MEMBER, Instant.MAX));
    failsWith(
        FailureCode.EXPIRY_INVALID, () -> accrue("a", "2026-02-02", 1, through("2026-02-01")));
  }

  @Test
  void row73TheFuture() {
    CommandStamp future =
        CommandStamp.of(CommandId.of("f"), MEMBER, noon("2031-01-01"), noon("2026-01-02"));
    Books books = with(10).isRefused(new LedgerCommand.Expire(future), RefusalCode.TIME_IN_FUTURE);

    CommandStamp withinSkew = CommandStamp.of(
        CommandId.of("s"), MEMBER, noon("2026-01-02").plusSeconds(300), noon("2026-01-02"));
    books.does(new LedgerCommand.Expire(withinSkew));
  }

  @Test
  void row74ClosedBooks() {
    Books books = new Books(Books.policy()
        .remainder(Remainder.writeOff())
        .closedBefore(noon("2026-01-01"))
        .build());

    books.isRefused(accrue("a", "2025-12-31", 10, NEVER), RefusalCode.PERIOD_CLOSED);
  }

  @Test
  void row75AClockThatGoesBack() {
    Books books = with(10).does(redeem("b", "2026-03-01", 1));
    CommandStamp earlier = CommandStamp.of(CommandId.of("e"), MEMBER, noon("2026-02-01"));

    books.does(new LedgerCommand.AdjustUp(earlier, LotId.of("e"), stars(5), NEVER, "late"));
    assertThat(books.entries.get(0).at()).isEqualTo(noon("2026-02-01"));
    assertThat(books.entries.get(0).stamp().recordedAt()).isEqualTo(noon("2026-03-01"));
    assertThat(books.account.clock()).isEqualTo(noon("2026-03-01"));
  }

  @Test
  void row39AShareOfAPoolIsNoMoreThanTheWhole() {
    for (int share : new int[] {101, -5}) {
      failsWith(
          FailureCode.PERCENT_RANGE,
          () -> new PointsPool(MemberId.of("pool"), new TreeMap<>(Map.of(MEMBER, share))));
    }
  }

  /** Of several reasons the first in the order of the codes is given. */
  @Test
  void theFirstOfSeveralReasonsIsGiven() {
    Books closed = with(10).does(new LedgerCommand.Close(stamp("close", "2026-01-02"), "left"));
    PointType miles = PointType.redeemable("miles", "Miles");
    CommandStamp other = CommandStamp.of(
            CommandId.of("c"), MemberId.of("m-2"), noon("2031-01-01"), noon("2026-02-01"))
        .expecting(-1);
    CommandStamp future = CommandStamp.of(
            CommandId.of("c"), MEMBER, noon("2031-01-01"), noon("2026-02-01"))
        .expecting(-1);
    CommandStamp now = stamp("c", "2026-02-01").expecting(-1);

    closed
        .isRefused(
            new LedgerCommand.Redeem(other, miles.points(0), ""), RefusalCode.MEMBER_MISMATCH)
        .isRefused(new LedgerCommand.Redeem(future, miles.points(0), ""), RefusalCode.TYPE_MISMATCH)
        .isRefused(new LedgerCommand.Redeem(future, stars(0), ""), RefusalCode.TIME_IN_FUTURE)
        .isRefused(new LedgerCommand.Redeem(now, stars(0), ""), RefusalCode.VERSION_INVALID)
        .isRefused(redeem("c", "2026-02-01", 0), RefusalCode.MEMBER_CLOSED);
    with(10).isRefused(redeem("c", "2026-02-01", 0), RefusalCode.POINTS_ZERO);
  }
}
