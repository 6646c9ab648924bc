package dev.laurel.core.books;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.valuation.DeferredPool;
import dev.laurel.core.valuation.Journal;
import dev.laurel.core.valuation.RollForward;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;

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

  /** How the contract liability in a currency went; a table of nothing where there is none. */
  public RollForward moneyIn(String currency) {
    ExactMoney nothing = ExactMoney.zero(currency);
    RollForward table = money.get(currency);
    return table == null ? RollForward.ofMoney(nothing, Map.of(), nothing) : table;
  }

  /** What a cohort has at the end, if anything has happened to it by then. */
  public Optional<DeferredPool> pool(Cohort cohort) {
    return Optional.ofNullable(pools.get(requireNonNull(cohort, "cohort")));
  }
}
