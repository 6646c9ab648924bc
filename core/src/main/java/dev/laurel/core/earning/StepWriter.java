package dev.laurel.core.earning;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.laurel.core.earning.EarningPlan.PlannedCap;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.identity.MemberId;
import java.util.ArrayList;
import java.util.List;

/** Writes down the steps of one evaluation: units go through the caps, what is left is a step. */
final class StepWriter {
  private final CapMeter caps;
  private final MemberId member;
  private final List<AccrualStep> steps = new ArrayList<>(4);

  StepWriter(CapMeter caps, MemberId member) {
    this.caps = caps;
    this.member = member;
  }

  /** The steps so far. */
  ImmutableList<AccrualStep> steps() {
    return ImmutableList.copyOf(steps);
  }

  /** Sends units for the member of the event through the caps; how many are left. */
  long grant(Candidate rule, Working working, Ratio exact, long requested) {
    return grant(rule, member, working, exact, requested);
  }

  /** Sends units for a member through the caps; how many are left. */
  @CanIgnoreReturnValue
  long grant(Candidate rule, MemberId to, Working working, Ratio exact, long requested) {
    if (requested <= 0) {
      return 0;
    }
    ImmutableList<Cut> cuts = caps.cuts(rule.planned, requested);
    long granted = caps.grant(rule.planned, requested, cuts);
    if (granted == 0) {
      CapId last = cuts.get(cuts.size() - 1).cap();
      rule.idle(new SkipReason.CapUsedUp(last, requested));
      return 0;
    }
    add(rule, to, working, exact, requested, granted, cuts);
    return granted;
  }

  /** Takes units from the member of the event, and frees the caps of what a chain used of them. */
  void takeBack(
      Candidate rule, Working working, Ratio exact, long requested, long taken, long[] used) {
    for (PlannedCap cap : rule.planned.caps()) {
      long released = Math.min(taken, used[cap.index()]);
      caps.release(cap, released);
      used[cap.index()] -= released;
    }
    add(rule, member, working, exact, requested, -taken, ImmutableList.of());
  }

  private void add(
      Candidate rule,
      MemberId to,
      Working working,
      Ratio exact,
      long requested,
      long granted,
      ImmutableList<Cut> cuts) {
    rule.hasAwarded = true;
    steps.add(new AccrualStep(
        rule.rule.id(), to, rule.rule.points(), working, exact, requested, granted, cuts));
  }
}
