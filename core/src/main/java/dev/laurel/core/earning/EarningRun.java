package dev.laurel.core.earning;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.earning.EarningPlan.PlannedCap;
import dev.laurel.core.earning.EarningPlan.PlannedRule;
import dev.laurel.core.earning.EarningPlan.TypePlan;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.RuleId;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation of one point type: choose, then base by base with its multipliers, then bonuses.
 */
final class EarningRun {
  private final Occasion occasion;
  private final Candidate[] candidates;
  private final Figures figures;
  private final CapMeter caps;
  private final Wholes wholes;
  private final TypePlan plan;
  private final int lines;
  private final ImmutableList.Builder<AccrualStep> steps;
  private final ImmutableList.Builder<HistoryEntry.Carried> remainders;
  private final Progress progress;

  /** Who says to how many whole units a chain comes with its next rule, itself exact. */
  interface Wholes {
    /** The units of a base, or a bonus, after this rule of its chain. */
    long of(Candidate base, Candidate rule, Ratio exact);
  }

  /** Which rule is being looked at, so that a failure can name it; which goals were paid. */
  static final class Progress {
    RuleId current;
    final Map<RuleId, Long> roundsPaid = new HashMap<>();

    @Nullable
    ReferralLink referral;

    Progress(RuleId first) {
      this.current = first;
    }
  }

  EarningRun(
      Occasion occasion,
      Candidate[] candidates,
      Figures figures,
      CapMeter caps,
      Wholes wholes,
      TypePlan plan,
      ImmutableList.Builder<AccrualStep> steps,
      ImmutableList.Builder<HistoryEntry.Carried> remainders,
      Progress progress) {
    this.occasion = occasion;
    this.candidates = candidates;
    this.figures = figures;
    this.caps = caps;
    this.wholes = wholes;
    this.plan = plan;
    this.lines = occasion.purchase() == null ? 0 : occasion.purchase().lines().size() + 1;
    this.steps = steps;
    this.remainders = remainders;
    this.progress = progress;
  }

  void run() {
    Choice choice = new Choice(candidates, caps, figures, plan, lines);
    choice.choose(plan.baseGroups());
    choice.choose(plan.promotionGroups());
    Candidate stoppedBy = null;
    for (PlannedRule planned : plan.bases()) {
      Candidate base = candidates[planned.index()];
      if (stoppedBy != null) {
        base.skip(new SkipReason.StoppedBy(stoppedBy.rule.id()));
      }
      if (base.isReady()) {
        progress.current = base.rule.id();
        runChain(base);
        stoppedBy = base.hasAwarded && base.rule.stopAfter() ? base : stoppedBy;
      }
    }
    for (PlannedRule planned : plan.multipliers()) {
      candidates[planned.index()].skipIfIdle(new SkipReason.NoBase());
    }
    runBonuses();
  }

  /** A base and what multiplies it: whole steps that add up to the once-rounded whole. */
  private void runChain(Candidate base) {
    Chain chain = new Chain(base);
    chain.step(base, base.exact, requireNonNull(base.working));
    LineFactors factors = null;
    Candidate stoppedBy = null;
    for (PlannedRule planned : plan.multipliers()) {
      Candidate multiplier = candidates[planned.index()];
      if (!multiplier.isReady() || !planned.multiplies(base.planned)) {
        continue;
      }
      if (stoppedBy != null) {
        multiplier.idle(new SkipReason.StoppedBy(stoppedBy.rule.id()));
        continue;
      }
      progress.current = multiplier.rule.id();
      if (factors == null) {
        factors = new LineFactors(figures, base, plan.combination(), lines);
      }
      factors.apply(multiplier);
      boolean awarded = chain.step(multiplier, factors.exact(), multiplied(base, multiplier));
      stoppedBy = awarded && multiplier.rule.stopAfter() ? multiplier : null;
    }
    chain.keepRemainder();
  }

  private Working multiplied(Candidate base, Candidate multiplier) {
    Optional<String> reason = multiplier.rule.formula() instanceof Formula.StatusMultiplier
        ? occasion.facts().status().map(StatusFactor::reason)
        : Optional.empty();
    return new Working.Multiplied(base.rule.id(), multiplier.exact, reason);
  }

  private void runBonuses() {
    Candidate stoppedBy = null;
    for (PlannedRule planned : plan.bonuses()) {
      Candidate bonus = candidates[planned.index()];
      if (stoppedBy != null) {
        bonus.skip(new SkipReason.StoppedBy(stoppedBy.rule.id()));
      }
      if (bonus.isReady()) {
        progress.current = bonus.rule.id();
        runBonus(bonus);
        stoppedBy = bonus.hasAwarded && bonus.rule.stopAfter() ? bonus : stoppedBy;
      }
    }
  }

  private void runBonus(Candidate bonus) {
    Working working = requireNonNull(bonus.working);
    if (working instanceof Working.Referred referred) {
      runReferral(bonus, referred);
      return;
    }
    Chain chain = new Chain(bonus);
    chain.step(bonus, bonus.exact, working);
    chain.keepRemainder();
    if (working instanceof Working.Reached reached) {
      progress.roundsPaid.put(bonus.rule.id(), reached.rounds());
    }
  }

  private void runReferral(Candidate bonus, Working.Referred referred) {
    MemberId own = occasion.activity().member();
    boolean isByReferrer = own.equals(referred.referrer());
    MemberId other = isByReferrer ? referred.referee() : referred.referrer();
    grant(bonus, own, referred, bonus.exact, bonus.exact.roundToLong(RoundingMode.DOWN));
    grant(bonus, other, referred, Ratio.of(bonus.otherSide), bonus.otherSide);
    bonus.skipIfIdle(new SkipReason.NothingAdded());
    if (isByReferrer && bonus.hasAwarded) {
      progress.referral = new ReferralLink(referred.referee(), referred.referrer());
    }
  }

  /** Sends units through the caps; a step comes of it if any are left. */
  private long grant(
      Candidate rule, MemberId member, Working working, Ratio exact, long requested) {
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
    add(rule, member, working, exact, requested, granted, cuts);
    return granted;
  }

  private void add(
      Candidate rule,
      MemberId member,
      Working working,
      Ratio exact,
      long requested,
      long granted,
      ImmutableList<Cut> cuts) {
    rule.hasAwarded = true;
    steps.add(new AccrualStep(
        rule.rule.id(), member, plan.type(), working, exact, requested, granted, cuts));
  }

  /** The running sums of one base and what multiplies it. */
  private final class Chain {
    private final Candidate base;
    private final long[] used = new long[caps.size()];
    private Ratio exactSoFar = Ratio.ZERO;
    private long wholeSoFar;
    private long grantedSoFar;

    Chain(Candidate base) {
      this.base = base;
    }

    /** One more step, which brings the chain to this exact value; whether it awarded. */
    boolean step(Candidate rule, Ratio exact, Working working) {
      Ratio sum = base.carried.isZero() ? exact : exact.plus(base.carried);
      long whole = wholes.of(base, rule, exact);
      Ratio added = sum.minus(exactSoFar);
      long requested = whole - wholeSoFar;
      exactSoFar = sum;
      wholeSoFar = whole;
      long granted;
      if (requested > 0) {
        granted = grant(rule, occasion.activity().member(), working, added, requested);
        use(rule, granted);
      } else if (requested < 0) {
        granted = takeBack(rule, added, requested, working);
      } else {
        rule.idle(
            added.isZero() ? new SkipReason.NothingAdded() : new SkipReason.RoundedToZero(added));
        granted = 0;
      }
      grantedSoFar += granted;
      return granted != 0;
    }

    /** A factor below 1 takes what the chain holds beyond its new whole, and frees the caps. */
    private long takeBack(Candidate rule, Ratio added, long requested, Working working) {
      long taken = Math.max(0, grantedSoFar - wholeSoFar);
      if (taken == 0) {
        rule.idle(new SkipReason.NothingAdded());
        return 0;
      }
      for (PlannedCap cap : rule.planned.caps()) {
        long released = Math.min(taken, used[cap.index()]);
        caps.release(cap, released);
        used[cap.index()] -= released;
      }
      MemberId member = occasion.activity().member();
      add(rule, member, working, added, requested, -taken, ImmutableList.of());
      return -taken;
    }

    private void use(Candidate rule, long granted) {
      for (PlannedCap cap : rule.planned.caps()) {
        used[cap.index()] += granted;
      }
    }

    void keepRemainder() {
      if (base.rule.formula() instanceof Formula.PerAmount f && f.carriesRemainder()) {
        Ratio change = exactSoFar.minus(Ratio.of(wholeSoFar)).minus(base.carried);
        if (!change.isZero()) {
          remainders.add(new HistoryEntry.Carried(base.rule.id(), change));
        }
      }
    }
  }
}
