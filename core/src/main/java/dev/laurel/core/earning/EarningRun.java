package dev.laurel.core.earning;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.earning.EarningPlan.TypePlan;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.RuleId;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation: each rule by itself; then for each point type choose, base by base with its
 * multipliers, bonuses.
 */
final class EarningRun {
  private static final SkipReason NO_BASE = new SkipReason.NoBase();
  private static final SkipReason NOTHING_ADDED = new SkipReason.NothingAdded();

  private final Occasion occasion;
  private final EarningPlan plan;
  private final Wholes wholes;
  private final Candidate[] candidates;
  private final Figures figures;
  private final CapMeter caps;
  private final int lines;
  private final StepWriter writer;
  private ImmutableList.@Nullable Builder<HistoryEntry.Carried> remainders;
  private @Nullable ReferralLink referral;
  private RuleId current;

  /** Who says to how many whole units a chain comes with its next rule, itself exact. */
  interface Wholes {
    /** The units of a base, or a bonus, after this rule of its chain. */
    long of(Candidate base, Candidate rule, Ratio exact);
  }

  /** A run of a plan that has rules; if it is telling, it finds why the others award nothing. */
  EarningRun(Occasion occasion, EarningPlan plan, Wholes wholes, boolean isTelling) {
    this.occasion = occasion;
    this.plan = plan;
    this.wholes = wholes;
    this.candidates = new Candidate[plan.rules().size()];
    this.figures = new Figures(occasion, plan.rules().get(0), isTelling);
    this.caps = new CapMeter(occasion, plan.caps());
    this.writer = new StepWriter(caps, occasion.activity().member());
    this.lines = occasion.purchase() == null ? 0 : occasion.purchase().lines().size() + 1;
    this.current = plan.last();
  }

  /** The rule that is being looked at, so that a failure can name it. */
  RuleId current() {
    return current;
  }

  /** Looks at each rule by itself. */
  void workOut() {
    for (int i = 0; i < candidates.length; i++) {
      PlannedRule rule = plan.rules().get(i);
      current = rule.rule().id();
      candidates[i] = figures.workOut(rule);
    }
    // What fails before a rule has its turn again is told of the last of the book, which this plan
    // may have left out.
    current = plan.last();
  }

  /** Looks at each rule by itself, of all of which a coded accrual has already decided. */
  void workOut(long[] words, AccrualSlots slots) {
    for (int i = 0; i < candidates.length; i++) {
      PlannedRule rule = plan.rules().get(i);
      candidates[i] = figures.workOut(rule, words[slots.of(rule)]);
    }
  }

  /** What the rules earn together, once each has been looked at by itself. */
  void award() {
    for (TypePlan type : plan.types()) {
      award(type);
    }
  }

  private void award(TypePlan type) {
    if (type.hasGroups()) {
      Choice choice = new Choice(candidates, caps, figures, type, lines);
      choice.choose(type.baseGroups());
      choice.choose(type.promotionGroups());
    }
    runBases(type);
    List<PlannedRule> multipliers = type.multipliers();
    for (int i = 0; i < multipliers.size(); i++) {
      candidates[multipliers.get(i).index()].skipIfIdle(NO_BASE);
    }
    runBonuses(type);
  }

  /** The steps that were taken. */
  ImmutableList<AccrualStep> steps() {
    return writer.steps();
  }

  /** Why each rule without a step gave nothing. */
  ImmutableList<Skipped> skipped() {
    ImmutableList.Builder<Skipped> skipped = ImmutableList.builder();
    for (Candidate candidate : candidates) {
      if (!candidate.hasAwarded) {
        candidate.skipIfIdle(NOTHING_ADDED);
        skipped.add(new Skipped(candidate.rule.id(), requireNonNull(candidate.reason)));
      }
    }
    return skipped.build();
  }

  /** What the evaluation leaves for later ones. */
  Accrual.Traces traces() {
    ImmutableList<HistoryEntry.CapUsed> memberCaps = caps.used(false);
    ImmutableList<HistoryEntry.CapUsed> programCaps = caps.used(true);
    ImmutableList<HistoryEntry.Progressed> goals = goals();
    return memberCaps.isEmpty()
            && programCaps.isEmpty()
            && goals.isEmpty()
            && remainders == null
            && referral == null
        ? Accrual.Traces.NONE
        : new Accrual.Traces(
            memberCaps,
            programCaps,
            goals,
            remainders == null ? ImmutableList.of() : remainders.build(),
            Optional.ofNullable(referral));
  }

  private ImmutableList<HistoryEntry.Progressed> goals() {
    ImmutableList.Builder<HistoryEntry.Progressed> goals = null;
    for (Candidate candidate : candidates) {
      if (candidate.progressed != null) {
        goals = goals == null ? ImmutableList.builder() : goals;
        goals.add(candidate.progressed);
      }
    }
    return goals == null ? ImmutableList.of() : goals.build();
  }

  private void runBases(TypePlan type) {
    Candidate stoppedBy = null;
    List<PlannedRule> bases = type.bases();
    for (int i = 0; i < bases.size(); i++) {
      Candidate base = candidates[bases.get(i).index()];
      if (stoppedBy != null) {
        base.skip(new SkipReason.StoppedBy(stoppedBy.rule.id()));
      }
      if (base.isReady()) {
        current = base.rule.id();
        runChain(base, type);
        stoppedBy = base.hasAwarded && base.rule.stopAfter() ? base : stoppedBy;
      }
    }
  }

  /** A base and what multiplies it: whole steps that add up to the once-rounded whole. */
  private void runChain(Candidate base, TypePlan type) {
    List<PlannedRule> multipliers = type.multipliers();
    Chain chain = multipliers.isEmpty()
        ? Chain.alone(base, wholes, writer)
        : Chain.of(base, wholes, writer, caps.size());
    chain.step(base, base.exact, requireNonNull(base.working));
    LineFactors factors = null;
    Candidate stoppedBy = null;
    for (int i = 0; i < multipliers.size(); i++) {
      Candidate multiplier = candidates[multipliers.get(i).index()];
      if (!multiplier.isReady() || !multiplier.planned.multiplies(base.planned)) {
        continue;
      }
      if (stoppedBy != null) {
        multiplier.idle(new SkipReason.StoppedBy(stoppedBy.rule.id()));
        continue;
      }
      current = multiplier.rule.id();
      if (factors == null) {
        factors = new LineFactors(figures, base, type.combination(), lines);
      }
      factors.apply(multiplier);
      boolean awarded = chain.step(multiplier, factors.exact(), multiplied(base, multiplier));
      stoppedBy = awarded && multiplier.rule.stopAfter() ? multiplier : null;
    }
    keep(chain.remainder());
  }

  private Working multiplied(Candidate base, Candidate multiplier) {
    Optional<String> reason = multiplier.rule.formula() instanceof Formula.StatusMultiplier
        ? occasion.facts().status().map(StatusFactor::reason)
        : Optional.empty();
    return new Working.Multiplied(base.rule.id(), multiplier.exact, reason);
  }

  private void runBonuses(TypePlan type) {
    Candidate stoppedBy = null;
    List<PlannedRule> bonuses = type.bonuses();
    for (int i = 0; i < bonuses.size(); i++) {
      Candidate bonus = candidates[bonuses.get(i).index()];
      if (stoppedBy != null) {
        bonus.skip(new SkipReason.StoppedBy(stoppedBy.rule.id()));
      }
      if (bonus.isReady()) {
        current = bonus.rule.id();
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
    Chain chain = Chain.alone(bonus, wholes, writer);
    chain.step(bonus, bonus.exact, working);
    keep(chain.remainder());
    if (working instanceof Working.Reached reached) {
      bonus.pay(reached.rounds());
    }
  }

  private void runReferral(Candidate bonus, Working.Referred referred) {
    MemberId own = occasion.activity().member();
    boolean isByReferrer = own.equals(referred.referrer());
    MemberId other = isByReferrer ? referred.referee() : referred.referrer();
    long units = bonus.exact.roundToLong(RoundingMode.DOWN);
    writer.grant(bonus, own, referred, bonus.exact, units);
    writer.grant(bonus, other, referred, Ratio.of(bonus.otherSide), bonus.otherSide);
    bonus.skipIfIdle(NOTHING_ADDED);
    if (isByReferrer && bonus.hasAwarded) {
      referral = new ReferralLink(referred.referee(), referred.referrer());
    }
  }

  private void keep(HistoryEntry.@Nullable Carried remainder) {
    if (remainder != null) {
      remainders = remainders == null ? ImmutableList.builder() : remainders;
      remainders.add(remainder);
    }
  }
}
