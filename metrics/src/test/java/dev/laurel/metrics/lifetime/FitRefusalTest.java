package dev.laurel.metrics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.metrics.customer.HistoryTable;
import dev.laurel.metrics.customer.PurchaseHistory;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What has no answer gets none, and says why. */
class FitRefusalTest {
  private static void assertFailed(Fit.Reason reason, Fit<?> fit) {
    assertThat(fit)
        .isInstanceOfSatisfying(
            Fit.Failed.class, failed -> assertThat(failed.reason()).isEqualTo(reason));
    assertThat(fit.model()).isEmpty();
  }

  private static void assertAllFail(Fit.Reason reason, HistoryTable table) {
    assertFailed(reason, BgNbd.fit(table));
    assertFailed(reason, MbgNbd.fit(table));
    assertFailed(reason, ParetoNbd.fit(table));
  }

  private static void assertNoModel(HistoryTable table) {
    assertThat(BgNbd.fit(table).model()).isEmpty();
    assertThat(MbgNbd.fit(table).model()).isEmpty();
    assertThat(ParetoNbd.fit(table).model()).isEmpty();
  }

  private static void assertCode(FailureCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            InvalidValueException.class, failure -> assertThat(failure.code()).isEqualTo(code));
  }

  private static HistoryTable table(PurchaseHistory... histories) {
    HistoryTable.Builder table = HistoryTable.builder();
    for (PurchaseHistory history : histories) {
      table.add(history);
    }
    return table.build();
  }

  @Test
  void nobody() {
    assertAllFail(Fit.Reason.NO_CUSTOMERS, HistoryTable.none());
    assertFailed(Fit.Reason.NO_CUSTOMERS, GammaGamma.fit(SpendTable.none()));
    assertFailed(Fit.Reason.NO_CUSTOMERS, BgBb.fit(ImmutableMap.of()));
    assertFailed(Fit.Reason.NO_CUSTOMERS, ShiftedBetaGeometric.fit(ImmutableList.of()));
    assertFailed(Fit.Reason.NO_CUSTOMERS, ShiftedBetaGeometric.fit(ImmutableList.of(0L, 0L)));
  }

  @Test
  void nobodyWhoCameBack() {
    HistoryTable.Builder table = HistoryTable.builder();
    table.add(PurchaseHistory.of(0, 0, 30), 100);
    table.add(PurchaseHistory.of(0, 0, 40), 100);

    assertAllFail(Fit.Reason.NO_REPEAT_PURCHASES, table.build());
    assertFailed(
        Fit.Reason.NO_REPEAT_PURCHASES,
        BgBb.fit(ImmutableMap.of(OpportunityHistory.of(0, 0, 6), 50L)));
  }

  @Test
  void oneCustomer() {
    assertNoModel(table(PurchaseHistory.of(3, 10, 30)));
  }

  @Test
  void everybodyAlike() {
    HistoryTable.Builder table = HistoryTable.builder();
    table.add(PurchaseHistory.of(3, 20, 30), 1_000);

    assertNoModel(table.build());
  }

  @Test
  void everybodyBoughtOnTheLastDay() {
    HistoryTable.Builder table = HistoryTable.builder();
    for (int x = 1; x < 20; x++) {
      table.add(PurchaseHistory.of(x, 30, 30), 20);
    }

    assertNoModel(table.build());
  }

  @Test
  void nobodyObservedForAnyTime() {
    assertAllFail(Fit.Reason.NO_VARIATION, table(PurchaseHistory.of(1, 0, 0)));
  }

  @Test
  void everybodySpendsTheSame() {
    SpendTable table =
        SpendTable.none().plus(new SpendTable.Spend(1, 20)).plus(new SpendTable.Spend(2, 20));

    assertFailed(Fit.Reason.NO_VARIATION, GammaGamma.fit(table));
    assertThat(table.correlation()).isEmpty();
  }

  @Test
  void contractsThatNobodyLeavesOrAllLeave() {
    assertFailed(
        Fit.Reason.NO_VARIATION, ShiftedBetaGeometric.fit(ImmutableList.of(10L, 10L, 10L)));
    assertFailed(Fit.Reason.NO_VARIATION, ShiftedBetaGeometric.fit(ImmutableList.of(10L, 0L, 0L)));
    assertFailed(Fit.Reason.NO_VARIATION, ShiftedBetaGeometric.fit(ImmutableList.of(10L)));
  }

  @Test
  void contractsLeftAtOneConstantRateHaveNoVariationOfChances() {
    assertThat(ShiftedBetaGeometric.fit(ImmutableList.of(8000L, 4000L, 2000L, 1000L, 500L))
            .model())
        .isEmpty();
  }

  @Nested
  class IsRefused {
    @Test
    void aParameterThatIsNotAboveZero() {
      assertCode(FailureCode.RANGE, () -> new BgNbd(0, 1, 1, 1));
      assertCode(FailureCode.RANGE, () -> new MbgNbd(1, Double.NaN, 1, 1));
      assertCode(FailureCode.RANGE, () -> new ParetoNbd(1, 1, Double.POSITIVE_INFINITY, 1));
      assertCode(FailureCode.RANGE, () -> new GammaGamma(1, -1, 1));
      assertCode(FailureCode.RANGE, () -> new BgBb(1, 1, 1, -0.0));
      assertCode(FailureCode.RANGE, () -> new ShiftedBetaGeometric(1, 0));
    }

    @Test
    void aTimeBeforeNow() {
      BgNbd model = new BgNbd(.243, 4.414, .793, 2.426);
      PurchaseHistory history = PurchaseHistory.of(2, 30, 40);

      assertCode(FailureCode.RANGE, () -> model.expectedPurchases(history, -1));
      assertCode(FailureCode.RANGE, () -> model.expectedPurchases(history, Double.NaN));
      assertCode(FailureCode.LIMIT_EXCEEDED, () -> model.expectedPurchases(history, 1e9));
      assertCode(FailureCode.RANGE, () -> model.probabilityOfPurchases(-1, 1));
    }

    @Test
    void aDiscountOfAllFutureThatIsNone() {
      PurchaseHistory history = PurchaseHistory.of(2, 30, 40);
      OpportunityHistory donor = OpportunityHistory.of(2, 4, 6);
      BgNbd model = new BgNbd(.243, 4.414, .793, 2.426);
      BgBb donors = new BgBb(1.204, .750, .657, 2.783);

      assertCode(FailureCode.RANGE, () -> model.discountedResidualTransactions(history, -.01));
      assertCode(FailureCode.RANGE, () -> model.discountedResidualTransactions(history, 1 / 0.0));
      assertCode(
          FailureCode.METRIC_DIVERGES, () -> model.discountedResidualTransactions(history, 0));
      assertCode(
          FailureCode.RANGE, () -> donors.discountedResidualTransactions(donor, Discount.of(-.1)));
      assertCode(
          FailureCode.METRIC_DIVERGES,
          () -> donors.discountedResidualTransactions(donor, Discount.NONE));
      assertThat(new BgBb(1, 1, 2, 2).discountedResidualTransactions(donor, Discount.NONE))
          .isPositive()
          .isFinite();
    }

    @Test
    void survivorsThatIncrease() {
      assertCode(FailureCode.RANGE, () -> ShiftedBetaGeometric.fit(ImmutableList.of(10L, 11L, 5L)));
      assertCode(FailureCode.RANGE, () -> ShiftedBetaGeometric.fit(ImmutableList.of(10L, -1L)));
    }

    @Test
    void anOpportunityHistoryThatCannotBe() {
      assertCode(FailureCode.RANGE, () -> OpportunityHistory.of(0, 1, 6));
      assertCode(FailureCode.RANGE, () -> OpportunityHistory.of(3, 2, 6));
      assertCode(FailureCode.RANGE, () -> OpportunityHistory.of(1, 7, 6));
      assertCode(
          FailureCode.RANGE, () -> BgBb.fit(ImmutableMap.of(OpportunityHistory.of(1, 1, 6), 0L)));
    }

    @Test
    void spendThatIsNotAboveZero() {
      assertCode(FailureCode.RANGE, () -> new SpendTable.Spend(1, 0));
      assertCode(FailureCode.RANGE, () -> new SpendTable.Spend(0, 10));
      assertCode(FailureCode.RANGE, () -> new SpendTable.Spend(1, Double.NaN));
    }

    @Test
    void retentionOneWithoutDiscount_row97() {
      assertCode(FailureCode.METRIC_DIVERGES, () -> Discount.NONE.perpetualValue(100, 1));
      assertCode(FailureCode.METRIC_DIVERGES, () -> Discount.of(-.2).perpetualValue(100, .9));
      assertCode(
          FailureCode.METRIC_DIVERGES,
          () -> new ParetoNbd(.55, 10.6, .6, 11.7)
              .discountedResidualTransactions(PurchaseHistory.of(2, 30, 40), 0));
      assertCode(
          FailureCode.METRIC_DIVERGES,
          () -> new GammaGamma(.1, .2, 15).expectedSpend(new SpendTable.Spend(1, 10)));
    }

    @Test
    void aDiscountOfMinusOneOrLess() {
      assertCode(FailureCode.RANGE, () -> Discount.of(-1));
      assertCode(FailureCode.RANGE, () -> Discount.of(Double.NaN));
      assertCode(
          FailureCode.METRIC_DIVERGES,
          () -> Discount.of(-.999999).presentValue(java.util.Collections.nCopies(100, 1e9)));
    }

    @Test
    void aHorizonOfNoTime() {
      assertCode(FailureCode.PERIOD_INVALID, () -> new ValueHorizon(0, 4.345, Discount.NONE));
      assertCode(FailureCode.PERIOD_INVALID, () -> new ValueHorizon(1, 0, Discount.NONE));
    }

    @Test
    void spendBelowZero() {
      assertCode(
          FailureCode.RANGE,
          () -> LifetimeValue.estimate(
              new BgNbd(.243, 4.414, .793, 2.426),
              PurchaseHistory.of(2, 30, 40),
              -1,
              "USD",
              ValueHorizon.monthsOfWeeks(12, Discount.NONE)));
    }
  }
}
