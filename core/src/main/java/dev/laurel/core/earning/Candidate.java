package dev.laurel.core.earning;

import dev.laurel.core.earning.EarningPlan.PlannedRule;
import dev.laurel.core.exact.Ratio;
import org.jspecify.annotations.Nullable;

/**
 * A rule on its way through one evaluation: either it has a reason not to award, or the figures
 * with which it is ready to.
 */
final class Candidate {
  final PlannedRule planned;
  final EarningRule rule;

  /** Why it does not award, as far as known; null while it may. */
  @Nullable
  SkipReason reason;

  /** Why it did nothing the first time it was tried. */
  private @Nullable SkipReason idleReason;

  /**
   * What a base or bonus rule adds before rounding and remainder, or the factor of a multiplier.
   */
  Ratio exact = Ratio.ZERO;

  /** The figures behind it; null as long as there are none. */
  @Nullable
  Working working;

  /** The lines it looks at, shipping last; null for all of them, or where there are none. */
  boolean @Nullable [] lines;

  /** What it kept from earlier events, for a rule that carries its remainder. */
  Ratio carried = Ratio.ZERO;

  /** The points of the other side of a referral, and who that is. */
  long otherSide;

  /** Whether any step came of it. */
  boolean hasAwarded;

  Candidate(PlannedRule planned) {
    this.planned = planned;
    this.rule = planned.rule();
  }

  boolean isReady() {
    return reason == null;
  }

  boolean looksAt(int line) {
    return lines == null || lines[line];
  }

  /** Why it did nothing where it was tried, if it does nothing elsewhere either. */
  void idle(SkipReason why) {
    if (idleReason == null) {
      idleReason = why;
    }
  }

  /** The reason of a rule that awarded nothing; the other if it was never tried. */
  void skipIfIdle(SkipReason otherwise) {
    if (!hasAwarded) {
      skip(idleReason == null ? otherwise : idleReason);
    }
  }

  /** The first reason stands. */
  void skip(SkipReason why) {
    if (reason == null) {
      reason = why;
    }
  }
}
