package dev.laurel.core.earning;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.RuleId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Steps summed up to one grant for each rule and member. */
final class Grants {
  private Grants() {}

  private record Key(RuleId rule, MemberId member) {}

  static ImmutableList<Grant> of(RuleBook book, List<AccrualStep> steps) {
    long[] units = netted(steps);
    Map<Key, Long> sums = new LinkedHashMap<>();
    for (int i = 0; i < units.length; i++) {
      if (units[i] > 0) {
        Key key = new Key(steps.get(i).rule(), steps.get(i).member());
        sums.merge(key, units[i], Accrual::sum);
      }
    }
    List<Grant> grants = new ArrayList<>();
    sums.forEach((key, sum) -> {
      EarningRule rule = book.rule(key.rule()).orElseThrow();
      grants.add(new Grant(
          key.rule(), key.member(), rule.points().points(sum), rule.expiry(), rule.activation()));
    });
    return ImmutableList.copyOf(grants);
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
