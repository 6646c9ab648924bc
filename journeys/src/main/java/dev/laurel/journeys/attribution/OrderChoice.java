package dev.laurel.journeys.attribution;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.Comparator;
import java.util.List;

/**
 * How well chains of each order told conversions of journeys they had not seen, and the order that
 * follows from it: the smallest that is as good as the best within one standard error.
 *
 * <p>Orders 1, 2 and 3 with 0.61, 0.68 and 0.69, the last with an error of 0.02, choose order 2:
 * what order 3 adds may be chance, and it has many more places.
 *
 * @param plan how the orders were tried
 * @param tried each order from 1 on; fewer than planned where the next would have more than 2,000
 *     places
 */
public record OrderChoice(OrderSelection plan, List<Tried> tried) {
  /**
   * A choice of these parts.
   *
   * @throws InvalidValueException RANGE if the orders are not those from 1 on
   */
  public OrderChoice {
    tried = ImmutableList.copyOf(tried);
    for (int i = 0; i < Math.max(1, tried.size()); i++) {
      InvalidValueException.check(
          i < tried.size() && i < plan.most() && tried.get(i).order() == i + 1,
          FailureCode.RANGE,
          "tried[" + i + "]",
          "orders must be tried from 1 to at most %s: %s",
          plan.most(),
          tried.size());
    }
  }

  /**
   * One order.
   *
   * @param order how many touchpoints a place remembers
   * @param places how many different places there are
   * @param auc the probability that of two unseen journeys, one of which converted, the chain ranks
   *     the converted one above the other, ties counted half; 0.5 is chance
   * @param standardError how far this mean of the parts may be off
   * @param unseen the share of journeys whose place no journey of the other parts had ended at
   */
  public record Tried(int order, int places, double auc, double standardError, double unseen) {}

  /** The order that told most; of equal ones the smallest. */
  public Tried best() {
    return tried.stream()
        .min(Comparator.comparingDouble(Tried::auc).reversed().thenComparing(Tried::order))
        .orElseThrow();
  }

  /** What an order has to reach: the best less its standard error. */
  public double threshold() {
    return best().auc() - best().standardError();
  }

  /** The smallest order that reaches the threshold. */
  public Tried chosen() {
    return tried.stream().filter(one -> one.auc() >= threshold()).findFirst().orElseThrow();
  }

  /** Whether even the best order told conversions hardly better than chance. */
  public boolean isNearChance() {
    return threshold() <= 0.5;
  }
}
