package dev.laurel.metrics.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.identity.MemberId;
import dev.laurel.core.money.ExactMoney;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds however purchases come in. */
class PurchaseLaws {
  private static final LocalDate START = LocalDate.of(2025, 1, 1);
  private static final PurchaseConvention CONVENTION =
      PurchaseConvention.published(START.plusDays(60));

  private record Bought(int customer, int day, int minor) {}

  @Provide
  Arbitrary<List<Bought>> purchases() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 5),
            Arbitraries.integers().between(0, 90),
            Arbitraries.integers().between(0, 10_000))
        .as(Bought::new)
        .list()
        .ofMaxSize(40);
  }

  private static PurchaseDays days(List<Bought> purchases) {
    PurchaseDays days = PurchaseDays.in("EUR");
    for (Bought bought : purchases) {
      days.add(
          MemberId.of("m-" + bought.customer()),
          START.plusDays(bought.day()),
          ExactMoney.ofMinor("EUR", bought.minor()));
    }
    return days;
  }

  @Property
  void orderDoesNotMatter(@ForAll("purchases") List<Bought> purchases, @ForAll Random random) {
    List<Bought> shuffled = new ArrayList<>(purchases);
    Collections.shuffle(shuffled, random);

    assertThat(days(shuffled).histories(CONVENTION))
        .isEqualTo(days(purchases).histories(CONVENTION));
  }

  @Property
  void mergingIsAddingTogether(
      @ForAll("purchases") List<Bought> left, @ForAll("purchases") List<Bought> right) {
    List<Bought> all = new ArrayList<>(left);
    all.addAll(right);
    PurchaseHistories together = days(all).histories(CONVENTION);

    assertThat(days(left).merge(days(right)).histories(CONVENTION)).isEqualTo(together);
    assertThat(days(right).merge(days(left)).histories(CONVENTION)).isEqualTo(together);
  }

  @Property
  void everybodyIsEitherLookedAtOrLater(@ForAll("purchases") List<Bought> purchases) {
    PurchaseDays days = days(purchases);
    PurchaseHistories histories = days.histories(CONVENTION);

    assertThat(histories.customers().size() + histories.later()).isEqualTo(days.customers());
    assertThat(histories.table().customers()).isEqualTo(histories.customers().size());
  }

  @Property
  void tablesMergeAndNothingIsTheIdentity(
      @ForAll("purchases") List<Bought> one,
      @ForAll("purchases") List<Bought> two,
      @ForAll("purchases") List<Bought> three) {
    HistoryTable a = days(one).histories(CONVENTION).table();
    HistoryTable b = days(two).histories(CONVENTION).table();
    HistoryTable c = days(three).histories(CONVENTION).table();

    assertThat(a.merge(b).merge(c)).isEqualTo(a.merge(b.merge(c)));
    assertThat(a.merge(b)).isEqualTo(b.merge(a)).hasSameHashCodeAs(b.merge(a));
    assertThat(a.merge(HistoryTable.none())).isEqualTo(a);
  }

  @Property
  void aTableHoldsEachHistoryAsOftenAsItOccurs(@ForAll("purchases") List<Bought> purchases) {
    PurchaseHistories histories = days(purchases).histories(CONVENTION);
    HistoryTable table = histories.table();

    for (int row = 0; row < table.rows(); row++) {
      PurchaseHistory history =
          PurchaseHistory.of(table.frequency(row), table.recency(row), table.age(row));
      assertThat(histories.customers().stream()
              .filter(customer -> customer.history().equals(history)))
          .hasSize((int) table.count(row));
    }
  }
}
