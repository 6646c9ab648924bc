package dev.laurel.core.earning;

import dev.laurel.core.earning.EarningPlan.Member;
import dev.laurel.core.earning.EarningPlan.PlannedGroup;
import dev.laurel.core.exact.Ratio;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets promotion groups choose, by what each member would be granted alone. */
final class Choice {
  private final Candidate[] candidates;
  private final CapMeter caps;
  private final Figures figures;
  private final EarningPlan.TypePlan plan;
  private final int lines;

  Choice(
      Candidate[] candidates,
      CapMeter caps,
      Figures figures,
      EarningPlan.TypePlan plan,
      int lines) {
    this.candidates = candidates;
    this.caps = caps;
    this.figures = figures;
    this.plan = plan;
    this.lines = lines;
  }

  void choose(List<PlannedGroup> groups) {
    for (PlannedGroup group : groups) {
      choose(group);
    }
  }

  private void choose(PlannedGroup group) {
    for (Member member : group.members()) {
      if (member.group() != null) {
        choose(member.group());
      }
    }
    if (group.group().mode() == RuleGroup.Mode.ALL) {
      return;
    }
    int winner = winner(group);
    Candidate first = winner < 0 ? null : firstReady(group.members().get(winner));
    for (int i = 0; i < group.members().size() && first != null; i++) {
      if (i != winner) {
        outrank(
            group.members().get(i), new SkipReason.Outranked(group.group().id(), first.rule.id()));
      }
    }
  }

  /** The chosen member; the first that is ready if none is worth anything; -1 if none is ready. */
  private int winner(PlannedGroup group) {
    int winner = -1;
    long best = 0;
    for (int i = 0; i < group.members().size(); i++) {
      Member member = group.members().get(i);
      if (firstReady(member) == null) {
        continue;
      }
      long worth = worth(member);
      boolean isBetter = winner < 0
          || (best == 0 && worth > 0)
          || (worth > 0 && isBetter(group.group().mode(), worth, best));
      if (isBetter) {
        winner = i;
        best = worth;
      }
    }
    return winner;
  }

  private static boolean isBetter(RuleGroup.Mode mode, long worth, long best) {
    return mode == RuleGroup.Mode.BEST_FOR_MEMBER
        ? worth > best
        : mode == RuleGroup.Mode.CHEAPEST_FOR_PROGRAM && worth < best;
  }

  private @Nullable Candidate firstReady(Member member) {
    PlannedRule rule = member.rule();
    if (rule != null) {
      Candidate candidate = candidates[rule.index()];
      return candidate.isReady() ? candidate : null;
    }
    PlannedGroup group = member.group();
    Candidate first = null;
    for (int i = 0; group != null && first == null && i < group.members().size(); i++) {
      first = firstReady(group.members().get(i));
    }
    return first;
  }

  private void outrank(Member member, SkipReason reason) {
    PlannedRule rule = member.rule();
    if (rule != null) {
      candidates[rule.index()].skip(reason);
    }
    PlannedGroup group = member.group();
    if (group != null) {
      for (Member child : group.members()) {
        outrank(child, reason);
      }
    }
  }

  private long worth(Member member) {
    PlannedRule rule = member.rule();
    if (rule != null) {
      return worth(candidates[rule.index()]);
    }
    PlannedGroup group = member.group();
    long sum = 0;
    if (group != null) {
      for (Member child : group.members()) {
        sum = Accrual.sum(sum, worth(child));
      }
    }
    return sum;
  }

  private long worth(Candidate candidate) {
    if (!candidate.isReady()) {
      return 0;
    }
    long alone = candidate.rule.isMultiplier()
        ? addedAlone(candidate)
        : Accrual.sum(wholeOf(candidate, candidate.exact), candidate.otherSide);
    return alone <= 0 ? 0 : caps.grantedAlone(candidate.planned, alone);
  }

  private long addedAlone(Candidate multiplier) {
    long sum = 0;
    for (PlannedRule planned : plan.bases()) {
      Candidate base = candidates[planned.index()];
      if (base.isReady() && multiplier.planned.multiplies(planned)) {
        LineFactors factors = new LineFactors(figures, base, plan.combination(), lines);
        factors.apply(multiplier);
        long with = wholeOf(base, factors.exact());
        sum = Accrual.sum(sum, with - wholeOf(base, base.exact));
      }
    }
    return sum;
  }

  /** Whole units after the one rounding, never below zero. */
  static long wholeOf(Candidate candidate, Ratio exact) {
    Ratio sum = candidate.carried.isZero() ? exact : exact.plus(candidate.carried);
    return sum.isPositive() ? sum.roundToLong(candidate.planned.rounding()) : 0;
  }
}
