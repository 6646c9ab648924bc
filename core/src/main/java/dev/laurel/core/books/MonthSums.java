package dev.laurel.core.books;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.valuation.RollForward.Movement;
import java.util.Map;
import java.util.TreeMap;

/**
 * What happened to one cohort in one month.
 *
 * @param points the movements of its points, below zero where they leave
 * @param goods the parts of sales that fell on goods
 * @param deferred the parts of sales that fell on points
 * @param granted what points given without a sale stand for
 */
record MonthSums(
    ImmutableSortedMap<Movement, Long> points,
    ExactMoney goods,
    ExactMoney deferred,
    ExactMoney granted) {
  static MonthSums none(String currency) {
    ExactMoney nothing = ExactMoney.zero(currency);
    return new MonthSums(ImmutableSortedMap.of(), nothing, nothing, nothing);
  }

  static MonthSums moving(String currency, Movement movement, long units) {
    ExactMoney nothing = ExactMoney.zero(currency);
    return new MonthSums(ImmutableSortedMap.of(movement, units), nothing, nothing, nothing);
  }

  MonthSums selling(ExactMoney moreGoods, ExactMoney moreDeferred) {
    return new MonthSums(points, goods.plus(moreGoods), deferred.plus(moreDeferred), granted);
  }

  MonthSums granting(ExactMoney more) {
    return new MonthSums(points, goods, deferred, granted.plus(more));
  }

  MonthSums plus(MonthSums other) {
    return new MonthSums(
        plus(points, other.points),
        goods.plus(other.goods),
        deferred.plus(other.deferred),
        granted.plus(other.granted));
  }

  /** The sums of both by movement. */
  static ImmutableSortedMap<Movement, Long> plus(
      Map<Movement, Long> one, Map<Movement, Long> other) {
    TreeMap<Movement, Long> sums = new TreeMap<>(one);
    other.forEach((movement, units) -> sums.merge(movement, units, Math::addExact));
    return ImmutableSortedMap.copyOfSorted(sums);
  }

  /** The points of one movement, below zero where they left. */
  long of(Movement movement) {
    return points.getOrDefault(movement, 0L);
  }
}
