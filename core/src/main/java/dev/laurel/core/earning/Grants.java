package dev.laurel.core.earning;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.RuleId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Steps summed up to one grant for each rule and member. */
final class Grants {
  private Grants() {}

  private record Key(RuleId rule, MemberId member) {}

  static ImmutableList<Grant> of(RuleBook book, List<AccrualStep> steps) {
    if (steps.isEmpty()) {
      return ImmutableList.of();
    }
    if (steps.size() == 1) {
      AccrualStep step = steps.get(0);
      return step.granted() > 0
          ? ImmutableList.of(grant(book, step.rule(), step.member(), step.granted()))
          : ImmutableList.of();
    }
    long[] units = netted(steps);
    Map<Key, Long> sums = new LinkedHashMap<>();
    for (int i = 0; i < units.length; i++) {
      if (units[i] > 0) {
        Key key = new Key(steps.get(i).rule(), steps.get(i).member());
        sums.merge(key, units[i], Accrual::sum);
      }
    }
    ImmutableList.Builder<Grant> grants = ImmutableList.builderWithExpectedSize(sums.size());
    sums.forEach((key, sum) -> grants.add(grant(book, key.rule(), key.member(), sum)));
    return grants.build();
  }

  private static Grant grant(RuleBook book, RuleId id, MemberId member, long units) {
    EarningRule rule = book.rule(id).orElseThrow();
    return new Grant(id, member, rule.points().points(units), rule.expiry(), rule.activation());
  }

  /** A step below zero takes from the steps before it on the same base, the latest first. */
  private static long[] netted(List<AccrualStep> steps) {
    long[] units = new long[steps.size()];
    for (int i = 0; i < units.length; i++) {
      units[i] = steps.get(i).granted();
      for (int j = i - 1; j >= 0 && units[i] < 0; j--) {
        long taken = Math.min(units[j], -units[i]);
        units[j] -= taken;
        units[i] += taken;
      }
    }
    return units;
  }
}
