package dev.laurel.benchmarks;

import dev.laurel.core.activity.Activity;
import dev.laurel.core.earning.CompiledRules;
import dev.laurel.core.earning.EarningContext;

/** The compiled rules with each purchase encoded on the spot, where it is looked at only once. */
final class LaurelEncoded implements Contender {
  private final CompiledRules rules = LaurelCompiled.rules();
  private final Activity[] activities;
  private final EarningContext[] contexts;

  LaurelEncoded(Transaction[] transactions) {
    activities = LaurelRules.activities(transactions);
    contexts = LaurelRules.contexts(transactions);
  }

  @Override
  public long sum(int from, int until) {
    long sum = 0;
    for (int i = from; i < until; i++) {
      sum += rules.units(rules.encode(activities[i], contexts[i]).orElseThrow());
    }
    return sum;
  }
}
