package dev.laurel.metrics.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.money.ExactMoney;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** G12: cohorts with absorbing churn. */
class CohortLaws {
  private static final YearMonth THROUGH = YearMonth.of(2025, 6);

  /** A customer by the first number, a day of 2025 by the second. */
  @Provide
  Arbitrary<List<Integer>> days() {
    return Arbitraries.integers().between(0, 250).list().ofMaxSize(60);
  }

  private static PurchaseDays purchases(String prefix, List<Integer> days) {
    PurchaseDays purchases = PurchaseDays.in("EUR");
    for (int i = 0; i < days.size(); i++) {
      purchases.add(
          MemberId.of(prefix + i % 12),
          LocalDate.of(2025, 1, 1).plusDays(days.get(i)),
          ExactMoney.parse("EUR 1"));
    }
    return purchases;
  }

  @Property
  void retentionNeverRises(@ForAll("days") List<Integer> days) {
    for (ImmutableList<Long> row :
        RetentionCohorts.of(purchases("a", days), THROUGH).survivors().values()) {
      assertThat(neverRises(row)).isTrue();
    }
  }

  /** A broken twin of G12: whoever did not buy in a month counts as gone, and comes back. */
  @Example
  void retentionByTheMonthsOfPurchasesIsTold() {
    List<Integer> days = List.of(3, 65);
    List<Long> broken = List.of(1L, 0L, 1L);

    assertThat(neverRises(broken)).isFalse();
    assertThat(RetentionCohorts.of(purchases("a", List.of(3)), THROUGH)
            .survivors()
            .get(YearMonth.of(2025, 1)))
        .startsWith(1L, 0L);
    PurchaseDays skipped = PurchaseDays.in("EUR");
    for (int day : days) {
      skipped.add(
          MemberId.of("a"), LocalDate.of(2025, 1, 1).plusDays(day), ExactMoney.parse("EUR 1"));
    }
    assertThat(RetentionCohorts.of(skipped, THROUGH).survivors().get(YearMonth.of(2025, 1)))
        .startsWith(1L, 1L, 1L, 0L);
  }

  private static boolean neverRises(List<Long> row) {
    return IntStream.range(1, row.size()).allMatch(month -> row.get(month) <= row.get(month - 1));
  }

  @Property
  void cohortsHoldEverybodyWhoHasBought(@ForAll("days") List<Integer> days) {
    PurchaseDays purchases = purchases("a", days);
    RetentionCohorts cohorts = RetentionCohorts.of(purchases, THROUGH);

    assertThat(cohorts.survivors().keySet().stream().mapToLong(cohorts::size).sum())
        .isEqualTo(purchases.figures(THROUGH.atEndOfMonth()).size());
  }

  @Property
  void cohortsOfOtherCustomersMerge(
      @ForAll("days") List<Integer> one, @ForAll("days") List<Integer> other) {
    PurchaseDays left = purchases("a", one);
    PurchaseDays right = purchases("b", other);
    RetentionCohorts merged =
        RetentionCohorts.of(left, THROUGH).merge(RetentionCohorts.of(right, THROUGH));

    assertThat(merged).isEqualTo(RetentionCohorts.of(left.merge(right), THROUGH));
    assertThat(merged)
        .isEqualTo(RetentionCohorts.of(right, THROUGH).merge(RetentionCohorts.of(left, THROUGH)));
  }
}
