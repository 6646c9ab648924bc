package dev.laurel.core.ledger;

import static dev.laurel.core.ledger.Books.accrue;
import static dev.laurel.core.ledger.Books.noon;
import static dev.laurel.core.ledger.Books.redeem;
import static dev.laurel.core.ledger.Books.returned;
import static dev.laurel.core.ledger.Books.stamp;
import static dev.laurel.core.ledger.Books.stars;
import static dev.laurel.core.ledger.Books.through;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.time.Expiry;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Worked scenarios; numbers are those of the acceptance list. */
class LedgerTest {
  private static final LotExpiry NEVER = LotExpiry.never();

  /** Scenario 3: 100 points, 75 of 100 dollars returned, at once or in three parts. */
  @Test
  void aSplitReturnKeepsWhatAWholeOneKeeps() {
    Books whole = Books.withDebt().does(accrue("p", "2026-01-01", 100, NEVER));
    Books split = Books.withDebt().does(accrue("p", "2026-01-01", 100, NEVER));

    whole.does(returned("r", "2026-01-05", "p", 25));
    split
        .does(returned("r1", "2026-01-05", "p", 75))
        .does(returned("r2", "2026-01-06", "p", 50))
        .does(returned("r3", "2026-01-07", "p", 25));

    assertThat(whole.available("2026-01-08")).isEqualTo(25);
    assertThat(split.available("2026-01-08")).isEqualTo(25);
  }

  /** Scenario 5: available 50, take back 70, under three policies. */
  @Nested
  class WhenMoreIsTakenBackThanThereIs {
    private Books books(Remainder remainder, ReversalSource source) {
      return new Books(
              Books.policy().remainder(remainder).reversalSource(source).build())
          .does(accrue("p", "2026-01-01", 70, NEVER))
          .does(redeem("b", "2026-01-02", 20))
          .does(returned("r", "2026-01-03", "p", 0));
    }

    @Test
    void theRestIsOwed() {
      Books books = books(Remainder.debt(100), ReversalSource.ANY_LOT);

      assertThat(books.available("2026-01-04")).isZero();
      assertThat(books.debt("2026-01-04")).isEqualTo(20);
    }

    @Test
    void theRestIsWrittenOff() {
      Books books = books(Remainder.writeOff(), ReversalSource.ANY_LOT);

      assertThat(books.available("2026-01-04")).isZero();
      assertThat(books.debt("2026-01-04")).isZero();
      assertThat(reversal(books).writtenOff()).isEqualTo(stars(20));
      books.isRefused(returned("r2", "2026-01-05", "p", 0), RefusalCode.ALREADY_REVERSED);
    }

    @Test
    void onlyPendingPointsAreTaken() {
      Books books = books(Remainder.writeOff(), ReversalSource.OWN_PENDING);

      assertThat(books.available("2026-01-04")).isEqualTo(50);
      assertThat(reversal(books).writtenOff()).isEqualTo(stars(70));
    }

    @Test
    void theCashRefundIsReduced() {
      assertThat(reversal(books(Remainder.reduceCashRefund(), ReversalSource.ANY_LOT))
              .cashReduction())
          .isEqualTo(stars(20));
    }

    private LedgerEntry.AccrualReversed reversal(Books books) {
      return (LedgerEntry.AccrualReversed) books.entries.get(0);
    }

    /** Scenario 6: the next points repay the debt, and still count in full as earned. */
    @Test
    void theNextPointsRepayIt() {
      Books much = books(Remainder.debt(100), ReversalSource.ANY_LOT)
          .does(accrue("q", "2026-02-01", 30, NEVER));
      Books little = books(Remainder.debt(100), ReversalSource.ANY_LOT)
          .does(accrue("q", "2026-02-01", 15, NEVER));

      assertThat(much.available("2026-02-02")).isEqualTo(10);
      assertThat(much.debt("2026-02-02")).isZero();
      assertThat(much.account.totals().accrued()).isEqualTo(100);
      assertThat(little.available("2026-02-02")).isZero();
      assertThat(little.debt("2026-02-02")).isEqualTo(5);
    }
  }

  /** Scenario 7: 2,500 from two lots of one date and one of the next year. */
  @Test
  void theSoonestExpiryIsDrawnFirst() {
    Books books = Books.withDebt()
        .does(accrue("a", "2025-01-01", 1_000, through("2025-12-30")))
        .does(accrue("b", "2025-01-02", 1_000, through("2025-12-30")))
        .does(accrue("c", "2025-01-03", 1_000, through("2026-12-30")))
        .does(redeem("r", "2025-06-01", 2_500));

    assertThat(((LedgerEntry.Redeemed) books.entries.get(0)).taken())
        .containsExactly(
            new Portion(LotId.of("a/base"), stars(1_000)),
            new Portion(LotId.of("b/base"), stars(1_000)),
            new Portion(LotId.of("c/base"), stars(500)));
    assertThat(books.available("2025-06-01")).isEqualTo(500);
    assertThat(books.account.expiring(noon("2025-06-01")).never().isZero()).isTrue();
  }

  /** Scenario 9: no balance collapse. */
  @Test
  void spentPointsDoNotExpireAgain() {
    Books books = Books.withDebt()
        .does(accrue("a", "2026-01-01", 100, through("2026-06-29")))
        .does(accrue("b", "2026-01-01", 100, through("2027-06-29")))
        .does(redeem("r", "2026-05-01", 100));

    assertThat(books.available("2026-07-01")).isEqualTo(100);
    assertThat(books.account.totals(noon("2026-07-01")).expired()).isZero();
  }

  /** Scenario 12: 730 days of inactivity; opening the app does not count. */
  @Test
  void inactivityTakesTheWholeAccount() {
    Expiry.Inactivity rule = (Expiry.Inactivity) Expiry.inactivity(
        Period.ofDays(730), Set.of(ActivityKind.PURCHASE, ActivityKind.REDEMPTION));
    Books books = new Books(
            Books.policy().remainder(Remainder.debt(100)).inactivity(rule).build())
        .does(accrue("a", "2024-01-10", 1_000, LotExpiry.withActivity()))
        .does(redeem("r", "2025-06-01", 200))
        .does(new LedgerCommand.RecordActivity(stamp("app", "2026-05-01"), ActivityKind.APP_EVENT));

    assertThat(books.available("2027-06-01")).isEqualTo(800);
    assertThat(books
            .account
            .available(Instant.parse("2027-06-01T23:59:59.999999Z"))
            .units())
        .isEqualTo(800);
    assertThat(books.available("2027-06-02")).isZero();
    assertThat(books.account.activeUntil().orElseThrow().lastDay()).hasToString("2027-06-01");
  }

  /** Scenario 27: balance 59, 50 spent and 56 earned, through whatever channel, is 65. */
  @Test
  void oneLedgerServesEveryChannel() {
    Books books = Books.withDebt()
        .does(accrue("a", "2026-01-01", 59, NEVER))
        .does(redeem("invoice", "2026-01-02", 50))
        .does(accrue("order", "2026-01-02", 56, NEVER));

    assertThat(books.available("2026-01-02")).isEqualTo(65);
  }

  @Test
  void aHeldLotMayOutliveItsDateAndTheRestExpiresOnReturn() {
    Books books = Books.withDebt()
        .does(accrue("a", "2026-01-01", 100, through("2026-01-31")))
        .does(new LedgerCommand.Hold(stamp("h", "2026-01-30"), stars(60), noon("2026-03-01")));

    assertThat(books.available("2026-02-02")).isZero();
    assertThat(books.account.held(noon("2026-02-02"))).isEqualTo(stars(60));
    books.does(
        new LedgerCommand.Capture(stamp("c", "2026-02-03"), CommandId.of("h"), stars(50), "order"));
    assertThat(books.account.totals().redeemed()).isEqualTo(50);
    assertThat(books.account.totals().expired()).isEqualTo(50);
  }

  @Test
  void aSuspendedExpiryBitesWhenItIsResumed() {
    Books books = Books.withDebt()
        .does(accrue("a", "2026-01-01", 100, through("2026-01-31")))
        .does(new LedgerCommand.SuspendExpiry(stamp("gold", "2026-01-10")));

    assertThat(books.available("2026-06-01")).isEqualTo(100);
    books.does(new LedgerCommand.ResumeExpiry(stamp("silver", "2026-06-02")));
    assertThat(books.available("2026-06-02")).isZero();
  }

  @Test
  void aLateRefundOpensAGraceLot() {
    Books books = new Books(Books.policy()
            .remainder(Remainder.debt(100))
            .restoredExpiry(RestoredExpiry.grace(Period.ofDays(30)))
            .build())
        .does(accrue("a", "2026-01-01", 100, through("2026-01-31")))
        .does(redeem("b", "2026-01-30", 80))
        .does(new LedgerCommand.ReverseRedemption(
            stamp("r", "2026-02-10"), CommandId.of("b"), Optional.empty()));

    assertThat(books.available("2026-03-12")).isEqualTo(80);
    assertThat(books.available("2026-03-13")).isZero();
    assertThat(books.account.lots(noon("2026-02-10")))
        .singleElement()
        .extracting(Lot::origin)
        .isInstanceOf(LotOrigin.Restored.class);
  }

  @Test
  void aRedemptionThatWasAcceptedStandsWhenALateOneTakesItsPoints() {
    Ledger replaying = Ledger.of(Books.policy()
        .remainder(Remainder.debt(1_000))
        .lateCommands(LateCommands.REPLAY)
        .build());
    AccountLog log = AccountLog.open(replaying, Books.MEMBER, Books.STARS)
        .append(accrue("a", "2026-01-01", 100, NEVER))
        .append(redeem("b", "2026-01-03", 80))
        .append(redeem("late", "2026-01-02", 70));

    assertThat(log.decisionOf(CommandId.of("b")).orElseThrow().isAccepted()).isTrue();
    assertThat(log.account().totals().redeemed()).isEqualTo(150);
    assertThat(log.account().totals().debt()).isEqualTo(50);
    assertThat(log.asOf(noon("2026-01-02"), noon("2026-01-04")).totals().available())
        .isEqualTo(30);
  }

  @Test
  void whatWeThoughtThenIsNotWhatWeKnowNow() {
    AccountLog log = AccountLog.open(Books.withDebt().ledger, Books.MEMBER, Books.STARS)
        .append(accrue("a", "2026-01-01", 100, NEVER))
        .append(new LedgerCommand.AdjustUp(
            CommandStamp.of(
                CommandId.of("missed"), Books.MEMBER, noon("2026-01-05"), noon("2026-02-01")),
            LotId.of("missed"),
            stars(40),
            NEVER,
            "missing miles"));

    assertThat(log.asOf(noon("2026-01-10"), noon("2026-01-10")).totals().available())
        .isEqualTo(100);
    assertThat(log.asOf(noon("2026-01-10"), noon("2026-02-02")).totals().available())
        .isEqualTo(140);
  }

  /** What was refused on arrival and is accepted by a later replay was no debt before. */
  @Test
  void whatWasRefusedThenStaysRefusedInThePast() {
    Ledger replaying = Ledger.of(Books.policy()
        .remainder(Remainder.debt(1_000))
        .lateCommands(LateCommands.REPLAY)
        .build());
    AccountLog log = AccountLog.open(replaying, Books.MEMBER, Books.STARS)
        .append(redeem("early", "2026-01-10", 40))
        .append(new LedgerCommand.AdjustUp(
            CommandStamp.of(
                CommandId.of("missed"), Books.MEMBER, noon("2026-01-05"), noon("2026-02-01")),
            LotId.of("missed"),
            stars(100),
            NEVER,
            "missing miles"));

    assertThat(log.asOf(noon("2026-02-02"), noon("2026-02-02")).totals().redeemed())
        .isEqualTo(40);
    assertThat(log.asOf(noon("2026-01-20"), noon("2026-01-20")).totals().redeemed())
        .isZero();
    assertThat(log.asOf(noon("2026-01-20"), noon("2026-01-20")).totals().debt()).isZero();
  }

  /** R1: quote, hold, capture; the first is a decision that nobody stores. */
  @Test
  void aDecisionThatIsNotStoredIsAQuote() {
    Books books = Books.withDebt()
        .does(accrue("a", "2026-01-01", 30, through("2026-06-30")))
        .does(accrue("b", "2026-01-02", 50, NEVER));
    PointsAccount before = books.account;

    Decision quote = books.ledger.decide(before, redeem("basket", "2026-02-01", 40));
    Decision tooMuch = books.ledger.decide(before, redeem("basket", "2026-02-01", 81));

    assertThat(quote.accepted().orElseThrow().entries())
        .filteredOn(LedgerEntry.Redeemed.class::isInstance)
        .singleElement()
        .extracting(entry -> ((LedgerEntry.Redeemed) entry).taken())
        .isEqualTo(List.of(
            new Portion(LotId.of("a/base"), stars(30)),
            new Portion(LotId.of("b/base"), stars(10))));
    assertThat(tooMuch.refusal().map(Refusal::data))
        .contains(new Refusal.Shortfall(stars(81), stars(80), stars(0)));
    assertThat(books.account).isSameAs(before);
    books.does(redeem("basket", "2026-02-01", 40));
  }

  @Test
  void aScheduleNamesTheLastUsableDay() {
    Books books = Books.withDebt()
        .does(accrue("a", "2026-01-01", 300, through("2026-12-31")))
        .does(accrue("b", "2026-01-01", 50, NEVER));
    ExpirySchedule schedule = books.account.expiring(noon("2026-02-01"));

    assertThat(schedule.dates().firstKey().lastDay()).hasToString("2026-12-31");
    assertThat(schedule.dates().values()).containsExactly(stars(300));
    assertThat(schedule.never()).isEqualTo(stars(50));
  }
}
