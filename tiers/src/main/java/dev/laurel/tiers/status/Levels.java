package dev.laurel.tiers.status;

import dev.laurel.tiers.ladder.Counting;
import dev.laurel.tiers.ladder.Measures;
import dev.laurel.tiers.ladder.Metric;
import dev.laurel.tiers.ladder.Qualification;
import dev.laurel.tiers.ladder.Rollover;
import dev.laurel.tiers.ladder.Rung;
import dev.laurel.tiers.ladder.TierLadder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which levels figures are enough for, for a member who has one level and once had another.
 *
 * @param ladder the version in force
 * @param present the level the member has
 * @param highest the highest level the member ever had
 * @param hasClimbed whether the present level was reached in this period
 */
record Levels(TierLadder ladder, int present, int highest, boolean hasClimbed) {
  /** What it takes this member to reach a level. */
  Qualification entry(int level) {
    Rung rung = ladder.rung(level);
    return level <= highest ? rung.reenter() : rung.enter();
  }

  /** The highest level above the present one that is reached, or the present one. */
  int reached(Measures figures) {
    for (int each = ladder.rungs().size(); each > present; each--) {
      if (entry(each).isMet(figures)) {
        return each;
      }
    }
    return present;
  }

  /** The level above the present one if it is reached, or the present one. */
  int reachedNext(Measures figures) {
    int next = present + 1;
    return next <= ladder.rungs().size() && entry(next).isMet(figures) ? next : present;
  }

  /** The highest level, at most the present one, whose terms of staying are met. */
  int stayed(Measures figures) {
    for (int each = present; each > 0; each--) {
      if (ladder.rung(each).stay().isMet(figures)) {
        return each;
      }
    }
    return 0;
  }

  /** The level that figures alone give a member of the present one. */
  int qualified(Measures figures) {
    int reached = reached(figures);
    return reached > present ? reached : stayed(figures);
  }

  /** What is carried out of a period that ends with these figures. */
  Map<Metric, Long> rolledOver(Measures past, Figures figures) {
    Map<Metric, Long> rolled = new HashMap<>();
    int qualified = qualified(past);
    for (Rollover rollover : ladder.rollovers()) {
      Metric metric = rollover.metric();
      long total = past.of(metric, Optional.empty());
      long carried = rollover.use() == Rollover.Use.CARRIED_FIRST
          ? Math.max(0, figures.carriedIn(metric) - figures.usedUp(metric))
          : figures.carriedIn(metric);
      long in = Math.min(total, carried);
      boolean isFor = rollover.onlyFrom().map(t -> qualified >= ladder.level(t)).orElse(true);
      long out = isFor ? rollover.carried(total - in, in, paid(qualified, metric)) : 0;
      if (out > 0) {
        rolled.put(metric, out);
      }
    }
    return rolled;
  }

  /** How much of a figure a level has still to be paid with at the end of a period. */
  private long paid(int level, Metric metric) {
    if (level == 0 || (hasClimbed && ladder.counting() == Counting.DEDUCT_THRESHOLD)) {
      return 0;
    }
    Rung rung = ladder.rung(level);
    return threshold(level > present || hasClimbed ? rung.enter() : rung.stay(), metric);
  }

  /** The highest threshold of a metric in a qualification, in the ladder's own period. */
  static long threshold(Qualification met, Metric metric) {
    return met.thresholds().stream()
        .filter(reach -> reach.period().isEmpty() && reach.metric().equals(metric))
        .mapToLong(Qualification.Reach::threshold)
        .max()
        .orElse(0);
  }
}
