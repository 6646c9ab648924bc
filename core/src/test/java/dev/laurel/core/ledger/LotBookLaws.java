package dev.laurel.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.testkit.LedgerHistories;
import dev.laurel.core.testkit.LedgerPolicies;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** A book of lots answers as a plain list that is sorted for each question, in either form. */
class LotBookLaws {
  private static final Instant START = LedgerHistories.START;
  private static final int ALWAYS_TREES = 0;
  private static final int BOTH_FORMS = 4;
  private static final int ALWAYS_FLAT = Integer.MAX_VALUE;

  @Property
  void isWhatAListOfLotsIs(
      @ForAll BurnOrder order,
      @ForAll("forms") int few,
      @ForAll("steps") List<Lot> steps,
      @ForAll("dates") Instant when) {
    equalsTheModel(order, few, steps, when, book -> book);
  }

  @Property
  void bothFormsAreEqual(@ForAll BurnOrder order, @ForAll("steps") List<Lot> steps) {
    LotBook flat = LotBook.empty(order, ALWAYS_FLAT);
    LotBook trees = LotBook.empty(order, ALWAYS_TREES);
    LotBook either = LotBook.empty(order, BOTH_FORMS);
    for (Lot lot : steps) {
      flat = flat.with(lot);
      trees = trees.with(lot);
      either = either.with(lot);
      assertThat(flat).isEqualTo(trees).isEqualTo(either);
      assertThat(flat).hasSameHashCodeAs(trees).hasSameHashCodeAs(either);
      Statistics.label("form").collect(either.getClass().getSimpleName());
    }
    Statistics.label("form")
        .coverage(forms -> forms.check("FewLots").percentage(share -> share > 20));
    Statistics.label("form")
        .coverage(forms -> forms.check("ManyLots").percentage(share -> share > 20));
  }

  @Property(tries = 400)
  void theLedgerDoesTheSameWithEither(
      @ForAll("policies") LedgerPolicy policy, @ForAll("histories") List<LedgerCommand> history) {
    Ledger ledger = Ledger.of(policy);
    PointsAccount usual = PointsAccount.open(LedgerHistories.MEMBER, LedgerHistories.STARS);
    PointsAccount trees = account(ALWAYS_TREES);
    PointsAccount either = account(2);
    for (LedgerCommand command : history) {
      Decision decision = ledger.decide(usual, command);
      assertThat(ledger.decide(trees, command)).isEqualTo(decision);
      assertThat(ledger.decide(either, command)).isEqualTo(decision);
      if (decision.isAccepted()) {
        usual = decision.account();
        trees = ledger.decide(trees, command).account();
        either = ledger.decide(either, command).account();
      }
      assertThat(seen(trees)).isEqualTo(seen(usual));
      assertThat(seen(either)).isEqualTo(seen(usual));
    }
  }

  private static PointsAccount account(int few) {
    return PointsAccount.open(
        LedgerHistories.MEMBER,
        LedgerHistories.STARS,
        LotBook.empty(BurnOrder.SOONEST_EXPIRY, few));
  }

  /** What shows of an account now and later. */
  private static List<Object> seen(PointsAccount account) {
    Instant later = account.clock().plus(Duration.ofDays(100));
    return List.of(
        account.snapshot(),
        account.lots(account.clock()),
        account.pendingLots(account.clock()),
        account.totals(later),
        account.lots(later),
        account.expiring(later));
  }

  @Property(tries = 1)
  void aBookThatLosesALotAsItGrowsIsCaught() {
    List<Lot> steps = new ArrayList<>();
    for (int i = 0; i <= BOTH_FORMS; i++) {
      steps.add(lot("l-" + i, 0, 2, 0, Activation.immediate(), false, LotExpiry.never()));
    }
    UnaryOperator<LotBook> losing = book -> book instanceof ManyLots ? without("l-0", book) : book;
    assertIsCaught(steps, losing);
  }

  @Property(tries = 1)
  void aBookThatKeepsALotPendingIsCaught() {
    Activation tomorrow = Activation.at(day(1));
    List<Lot> steps = List.of(
        lot("l-0", 0, 2, 0, tomorrow, true, LotExpiry.never()),
        lot("l-0", 0, 2, 0, tomorrow, false, LotExpiry.never()));
    UnaryOperator<LotBook> waiting = book -> LotBook.empty(book.order).with(steps.get(0));
    assertIsCaught(steps, waiting);
  }

  private static void assertIsCaught(List<Lot> steps, UnaryOperator<LotBook> twin) {
    assertThatThrownBy(
            () -> equalsTheModel(BurnOrder.OLDEST_FIRST, BOTH_FORMS, steps, day(2), twin))
        .isInstanceOf(AssertionError.class);
  }

  private static LotBook without(String name, LotBook book) {
    return book.with(lot(name, 0, 0, 0, Activation.immediate(), false, LotExpiry.never()));
  }

  private static void equalsTheModel(
      BurnOrder order, int few, List<Lot> steps, Instant when, UnaryOperator<LotBook> twin) {
    LotBook book = LotBook.empty(order, few);
    TreeMap<LotId, Lot> model = new TreeMap<>();
    for (Lot lot : steps) {
      book = twin.apply(book.with(lot));
      model.put(lot.id(), lot);
      model.values().removeIf(Lot::isClosed);
      answersAs(model, book, when);
      assertThat(book.get(lot.id())).isEqualTo(model.get(lot.id()));
    }
    for (BurnOrder other : BurnOrder.values()) {
      assertThat(book.ordered(other).order).isEqualTo(other);
      answersAs(model, book.ordered(other), when);
    }
    assertThat(book.cleared()).isEqualTo(LotBook.empty(order));
  }

  private static void answersAs(SortedMap<LotId, Lot> model, LotBook book, Instant when) {
    Collection<Lot> lots = model.values();
    Predicate<Lot> living = lot -> isUsable(lot) && lot.expiry() instanceof LotExpiry.WithActivity;
    assertThat(book.lots()).containsExactlyElementsOf(lots);
    for (Optional<Instant> end : List.of(Optional.of(when), Optional.<Instant>empty())) {
      Comparator<Lot> burned = burnOrder(book.order, end.orElse(Instant.MAX));
      assertThat(book.inBurnOrder(end))
          .toIterable()
          .containsExactlyElementsOf(sorted(lots, LotBookLaws::isUsable, burned));
      assertThat(ImmutableList.sortedCopyOf(book.comparator(end), lots))
          .isEqualTo(ImmutableList.sortedCopyOf(burned, lots));
    }
    assertThat(book.livingByActivity())
        .toIterable()
        .containsExactlyElementsOf(sorted(lots, living, burnOrder(book.order, Instant.MAX)));
    Predicate<Lot> expired = lot -> isBy(expiry(lot), when);
    Comparator<Lot> byDate = Comparator.comparing(lot -> ((LotExpiry.At) lot.expiry()).instant());
    assertThat(book.expiringBy(when)).isEqualTo(sorted(lots, expired, byDate));
    Predicate<Lot> activated = lot -> isBy(activation(lot), when);
    assertThat(book.activatingBy(when))
        .isEqualTo(sorted(lots, activated, Comparator.comparing(Lot::id)));
    assertThat(Optional.ofNullable(book.nextExpiry()))
        .isEqualTo(lots.stream()
            .map(LotBookLaws::expiry)
            .filter(Objects::nonNull)
            .sorted()
            .findFirst());
    assertThat(Optional.ofNullable(book.nextActivation()))
        .isEqualTo(lots.stream()
            .map(LotBookLaws::activation)
            .filter(Objects::nonNull)
            .sorted()
            .findFirst());
  }

  private static List<Lot> sorted(
      Collection<Lot> lots, Predicate<Lot> which, Comparator<Lot> order) {
    return lots.stream().filter(which).sorted(order).toList();
  }

  private static boolean isUsable(Lot lot) {
    return !lot.pending() && lot.remaining().units() > 0;
  }

  private static boolean isBy(@Nullable Instant date, Instant when) {
    return date != null && date.compareTo(when) <= 0;
  }

  private static @Nullable Instant expiry(Lot lot) {
    boolean isLeft = lot.remaining().units() > 0;
    return isLeft && lot.expiry() instanceof LotExpiry.At at ? at.instant() : null;
  }

  private static @Nullable Instant activation(Lot lot) {
    return lot.pending() && lot.activation() instanceof Activation.At at ? at.instant() : null;
  }

  private static Comparator<Lot> burnOrder(BurnOrder order, Instant inactiveFrom) {
    Comparator<Lot> soonest = Comparator.comparing(lot -> lot.expiry() instanceof LotExpiry.At at
        ? at.instant()
        : lot.expiry() instanceof LotExpiry.Never ? Instant.MAX : inactiveFrom);
    Comparator<Lot> oldest = Comparator.comparing(Lot::earnedAt);
    Comparator<Lot> bySoonest = soonest.thenComparing(oldest).thenComparing(Lot::id);
    return switch (order) {
      case SOONEST_EXPIRY -> bySoonest;
      case OLDEST_FIRST -> oldest.thenComparing(bySoonest);
      case NEWEST_FIRST -> oldest.reversed().thenComparing(bySoonest);
    };
  }

  private static Lot lot(
      String name,
      int earned,
      int remaining,
      int held,
      Activation activation,
      boolean pending,
      LotExpiry expiry) {
    return new Lot(
        LotId.of(name),
        new LotOrigin.Earned(ActivityId.of("a-1"), RuleId.of("base")),
        day(earned),
        LedgerHistories.STARS.points(9),
        LedgerHistories.STARS.points(remaining),
        LedgerHistories.STARS.points(held),
        activation,
        pending,
        expiry);
  }

  private static Instant day(int day) {
    return START.plus(Duration.ofDays(day));
  }

  @Provide
  Arbitrary<Integer> forms() {
    return Arbitraries.of(ALWAYS_TREES, BOTH_FORMS, ALWAYS_FLAT);
  }

  @Provide
  Arbitrary<Instant> dates() {
    return Arbitraries.integers().between(0, 4).map(LotBookLaws::day);
  }

  /** Lots as they are one after another; of few names, so that they change, close and reopen. */
  @Provide
  Arbitrary<List<Lot>> steps() {
    Arbitrary<String> names =
        Arbitraries.integers().between(0, 2 * BOTH_FORMS).map(name -> "l-" + name);
    Arbitrary<Integer> days = Arbitraries.integers().between(0, 3);
    Arbitrary<Integer> points = Arbitraries.integers().between(0, 2);
    Arbitrary<Activation> activations = Arbitraries.oneOf(
        Arbitraries.of(Activation.immediate(), Activation.onEvent("delivered")),
        dates().map(Activation::at));
    Arbitrary<LotExpiry> expiries = Arbitraries.oneOf(
        Arbitraries.of(LotExpiry.never(), LotExpiry.withActivity()),
        dates().map(date -> LotExpiry.at(date, LedgerHistories.CALENDAR.dateOf(date), "date")));
    return Combinators.combine(
            names,
            days,
            points,
            Arbitraries.of(0, 0, 0, 1),
            activations,
            Arbitraries.of(true, false),
            expiries)
        .as(LotBookLaws::lot)
        .list()
        .ofMaxSize(40);
  }

  @Provide
  Arbitrary<LedgerPolicy> policies() {
    return LedgerPolicies.any();
  }

  @Provide
  Arbitrary<List<LedgerCommand>> histories() {
    return LedgerHistories.histories(40);
  }
}
