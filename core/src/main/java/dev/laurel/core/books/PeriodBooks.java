package dev.laurel.core.books;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.valuation.DeferredPool;
import dev.laurel.core.valuation.Journal;
import dev.laurel.core.valuation.RollForward;
import java.time.YearMonth;

/**
 * The books of some months on end.
 *
 * @param first the first month
 * @param last the last month
 * @param journal the entries, one of each kind for each cohort and month
 * @param points how the points went from the start to the end
 * @param money how the contract liability went, by currency
 * @param pools what each cohort has at the end
 */
public record PeriodBooks(
    YearMonth first,
    YearMonth last,
    Journal journal,
    RollForward points,
    ImmutableSortedMap<String, RollForward> money,
    ImmutableSortedMap<Cohort, DeferredPool> pools) {
  /** Books of these parts. */
  public PeriodBooks {
    requireNonNull(first, "first");
    requireNonNull(last, "last");
    requireNonNull(journal, "journal");
    requireNonNull(points, "points");
    requireNonNull(money, "money");
    requireNonNull(pools, "pools");
  }
}
