package dev.laurel.metrics.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.money.ExactMoney;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CustomerBaseTest {
  private static ExactMoney eur(String amount) {
    return ExactMoney.parse("EUR " + amount);
  }

  private static void assertCode(FailureCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            InvalidValueException.class, failure -> assertThat(failure.code()).isEqualTo(code));
  }

  private static PurchaseDays bought(String... purchases) {
    PurchaseDays days = PurchaseDays.in("EUR");
    for (String purchase : purchases) {
      String[] parts = purchase.split(" ", 3);
      days.add(MemberId.of(parts[0]), LocalDate.parse(parts[1]), eur(parts[2]));
    }
    return days;
  }

  @Nested
  class Rfm {
    @Test
    void figuresAreThoseOfTheDay() {
      PurchaseDays days = bought(
          "ann 2025-01-10 20.00", "ann 2025-03-01 5.50", "ann 2025-03-21 1.00", "bob 2025-03-25 9");

      assertThat(days.figures(LocalDate.parse("2025-03-11")))
          .containsExactly(RfmFigures.of(MemberId.of("ann"), 10, 2, eur("25.50")));
    }

    @Test
    void threeHundredOfAThousandWithOnePurchaseAreInOneClass() {
      List<RfmFigures> customers = new ArrayList<>();
      for (int i = 0; i < 1_000; i++) {
        int purchases = i < 300 ? 1 : i;
        customers.add(RfmFigures.of(MemberId.of("m-" + i), i, purchases, eur("1")));
      }

      List<RfmScore> scores = RfmScoring.QUINTILES.scores(customers);

      // Ranks 1 to 300 have their middle at 150, in the first fifth.
      assertThat(scores.subList(0, 300)).allMatch(score -> score.frequency() == 1);
      assertThat(scores.get(300).frequency()).isEqualTo(2);
      assertThat(scores.get(999).frequency()).isEqualTo(5);
      assertThat(scores.get(0).recency()).isEqualTo(5);
      assertThat(scores.get(999).cell()).isEqualTo("1-5-3");
    }

    @Test
    void spendsThatDifferByACentDiffer() {
      // Thresholds of quantile plus 1, as one peer has them, put all of these into one class.
      List<RfmFigures> customers = List.of(
          RfmFigures.of(MemberId.of("a"), 1, 1, eur("0.10")),
          RfmFigures.of(MemberId.of("b"), 1, 1, eur("0.11")));

      assertThat(new RfmScoring(2).scores(customers))
          .extracting(RfmScore::monetary)
          .containsExactly(1, 2);
    }

    @Test
    void nobodyHasNoScores() {
      assertThat(RfmScoring.QUINTILES.scores(List.of())).isEmpty();
    }

    @Test
    void whatCannotBeRankedIsRefused() {
      RfmFigures ann = RfmFigures.of(MemberId.of("ann"), 1, 1, eur("1"));
      RfmFigures yen = RfmFigures.of(MemberId.of("bob"), 1, 1, ExactMoney.parse("JPY 1"));

      assertCode(
          FailureCode.CONFIG_DUPLICATE, () -> RfmScoring.QUINTILES.scores(List.of(ann, ann)));
      assertCode(FailureCode.MIXED_CURRENCY, () -> RfmScoring.QUINTILES.scores(List.of(ann, yen)));
      assertCode(FailureCode.RANGE, () -> new RfmScoring(1));
      assertCode(FailureCode.RANGE, () -> RfmFigures.of(MemberId.of("a"), -1, 1, eur("1")));
      assertCode(FailureCode.RANGE, () -> RfmFigures.of(MemberId.of("a"), 1, 0, eur("1")));
      assertCode(FailureCode.RANGE, () -> RfmFigures.of(MemberId.of("a"), 1, 1, eur("-1")));
    }
  }

  @Nested
  class Retention {
    private final YearMonth january = YearMonth.of(2025, 1);
    private final YearMonth march = YearMonth.of(2025, 3);

    @Test
    void whoSkippedAMonthHadNotLeft() {
      RetentionCohorts cohorts = RetentionCohorts.of(
          bought(
              "ann 2025-01-10 1",
              "ann 2025-03-31 1",
              "bob 2025-01-31 1",
              "cid 2025-02-01 1",
              "dan 2025-04-01 1"),
          march);

      assertThat(cohorts.survivors())
          .containsEntry(january, ImmutableList.of(2L, 1L, 1L))
          .containsEntry(YearMonth.of(2025, 2), ImmutableList.of(1L, 0L))
          .hasSize(2);
      assertThat(cohorts.size(january)).isEqualTo(2);
      assertThat(cohorts.retention(january, 2).orElseThrow().value()).isEqualTo(.5);
      assertThat(cohorts.retention(january, 3)).isEmpty();
      assertThat(cohorts.retention(march, 0)).isEmpty();
    }

    @Test
    void cohortsThroughDifferentMonthsDoNotMerge() {
      RetentionCohorts one = RetentionCohorts.of(bought(), january);
      RetentionCohorts other = RetentionCohorts.of(bought(), march);

      assertThatThrownBy(() -> one.merge(other))
          .hasMessage("cohorts must be observed through one month to merge: 2025-01 and 2025-03");
    }

    @Test
    void aRowThatRisesIsRefused() {
      assertCode(
          FailureCode.RANGE,
          () -> new RetentionCohorts(
              march, ImmutableSortedMap.of(january, ImmutableList.of(1L, 2L, 0L))));
      assertCode(
          FailureCode.RANGE,
          () -> new RetentionCohorts(march, ImmutableSortedMap.of(january, ImmutableList.of(1L))));
    }
  }

  @Nested
  class Revenue {
    private final RevenueRetention year =
        new RevenueRetention(eur("1000"), eur("900"), eur("150"), eur("70"), eur("30"));

    @Test
    void twoThirdsOfTheGrowthWereBought() {
      assertThat(year.netRevenueRetention()).contains(Ratio.of(9, 10));
      assertThat(year.earnedNewCustomers()).contains(Ratio.of(15, 100));
      assertThat(year.earnedGrowth()).contains(Ratio.of(5, 100));
      assertThat(year.earnedGrowthAtMost()).contains(Ratio.of(8, 100));
    }

    @Test
    void withoutRevenueBeforeThereIsNoShare() {
      assertThat(RevenueRetention.none("EUR").netRevenueRetention()).isEmpty();
      assertThat(RevenueRetention.none("EUR").earnedGrowth()).isEmpty();
    }

    @Test
    void revenuesMergeInAnyOrder() {
      RevenueRetention other =
          new RevenueRetention(eur("10"), eur("20"), eur("0"), eur("1"), eur("0"));

      assertThat(year.merge(other)).isEqualTo(other.merge(year));
      assertThat(year.merge(RevenueRetention.none("EUR"))).isEqualTo(year);
      assertThat(year.merge(other).netRevenueRetention()).contains(Ratio.of(920, 1010));
    }

    @Test
    void negativeAndMixedRevenuesAreRefused() {
      assertCode(
          FailureCode.RANGE,
          () -> new RevenueRetention(eur("1"), eur("-1"), eur("0"), eur("0"), eur("0")));
      assertCode(
          FailureCode.MIXED_CURRENCY,
          () -> new RevenueRetention(
              eur("1"), eur("1"), ExactMoney.parse("USD 1"), eur("0"), eur("0")));
      assertCode(FailureCode.MIXED_CURRENCY, () -> year.merge(RevenueRetention.none("USD")));
    }
  }
}
