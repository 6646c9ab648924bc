package dev.laurel.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.MalformedInputException;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.points.PointType;
import dev.laurel.core.time.ProgramCalendar;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackedAccountTest {
  private static final MemberId MEMBER = new MemberId("m-1");
  private static final PointType STARS = PointType.redeemable("stars", "Stars");
  private static final ProgramCalendar BERLIN = ProgramCalendar.of(ZoneId.of("Europe/Berlin"));
  private static final Optional<RefusalCode> ACCEPTED = Optional.empty();

  private final PackedLedger ledger = PackedLedger.of(policy(Remainder.debt(100)));
  private final PackedAccount account = PackedAccount.open();

  private static LedgerPolicy policy(Remainder remainder) {
    return LedgerPolicy.builder().calendar(BERLIN).remainder(remainder).build();
  }

  private static int day(String date) {
    return (int) LocalDate.parse(date).toEpochDay();
  }

  @Nested
  class WhenPointsAreSpent {
    @Test
    void theSoonestLastDayIsDrawnFirst() {
      ledger.accrue(account, day("2026-01-01"), day("2026-12-31"), 100);
      ledger.accrue(account, day("2026-01-02"), PackedAccount.NEVER, 50);
      ledger.accrue(account, day("2026-01-03"), day("2026-06-30"), 30);

      assertThat(ledger.redeem(account, day("2026-02-01"), 40)).isEqualTo(ACCEPTED);

      assertThat(account.lots()).isEqualTo(2);
      assertThat(account.lastDay(0)).isEqualTo(day("2026-12-31"));
      assertThat(account.points(0)).isEqualTo(90);
      assertThat(account.lastDay(1)).isEqualTo(PackedAccount.NEVER);
      assertThat(account.points(1)).isEqualTo(50);
    }

    @Test
    void lotsThatEndOnOneDayAreOne() {
      ledger.accrue(account, day("2026-01-01"), day("2026-12-31"), 100);
      ledger.accrue(account, day("2026-02-01"), day("2026-12-31"), 20);

      assertThat(account.lots()).isEqualTo(1);
      assertThat(account.points(0)).isEqualTo(120);
    }

    @Test
    void tooFewAreRefusedAndNothingIsChanged() {
      ledger.accrue(account, day("2026-01-01"), day("2026-01-31"), 100);
      byte[] before = account.toBytes();

      assertThat(ledger.redeem(account, day("2026-01-31"), 101))
          .contains(RefusalCode.INSUFFICIENT_POINTS);
      assertThat(ledger.redeem(account, day("2026-02-01"), 1))
          .contains(RefusalCode.INSUFFICIENT_POINTS);
      assertThat(ledger.redeem(account, day("2026-01-31"), 0)).contains(RefusalCode.POINTS_ZERO);
      assertThat(account.toBytes()).isEqualTo(before);
    }
  }

  @Nested
  class WhenTimePasses {
    @Test
    void pointsAreThereOnTheLastDayAndGoneOnTheNext() {
      ledger.accrue(account, day("2026-01-01"), day("2026-01-31"), 100);

      assertThat(account.available(day("2026-01-31"))).isEqualTo(100);
      assertThat(account.available(day("2026-02-01"))).isZero();
      assertThat(account.expired(day("2026-02-01"))).isEqualTo(100);
    }

    @Test
    void whatComesLateIsJudgedOnTheLatestDay() {
      ledger.accrue(account, day("2026-01-01"), day("2026-01-31"), 100);
      ledger.expire(account, day("2026-02-01"));

      assertThat(ledger.redeem(account, day("2026-01-31"), 100))
          .contains(RefusalCode.INSUFFICIENT_POINTS);
      assertThat(ledger.accrue(account, day("2026-01-31"), day("2026-01-31"), 7))
          .isEqualTo(ACCEPTED);
      assertThat(account.available(day("2026-02-01"))).isZero();
      assertThat(account.expired(day("2026-02-01"))).isEqualTo(107);
    }

    @Test
    void thePastIsNotAnswered() {
      ledger.expire(account, day("2026-02-01"));

      assertThatThrownBy(() -> account.available(day("2026-01-31")))
          .isInstanceOfSatisfying(
              InvalidValueException.class,
              refused -> assertThat(refused.code()).isEqualTo(FailureCode.TIME_RANGE));
    }
  }

  @Nested
  class WhenPointsAreOwed {
    @Test
    void theNextCreditRepaysThem() {
      ledger.accrue(account, day("2026-01-01"), day("2026-01-31"), 10);

      assertThat(ledger.adjustDown(account, day("2026-01-02"), 40)).isEqualTo(ACCEPTED);
      assertThat(account.debt()).isEqualTo(30);
      assertThat(account.balance(day("2026-01-02"))).isEqualTo(-30);

      ledger.accrue(account, day("2026-01-03"), day("2026-01-31"), 50);
      assertThat(account.debt()).isZero();
      assertThat(account.points(0)).isEqualTo(20);
    }

    @Test
    void thePolicySaysHowMuchAtMost() {
      assertThat(ledger.adjustDown(account, day("2026-01-01"), 101))
          .contains(RefusalCode.DEBT_LIMIT);
      assertThat(ledger.adjustDown(account, day("2026-01-01"), 100)).isEqualTo(ACCEPTED);
      assertThat(ledger.adjustDown(account, day("2026-01-01"), 1)).contains(RefusalCode.DEBT_LIMIT);
    }

    @Test
    void thePolicySaysWhetherAtAll() {
      int day = day("2026-01-01");
      PackedAccount other = PackedAccount.open();

      assertThat(PackedLedger.of(policy(Remainder.writeOff())).adjustDown(other, day, 5))
          .isEqualTo(ACCEPTED);
      assertThat(PackedLedger.of(policy(Remainder.reject())).adjustDown(other, day, 5))
          .contains(RefusalCode.INSUFFICIENT_POINTS);
      assertThat(other.balance(day)).isZero();
    }

    @Test
    void aDebtBeyond64BitsIsRefused() {
      PackedLedger lenient = PackedLedger.of(policy(Remainder.debt(Long.MAX_VALUE)));

      assertThat(lenient.adjustDown(account, day("2026-01-01"), Long.MAX_VALUE))
          .isEqualTo(ACCEPTED);
      assertThat(lenient.adjustDown(account, day("2026-01-01"), 1))
          .contains(RefusalCode.POINTS_OVERFLOW);
      assertThat(PackedAccount.from(account.toBytes()).debt()).isEqualTo(Long.MAX_VALUE);
    }
  }

  @Nested
  class Bounds {
    @Test
    void aLotIsNeverCutToFit() {
      int day = day("2026-01-01");

      assertThat(ledger.accountLimit()).isEqualTo(4_398_046_511_103L);
      assertThat(ledger.accrue(account, day, day, PackedAccount.MOST_POINTS + 1))
          .contains(RefusalCode.POINTS_LIMIT);
      assertThat(ledger.accrue(account, day, day, Long.MAX_VALUE))
          .contains(RefusalCode.POINTS_LIMIT);
      assertThat(ledger.accrue(account, day, day, PackedAccount.MOST_POINTS)).isEqualTo(ACCEPTED);
      assertThat(ledger.accrue(account, day, day, 1)).contains(RefusalCode.POINTS_LIMIT);
      assertThat(account.points(0)).isEqualTo(PackedAccount.MOST_POINTS);
      assertThat(account.lastDay(0)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
      "1971-01-01, 2026-12-31, 1, TIME_RANGE",
      "9999-12-31, 9999-12-31, 1, EXPIRY_INVALID",
      "2026-01-02, 2026-01-01, 1, EXPIRY_INVALID",
      "2026-01-02, 2026-01-02, -1, POINTS_NEGATIVE"
    })
    void nonsenseIsNotACommand(String day, String lastDay, long points, FailureCode code) {
      assertThatThrownBy(() -> ledger.accrue(account, day(day), day(lastDay), points))
          .isInstanceOfSatisfying(
              InvalidValueException.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void aPolicyItCannotFollowIsRefused() {
      LedgerPolicy.Builder newest = LedgerPolicy.builder().calendar(BERLIN);
      LedgerPolicy other =
          newest.remainder(Remainder.reject()).burnOrder(BurnOrder.NEWEST_FIRST).build();

      assertThatThrownBy(() -> PackedLedger.of(other))
          .hasMessage("a packed ledger must burn by SOONEST_EXPIRY: NEWEST_FIRST");
    }

    @Test
    void aBatchKnowsItsAccounts() {
      PackedBatch batch = PackedBatch.of(ledger, List.of(account), (command, who, code) -> {});

      assertThatThrownBy(() -> batch.redeem(1, day("2026-01-01"), 1))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> batch.redeem(0, day("2026-01-01"), -1))
          .isInstanceOf(InvalidValueException.class);
    }
  }

  @Nested
  class Bytes {
    @Test
    void areTwelveAndEightForEachLot() {
      for (int i = 0; i < 24; i++) {
        ledger.accrue(account, day("2026-01-01") + i, day("2027-01-01") + i, 100 + i);
      }

      assertThat(account.lots()).isEqualTo(24);
      assertThat(account.toBytes()).hasSize(12 + 24 * 8);
      assertThat(PackedAccount.open().toBytes()).hasSize(12);
    }

    @Test
    void areAlwaysTheSame() {
      ledger.accrue(account, day("2026-01-01"), day("2026-12-31"), 120);
      ledger.accrue(account, day("2026-01-01"), PackedAccount.NEVER, 5);

      assertThat(HexFormat.of().formatHex(account.toBytes()))
          .isEqualTo("01004fe6" + "0000000000000000" + "0145480000000078" + "fffffc0000000005");
    }

    @ParameterizedTest
    @CsvSource({
      "'', RANGE, byte 0",
      "01004fe600000000000000, RANGE, byte 0",
      "01004fe6000000000000000014, RANGE, byte 13",
      "02004fe60000000000000000, SCHEMA_UNSUPPORTED, byte 0",
      "010000050000000000000000, RANGE, byte 1",
      "01404fe60000000000000000, RANGE, byte 1",
      "01004fe68000000000000000, RANGE, byte 4",
      "01804fe60000000000000000, RANGE, byte 12",
      "01804fe600000000000000000000000000000000, RANGE, byte 12",
      "01004fe600000000000000000145480000000000, RANGE, byte 12",
      "01004fe60000000000000000013f940000000001, RANGE, byte 12",
      "01004fe600000000000000000145480000000001014548000000000a, RANGE, byte 20",
      "01004fe6000000000000000001454bffffffffff01454c0000000001, RANGE, byte 20",
    })
    void otherBytesAreRefusedWithTheirPlace(String hex, FailureCode code, String path) {
      byte[] bytes = HexFormat.of().parseHex(hex);

      assertThatThrownBy(() -> PackedAccount.from(bytes))
          .isInstanceOfSatisfying(MalformedInputException.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.path()).isEqualTo(path);
          });
    }

    @Test
    void tooManyBytesAreRefusedUnread() {
      byte[] bytes = ByteBuffer.allocate(12 + 8 * (1 << 22)).put((byte) 1).array();

      assertThatThrownBy(() -> PackedAccount.from(bytes))
          .isInstanceOfSatisfying(
              MalformedInputException.class,
              refused -> assertThat(refused.code()).isEqualTo(FailureCode.LIMIT_EXCEEDED));
    }
  }

  @Nested
  class WhatCannotBePacked {
    private final Ledger readable = Ledger.of(policy(Remainder.reject()));
    private final PointsAccount earned = readable
        .decide(readable.open(MEMBER, STARS), accrual(LotExpiry.never(), Activation.immediate()))
        .account();

    @Test
    void whatIsPlainCan() {
      assertThat(PackedAccount.from(earned, BERLIN))
          .hasValueSatisfying(packed -> assertThat(packed.points(0)).isEqualTo(100));
    }

    @Test
    void pendingPoints() {
      isNot(accrual(LotExpiry.never(), Activation.at(Instant.parse("2026-02-01T00:00:00Z"))));
    }

    @Test
    void lotsThatEndWithinADay() {
      Instant noon = Instant.parse("2026-02-01T12:00:00Z");

      isNot(accrual(LotExpiry.at(noon, LocalDate.of(2026, 2, 1), "noon"), Activation.immediate()));
    }

    @Test
    void lotsThatLiveByActivity() {
      isNot(accrual(LotExpiry.withActivity(), Activation.immediate()));
    }

    private void isNot(LedgerCommand command) {
      PointsAccount account =
          readable.decide(readable.open(MEMBER, STARS), command).account();

      assertThat(PackedAccount.from(account, BERLIN)).isEmpty();
    }

    @Test
    void holds() {
      isNotAfter(new LedgerCommand.Hold(
          stamp("h"), STARS.points(10), Instant.parse("2026-01-02T00:00:00Z")));
    }

    @Test
    void statusesOtherThanOpen() {
      isNotAfter(new LedgerCommand.Freeze(stamp("f"), "fraud"));
      isNotAfter(new LedgerCommand.Close(stamp("x"), "left"));
    }

    @Test
    void suspendedExpiry() {
      isNotAfter(new LedgerCommand.SuspendExpiry(stamp("s")));
    }

    @Test
    void otherBurnOrders() {
      Ledger newest = Ledger.of(LedgerPolicy.builder()
          .calendar(BERLIN)
          .remainder(Remainder.reject())
          .burnOrder(BurnOrder.NEWEST_FIRST)
          .build());
      PointsAccount account =
          newest.decide(earned, new LedgerCommand.Expire(stamp("e"))).account();

      assertThat(PackedAccount.from(account, BERLIN)).isEmpty();
    }

    @Test
    void daysOfAnotherZone() {
      PointsAccount account = readable
          .decide(
              readable.open(MEMBER, STARS),
              accrual(LotExpiry.through(LocalDate.of(2026, 3, 1), BERLIN), Activation.immediate()))
          .account();

      assertThat(PackedAccount.from(account, BERLIN)).isPresent();
      assertThat(PackedAccount.from(account, ProgramCalendar.of(ZoneOffset.UTC)))
          .isEmpty();
    }

    private void isNotAfter(LedgerCommand command) {
      assertThat(PackedAccount.from(readable.decide(earned, command).account(), BERLIN))
          .isEmpty();
    }

    private LedgerCommand accrual(LotExpiry expiry, Activation activation) {
      LotGrant grant =
          new LotGrant(LotId.of("l-1"), STARS.points(100), new RuleId("base"), activation, expiry);
      return new LedgerCommand.Accrue(
          stamp("c-1"), new ActivityId("a-1"), new ActivityKind("purchase"), List.of(grant));
    }

    private CommandStamp stamp(String id) {
      return CommandStamp.of(CommandId.of(id), MEMBER, Instant.parse("2026-01-01T12:00:00Z"));
    }
  }
}
