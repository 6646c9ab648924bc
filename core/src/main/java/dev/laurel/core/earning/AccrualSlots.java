package dev.laurel.core.earning;

import dev.laurel.core.earning.EarningPlan.TypePlan;
import java.util.Arrays;
import java.util.List;

/**
 * Which word of a coded accrual is whose.
 *
 * <p>A base has a word, and behind it one for each rule that multiplies it, in their order: a base
 * of 19 units, doubled, is the words 19 and 38. A bonus has a word, and so has a multiplier without
 * a base.
 */
final class AccrualSlots {
  private static final int NONE = -1;
  private static final int[] NOBODY = {};

  private final int[] first;
  private final int[][] multipliers;
  private int size;

  private AccrualSlots(int rules) {
    this.first = new int[rules];
    Arrays.fill(first, NONE);
    this.multipliers = new int[rules][];
    Arrays.fill(multipliers, NOBODY);
  }

  static AccrualSlots of(EarningPlan plan) {
    AccrualSlots slots = new AccrualSlots(plan.rules().size());
    for (TypePlan type : plan.types()) {
      for (PlannedRule base : type.bases()) {
        slots.addChain(base, multipliersOf(base, type));
      }
      type.multipliers().forEach(slots::addUnlessThere);
      type.bonuses().forEach(slots::addUnlessThere);
    }
    return slots;
  }

  /** The rules that multiply a base, in order. */
  static List<PlannedRule> multipliersOf(PlannedRule base, TypePlan type) {
    return type.multipliers().stream()
        .filter(multiplier -> multiplier.multiplies(base))
        .toList();
  }

  private void addChain(PlannedRule base, List<PlannedRule> multiplying) {
    addUnlessThere(base);
    multipliers[base.index()] =
        multiplying.stream().mapToInt(PlannedRule::index).toArray();
    for (PlannedRule multiplier : multiplying) {
      if (first[multiplier.index()] == NONE) {
        first[multiplier.index()] = size;
      }
      size++;
    }
  }

  private void addUnlessThere(PlannedRule rule) {
    if (first[rule.index()] == NONE) {
      first[rule.index()] = size;
      size++;
    }
  }

  /** How many words there are. */
  int size() {
    return size;
  }

  /** The first word of a rule, from which its reason can be told. */
  int of(PlannedRule rule) {
    return first[rule.index()];
  }

  /** The word of a multiplier on a base. */
  int of(PlannedRule base, PlannedRule multiplier) {
    // Rules are numbered in their order, so that those of a base are sorted.
    return first[base.index()]
        + 1
        + Arrays.binarySearch(multipliers[base.index()], multiplier.index());
  }
}
