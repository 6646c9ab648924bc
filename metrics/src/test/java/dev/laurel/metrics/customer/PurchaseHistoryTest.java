package dev.laurel.metrics.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.money.ExactMoney;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PurchaseHistoryTest {
  private static final LocalDate END = LocalDate.of(1997, 9, 30);
  private static final MemberId ANN = MemberId.of("ann");
  private static final MemberId BOB = MemberId.of("bob");

  private static PurchaseDays days() {
    return PurchaseDays.in("USD");
  }

  private static ExactMoney usd(String amount) {
    return ExactMoney.parse("USD " + amount);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static void assertCode(FailureCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            InvalidValueException.class, failure -> assertThat(failure.code()).isEqualTo(code));
  }

  @Test
  void timeIsCountedFromTheFirstPurchaseAndSpendFromTheSecond() {
    PurchaseDays days = days();
    days.add(ANN, day("1997-01-18"), usd("29.73"));
    days.add(ANN, day("1997-01-01"), usd("29.33"));
    days.add(ANN, day("1997-08-02"), usd("14.96"));
    days.add(ANN, day("1997-12-12"), usd("26.48"));

    PurchaseHistories histories = days.histories(PurchaseConvention.published(END));

    CustomerHistory ann = histories.customers().get(0);
    assertThat(ann.history()).isEqualTo(PurchaseHistory.of(2, 30.43, 38.86));
    // 22.345, a half upwards.
    assertThat(ann.meanSpend()).hasValue(22.35);
  }

  @Test
  void exactDaysAreNotRounded() {
    PurchaseDays days = days();
    days.add(ANN, day("1997-01-01"), usd("29.33"));
    days.add(ANN, day("1997-01-18"), usd("29.73"));
    days.add(ANN, day("1997-08-02"), usd("14.96"));

    CustomerHistory ann =
        days.histories(PurchaseConvention.dayExact(END, 7)).customers().get(0);

    assertThat(ann.history().recency()).isEqualTo(213.0 / 7);
    assertThat(ann.history().age()).isEqualTo(272.0 / 7);
    assertThat(ann.meanSpend().orElseThrow()).isCloseTo(22.345, within(1e-12));
  }

  @Test
  void purchasesOfOneDayAreOne() {
    PurchaseDays days = days();
    days.add(ANN, day("1997-01-01"), usd("10"));
    days.add(ANN, day("1997-01-08"), usd("20"));
    days.add(ANN, day("1997-01-08"), usd("30"));

    CustomerHistory ann =
        days.histories(PurchaseConvention.published(END)).customers().get(0);

    // A count of rows would give a frequency of 2 and a mean of 25.
    assertThat(ann.history().frequency()).isEqualTo(1);
    assertThat(ann.meanSpend()).hasValue(50);
  }

  @Test
  void theFirstPurchaseMayBePartOfTheMean() {
    PurchaseDays days = days();
    days.add(ANN, day("1997-01-01"), usd("10"));
    days.add(ANN, day("1997-01-08"), usd("20"));
    days.add(BOB, day("1997-01-08"), usd("7"));
    PurchaseConvention all = new PurchaseConvention(
        END, 7, PurchaseConvention.Rounding.DAY_EXACT, PurchaseConvention.FirstPurchase.INCLUDED);

    assertThat(days.histories(all).customers())
        .extracting(customer -> customer.meanSpend().orElseThrow())
        .containsExactly(15.0, 7.0);
    assertThat(
            days.histories(PurchaseConvention.published(END)).customers().get(1).meanSpend())
        .isEmpty();
  }

  @Test
  void theLastDayBelongsToTheCalibrationAndLaterCustomersAreCounted() {
    PurchaseDays days = days();
    days.add(ANN, END, usd("10"));
    days.add(ANN, END.plusDays(1), usd("10"));
    days.add(BOB, END.plusDays(1), usd("10"));

    PurchaseHistories histories = days.histories(PurchaseConvention.published(END));

    assertThat(histories.customers()).hasSize(1);
    assertThat(histories.customers().get(0).history()).isEqualTo(PurchaseHistory.of(0, 0, 0));
    assertThat(histories.later()).isEqualTo(1);
  }

  @Test
  void nobodyIsNoCustomers() {
    PurchaseHistories histories = days().histories(PurchaseConvention.published(END));

    assertThat(histories.customers()).isEmpty();
    assertThat(histories.table()).isEqualTo(HistoryTable.none());
    assertThat(histories.table().customers()).isZero();
  }

  @Test
  void equalHistoriesAreOneRow() {
    HistoryTable.Builder builder = HistoryTable.builder();
    builder.add(PurchaseHistory.of(2, 30.43, 38.86));
    builder.add(PurchaseHistory.of(0, -0.0, 38.86));
    builder.add(PurchaseHistory.of(2, 30.43, 38.86), 3);
    builder.add(PurchaseHistory.of(0, 0.0, 38.86));

    HistoryTable table = builder.build();

    assertThat(table.rows()).isEqualTo(2);
    assertThat(table).hasToString("6 customers in 2 distinct histories");
    assertThat(table.count(0)).isEqualTo(2);
    assertThat(table.frequency(1)).isEqualTo(2);
    assertThat(table.recency(1)).isEqualTo(30.43);
    assertThat(table.age(1)).isEqualTo(38.86);
    assertThat(table.count(1)).isEqualTo(4);
    assertThat(table.repeaters()).isEqualTo(4);
    assertThat(table.repeatPurchases()).isEqualTo(8);
  }

  @Nested
  class IsRefused {
    @Test
    void anotherCurrency() {
      assertCode(
          FailureCode.MIXED_CURRENCY, () -> days().add(ANN, END, ExactMoney.parse("EUR 10")));
      assertThatThrownBy(() -> days().merge(PurchaseDays.in("EUR")))
          .hasMessage("purchases must be in one currency to merge: USD and EUR");
    }

    @Test
    void negativeSpend() {
      assertCode(FailureCode.LINE_NEGATIVE, () -> days().add(ANN, END, usd("-1")));
    }

    @Test
    void spendBeyond64Bits() {
      PurchaseDays days = days();
      ExactMoney most = ExactMoney.ofMinor("USD", 1_000_000_000_000_000L);
      for (int i = 0; i < 9_223; i++) {
        days.add(ANN, END, most);
      }

      assertCode(FailureCode.NUMBER_TOO_LARGE, () -> days.add(ANN, END, most));
      assertThat(days.histories(PurchaseConvention.published(END)).customers()).hasSize(1);
    }

    @Test
    void aDayBeyondTheCalendar() {
      assertCode(FailureCode.TIME_RANGE, () -> days().add(ANN, LocalDate.MAX, usd("1")));
    }

    @Test
    void aUnitOfNoDays() {
      assertCode(FailureCode.PERIOD_INVALID, () -> PurchaseConvention.dayExact(END, 0));
    }

    @Test
    void aHistoryThatCannotBe() {
      assertCode(FailureCode.RANGE, () -> PurchaseHistory.of(-1, 0, 1));
      assertCode(FailureCode.RANGE, () -> PurchaseHistory.of(0, 1, 2));
      assertCode(FailureCode.RANGE, () -> PurchaseHistory.of(1, 3, 2));
      assertCode(FailureCode.RANGE, () -> PurchaseHistory.of(1, -1, 2));
      assertCode(FailureCode.NUMBER_NOT_FINITE, () -> PurchaseHistory.of(1, Double.NaN, 2));
      assertCode(
          FailureCode.NUMBER_NOT_FINITE, () -> PurchaseHistory.of(1, 1, Double.POSITIVE_INFINITY));
    }

    @Test
    void aRowOfNobody() {
      assertCode(
          FailureCode.RANGE, () -> HistoryTable.builder().add(PurchaseHistory.of(0, 0, 1), 0));
    }
  }
}
