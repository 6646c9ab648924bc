package dev.laurel.core.earning;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.earning.EarningPlan.PlannedCap;
import dev.laurel.core.money.ExactMoney;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A rule with its number, the caps that it must pass in the order in which they apply, and what the
 * evaluation of each activity would otherwise ask of it anew.
 */
final class PlannedRule {
  private final int index;
  private final EarningRule rule;
  private final ImmutableList<PlannedCap> caps;
  private final @Nullable Condition asked;
  private final boolean isMissFragile;
  private final SkipReason.@Nullable NotActive notActive;
  private final @Nullable ExactMoney money;
  private final @Nullable AwardLimit limit;
  private final RoundingMode rounding;
  private final boolean isSelective;
  private final Candidate out;

  /** A rule whose condition is looked at by one who knows something of the activities. */
  PlannedRule(int index, EarningRule rule, ImmutableList<PlannedCap> caps, KindTest kind) {
    this.index = index;
    this.rule = rule;
    this.caps = caps;
    this.asked = kind.isAlwaysMet(rule.when()) && !kind.mayFail(rule.when()) ? null : rule.when();
    this.isMissFragile = kind.mayFailToTell(rule.when());
    this.notActive = rule.active().map(SkipReason.NotActive::new).orElse(null);
    this.money = Figures.moneyOf(rule.formula());
    this.limit = rule.limit().orElse(null);
    this.rounding = rule.roundingOrDown();
    this.isSelective = LineSelection.isSelective(rule);
    this.out = new Candidate(this, new SkipReason.NothingAdded());
  }

  int index() {
    return index;
  }

  EarningRule rule() {
    return rule;
  }

  ImmutableList<PlannedCap> caps() {
    return caps;
  }

  /** The condition; null if activities of the kind that the plan is for meet it anyway. */
  @Nullable
  Condition asked() {
    return asked;
  }

  /** Whether to tell what an unmet condition misses may fail where asking it did not. */
  boolean isMissFragile() {
    return isMissFragile;
  }

  /** The reason outside the time in which the rule is in force; null if it is always. */
  SkipReason.@Nullable NotActive notActive() {
    return notActive;
  }

  /** The money of which the formula speaks; null if it speaks of none. */
  @Nullable
  ExactMoney money() {
    return money;
  }

  /** How often the rule awards; null for each time. */
  @Nullable
  AwardLimit limit() {
    return limit;
  }

  RoundingMode rounding() {
    return rounding;
  }

  /** Whether the rule looks at less than all lines of any purchase. */
  boolean isSelective() {
    return isSelective;
  }

  /**
   * The candidate of all evaluations in which the rule is out and nobody asks why. What has a
   * reason is never written to again.
   */
  Candidate out() {
    return out;
  }

  /** Whether this multiplier multiplies that base rule. */
  boolean multiplies(PlannedRule base) {
    return rule.of().isEmpty() || rule.of().contains(base.rule.id());
  }
}
