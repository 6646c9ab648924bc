package dev.laurel.core.earning;

import static java.util.Objects.requireNonNull;

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
  final boolean @Nullable [] lines;

  /** How far its goal came by the event, if the event counts for one. */
  HistoryEntry.@Nullable Progressed progressed;

  /** What it kept from earlier events, for a rule that carries its remainder. */
  Ratio carried = Ratio.ZERO;

  /** The points of the other side of a referral. */
  long otherSide;

  /** Whether any step came of it. */
  boolean hasAwarded;

  /** A rule that is for the event, as far as it looks at these lines. */
  Candidate(PlannedRule planned, boolean @Nullable [] lines) {
    this.planned = planned;
    this.rule = planned.rule();
    this.lines = lines;
  }

  /** A rule that is not for the event. */
  Candidate(PlannedRule planned, SkipReason reason) {
    this(planned, (boolean[]) null);
    this.reason = reason;
  }

  boolean isReady() {
    return reason == null;
  }

  boolean looksAt(int line) {
    return lines == null || lines[line];
  }

  /** Counts rounds of its goal as paid. */
  void pay(long rounds) {
    long step = requireNonNull(progressed).progress();
    progressed = new HistoryEntry.Progressed(rule.id(), step, rounds);
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
