package dev.laurel.core.earning;

import dev.laurel.core.earning.EarningPlan.PlannedCap;
import dev.laurel.core.exact.Ratio;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The running sums of one base and what multiplies it, or of one bonus. */
final class Chain {
  private static final SkipReason NOTHING_ADDED = new SkipReason.NothingAdded();
  private static final long[] NOT_ASKED = {};

  private final Candidate base;
  private final EarningRun.Wholes wholes;
  private final StepWriter writer;

  /** What the chain used of each cap, which its multipliers alone ask. */
  private final long[] used;

  private Ratio exactSoFar = Ratio.ZERO;
  private long wholeSoFar;
  private long grantedSoFar;

  private Chain(Candidate base, EarningRun.Wholes wholes, StepWriter writer, long[] used) {
    this.base = base;
    this.wholes = wholes;
    this.writer = writer;
    this.used = used;
  }

  /** The chain of a base that may be multiplied, in a plan of so many caps. */
  static Chain of(Candidate base, EarningRun.Wholes wholes, StepWriter writer, int caps) {
    return new Chain(base, wholes, writer, caps == 0 ? NOT_ASKED : new long[caps]);
  }

  /** The chain of what nothing multiplies. */
  static Chain alone(Candidate rule, EarningRun.Wholes wholes, StepWriter writer) {
    return new Chain(rule, wholes, writer, NOT_ASKED);
  }

  /** One more step, which brings the chain to this exact value; whether it awarded. */
  boolean step(Candidate rule, Ratio exact, Working working) {
    Ratio sum = base.carried.isZero() ? exact : exact.plus(base.carried);
    long whole = wholes.of(base, rule, exact);
    Ratio added = sum.minus(exactSoFar);
    long requested = whole - wholeSoFar;
    exactSoFar = sum;
    wholeSoFar = whole;
    long granted = 0;
    if (requested > 0) {
      granted = writer.grant(rule, working, added, requested);
      use(rule, granted);
    } else if (requested < 0) {
      granted = takeBack(rule, working, added, requested);
    } else {
      rule.idle(added.isZero() ? NOTHING_ADDED : new SkipReason.RoundedToZero(added));
    }
    grantedSoFar += granted;
    return granted != 0;
  }

  /** A factor below 1 takes what the chain holds beyond its new whole, and frees the caps. */
  private long takeBack(Candidate rule, Working working, Ratio added, long requested) {
    long taken = Math.max(0, grantedSoFar - wholeSoFar);
    if (taken == 0) {
      rule.idle(NOTHING_ADDED);
    } else {
      writer.takeBack(rule, working, added, requested, taken, used);
    }
    return -taken;
  }

  private void use(Candidate rule, long granted) {
    List<PlannedCap> passed = rule.planned.caps();
    for (int i = 0; used.length > 0 && i < passed.size(); i++) {
      used[passed.get(i).index()] += granted;
    }
  }

  /** What rounding leaves to be kept for the next event; null if the rule keeps nothing. */
  HistoryEntry.@Nullable Carried remainder() {
    if (base.rule.formula() instanceof Formula.PerAmount f && f.carriesRemainder()) {
      Ratio change = exactSoFar.minus(Ratio.of(wholeSoFar)).minus(base.carried);
      return change.isZero() ? null : new HistoryEntry.Carried(base.rule.id(), change);
    }
    return null;
  }
}
