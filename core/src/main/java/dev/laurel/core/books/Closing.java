package dev.laurel.core.books;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.Points;
import dev.laurel.core.valuation.Allocation;
import dev.laurel.core.valuation.DeferredPool;
import dev.laurel.core.valuation.DeferredRevenue;
import dev.laurel.core.valuation.Journal;
import dev.laurel.core.valuation.JournalEntry;
import dev.laurel.core.valuation.JournalEntry.Event;
import dev.laurel.core.valuation.Recognition;
import dev.laurel.core.valuation.RollForward;
import dev.laurel.core.valuation.RollForward.Movement;
import dev.laurel.core.valuation.StandalonePrice;
import dev.laurel.core.valuation.UnexercisedRights;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Closes one month after the other: for each cohort what came in, what went back, the estimate,
 * what was redeemed, what is gone.
 */
final class Closing {
  private final BooksPolicy policy;
  private final MonthTable table;
  private final TreeMap<Cohort, DeferredPool> pools = new TreeMap<>();
  private long points;

  Closing(BooksPolicy policy, MonthTable table) {
    this.policy = policy;
    this.table = table;
  }

  PeriodBooks close(YearMonth first, YearMonth last) {
    YearMonth month = table.first().filter(first::isAfter).orElse(first);
    while (month.isBefore(first)) {
      closeMonth(month);
      month = month.plusMonths(1);
    }
    PeriodBooks books = closeMonth(month);
    while (month.isBefore(last)) {
      month = month.plusMonths(1);
      books = then(books, closeMonth(month));
    }
    return books;
  }

  private static PeriodBooks then(PeriodBooks books, PeriodBooks next) {
    TreeMap<String, RollForward> money = new TreeMap<>(books.money());
    next.money().forEach((currency, table) -> money.merge(currency, table, RollForward::then));
    return new PeriodBooks(
        books.first(),
        next.last(),
        books.journal().merge(next.journal()),
        books.points().then(next.points()),
        ImmutableSortedMap.copyOfSorted(money),
        next.pools());
  }

  private PeriodBooks closeMonth(YearMonth month) {
    List<JournalEntry> entries = new ArrayList<>();
    TreeMap<String, RollForward> money = new TreeMap<>();
    Map<Movement, Long> moved = new EnumMap<>(Movement.class);
    table.in(month).forEach((cohort, sums) -> {
      RollForward one = closeCohort(cohort, month, sums, entries);
      money.merge(cohort.currency(), one, RollForward::plus);
      sums.points().forEach((movement, units) -> moved.merge(movement, units, Math::addExact));
    });
    long opening = points;
    for (long units : moved.values()) {
      points = Math.addExact(points, units);
    }
    return new PeriodBooks(
        month,
        month,
        Journal.of(entries),
        RollForward.ofPoints(policy.type(), opening, moved, points),
        ImmutableSortedMap.copyOfSorted(money),
        ImmutableSortedMap.copyOfSorted(pools));
  }

  private RollForward closeCohort(
      Cohort cohort, YearMonth month, MonthSums sums, List<JournalEntry> entries) {
    DeferredPool before = pools.computeIfAbsent(
        cohort,
        key ->
            DeferredPool.open(policy.type(), key.currency(), policy.rights(), policy.rounding()));
    LocalDate date = month.atEndOfMonth();
    String subject = cohort.toString();
    entries.addAll(sold(date, subject, sums));

    Recognition issued = issue(before, cohort, sums);
    // Restored points may be taken back or redeemed in the same month, and so come first.
    Recognition restored = issued.pool().restore(points(Math.max(0, -redeemed(sums))));
    Recognition back = restored.pool().cancel(points(-sums.of(Movement.CLAWED_BACK)));
    Recognition changed = reestimate(back.pool(), cohort, month, sums);
    Recognition redeemed = changed.pool().redeem(points(Math.max(0, redeemed(sums))));
    Recognition gone = redeemed.pool().expire(points(gone(sums)));
    pools.put(cohort, gone.pool());

    Recognition estimates = issued.then(changed);
    entries.add(DeferredRevenue.saleReturned(date, subject, zero(cohort), back));
    entries.add(DeferredRevenue.recognition(date, Event.ESTIMATE_CHANGE, subject, estimates));
    entries.add(
        DeferredRevenue.recognition(date, Event.REDEMPTION, subject, restored.then(redeemed)));
    entries.add(DeferredRevenue.recognition(date, Event.EXPIRY, subject, gone));
    return money(
        before,
        sums,
        issued.then(restored).then(back).then(changed).then(redeemed).then(gone));
  }

  /** What buyers paid and what was given without a sale, at the allocation of each. */
  private static List<JournalEntry> sold(LocalDate date, String subject, MonthSums sums) {
    List<JournalEntry> entries = new ArrayList<>();
    ExactMoney price = sums.goods().plus(sums.deferred());
    if (price.isPositive()) {
      Allocation all = new Allocation(
          price,
          List.of(
              new Allocation.Part(StandalonePrice.goods(sums.goods()), sums.goods()),
              new Allocation.Part(
                  StandalonePrice.of(StandalonePrice.POINTS, sums.deferred()), sums.deferred())));
      entries.add(DeferredRevenue.sale(date, subject, all));
    }
    entries.add(DeferredRevenue.grant(date, subject, sums.granted()));
    return entries;
  }

  private Recognition issue(DeferredPool pool, Cohort cohort, MonthSums sums) {
    Points issued = points(Math.addExact(sums.of(Movement.ISSUED), sums.of(Movement.ADJUSTED_UP)));
    Points expected = part(issued, policy.expected(cohort.month(), cohort.month()));
    return pool.issue(sums.deferred().plus(sums.granted()), issued, expected);
  }

  /**
   * The estimate of the month, within what is redeemed by its end and what can still be; once
   * nothing can, what is left is no change of an estimate but breakage.
   */
  private Recognition reestimate(
      DeferredPool pool, Cohort cohort, YearMonth month, MonthSums sums) {
    long redeemed = Math.addExact(pool.redeemed().units(), Math.max(0, redeemed(sums)));
    long most = Math.subtractExact(
        Math.addExact(pool.outstanding().units(), pool.redeemed().units()), gone(sums));
    long estimate = part(pool.issued(), policy.expected(cohort.month(), month)).units();
    Points expected = points(Math.max(redeemed, Math.min(estimate, most)));
    // Of a single point a rate may leave less than one; no point at all is not an expectation.
    boolean isChanged = policy.rights() == UnexercisedRights.IN_PROPORTION
        && most > redeemed
        && !expected.isZero()
        && !expected.equals(pool.expected());
    return isChanged ? pool.reestimate(expected, month.atEndOfMonth()) : pool.redeem(points(0));
  }

  /** What was redeemed less what came back, since the same points may go both ways in a month. */
  private static long redeemed(MonthSums sums) {
    return -Math.addExact(sums.of(Movement.REDEEMED), sums.of(Movement.RESTORED));
  }

  private static long gone(MonthSums sums) {
    return -Math.addExact(
        Math.addExact(sums.of(Movement.EXPIRED), sums.of(Movement.FORFEITED)),
        sums.of(Movement.ADJUSTED_DOWN));
  }

  private static RollForward money(DeferredPool before, MonthSums sums, Recognition all) {
    EnumMap<Movement, ExactMoney> moved = new EnumMap<>(Movement.class);
    moved.put(Movement.ISSUED, sums.deferred().plus(sums.granted()));
    moved.put(Movement.REDEEMED, all.current().negated());
    moved.put(Movement.CATCH_UP, all.catchUp().negated());
    moved.put(Movement.EXPIRED, all.breakage().negated());
    moved.put(Movement.OWED_TO_OTHERS, all.owedToOthers().negated());
    moved.put(Movement.CLAWED_BACK, all.cancelled().negated());
    return RollForward.ofMoney(before.liability(), moved, all.pool().liability());
  }

  private Points part(Points whole, Ratio part) {
    return points(Ratio.scale(whole.units(), part, RoundingMode.HALF_EVEN));
  }

  private Points points(long units) {
    return policy.type().points(units);
  }

  private static ExactMoney zero(Cohort cohort) {
    return ExactMoney.zero(cohort.currency());
  }
}
