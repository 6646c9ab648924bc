package dev.laurel.benchmarks;

import dev.laurel.core.earning.CodedAccrual;
import dev.laurel.core.earning.CodedActivity;
import dev.laurel.core.earning.CompiledRules;

/**
 * The thirteen rules in Laurel, compiled at run time, with a record for each purchase from which
 * every step and every reason can be read. All records are kept, so that none is left out.
 */
final class LaurelExplained implements Contender {
  private final CompiledRules rules = LaurelCompiled.rules();
  private final CodedActivity[] activities;
  private final CodedAccrual[] records;

  LaurelExplained(Transaction[] transactions) {
    activities = LaurelCompiled.coded(rules, transactions);
    records = new CodedAccrual[activities.length];
  }

  @Override
  public long sum(int from, int until) {
    long sum = 0;
    for (int i = from; i < until; i++) {
      CodedAccrual accrual = rules.explain(activities[i]).orElseThrow();
      records[i] = accrual;
      sum += accrual.units();
    }
    return sum;
  }

  /** The record of a purchase whose points were asked for. */
  CodedAccrual record(int purchase) {
    return records[purchase];
  }
}
