package dev.laurel.benchmarks;

import dev.laurel.core.activity.Activity;
import dev.laurel.core.earning.Earning;
import dev.laurel.core.earning.EarningContext;
import dev.laurel.core.earning.RuleBook;

/**
 * The thirteen rules in Laurel, with every step made at once, and reasons left to who reads them.
 */
final class LaurelEvaluated implements Contender {
  private final RuleBook book = LaurelRules.book();
  private final Activity[] activities;
  private final EarningContext[] contexts;

  LaurelEvaluated(Transaction[] transactions) {
    activities = LaurelRules.activities(transactions);
    contexts = LaurelRules.contexts(transactions);
  }

  @Override
  public long sum(int from, int until) {
    long sum = 0;
    for (int i = from; i < until; i++) {
      sum += Earning.evaluate(book, activities[i], contexts[i])
          .orThrow()
          .total(LaurelRules.STARS)
          .units();
    }
    return sum;
  }
}
