package dev.laurel.benchmarks;

import dev.laurel.core.activity.Activity;
import dev.laurel.core.earning.CodedActivity;
import dev.laurel.core.earning.CompiledRules;
import dev.laurel.core.earning.EarningContext;

/** The thirteen rules in Laurel, compiled at run time, for totals alone. */
final class LaurelCompiled implements Contender {
  private final CompiledRules rules = rules();
  private final CodedActivity[] activities;

  LaurelCompiled(Transaction[] transactions) {
    activities = coded(rules, transactions);
  }

  /** Purchases in the form in which the rules read them, as for the hand-written program. */
  static CodedActivity[] coded(CompiledRules rules, Transaction[] transactions) {
    Activity[] purchases = LaurelRules.activities(transactions);
    EarningContext[] contexts = LaurelRules.contexts(transactions);
    CodedActivity[] coded = new CodedActivity[purchases.length];
    for (int i = 0; i < purchases.length; i++) {
      coded[i] = rules.encode(purchases[i], contexts[i]).orElseThrow();
    }
    return coded;
  }

  @Override
  public long sum(int from, int until) {
    long sum = 0;
    for (int i = from; i < until; i++) {
      sum += rules.units(activities[i]);
    }
    return sum;
  }

  static CompiledRules rules() {
    CompiledRules.Compilation compilation =
        CompiledRules.compile(LaurelRules.book(), LaurelRules.STARS);
    if (compilation instanceof CompiledRules.Compiled compiled) {
      return compiled.rules();
    }
    throw new IllegalStateException("the thirteen rules must compile: " + compilation);
  }
}
