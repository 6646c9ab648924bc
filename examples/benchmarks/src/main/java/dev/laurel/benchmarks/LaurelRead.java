package dev.laurel.benchmarks;

import dev.laurel.core.earning.Accrual;
import dev.laurel.core.earning.AccrualStep;
import dev.laurel.core.earning.CodedActivity;
import dev.laurel.core.earning.CompiledRules;

/**
 * The thirteen rules in Laurel, compiled at run time, where somebody reads every step and every
 * reason of every purchase at once.
 */
final class LaurelRead implements Contender {
  private final CompiledRules rules = LaurelCompiled.rules();
  private final CodedActivity[] activities;
  private final int told = LaurelRules.book().rules().size();

  LaurelRead(Transaction[] transactions) {
    activities = LaurelCompiled.coded(rules, transactions);
  }

  @Override
  public long sum(int from, int until) {
    long sum = 0;
    for (int i = from; i < until; i++) {
      Accrual accrual = rules.explain(activities[i]).orElseThrow().accrual();
      for (AccrualStep step : accrual.steps()) {
        sum += step.granted();
      }
      // With one base rule, each rule has one step or one reason.
      if (accrual.steps().size() + accrual.skipped().size() != told) {
        throw new IllegalStateException("every rule must have been told of: " + accrual);
      }
    }
    return sum;
  }
}
