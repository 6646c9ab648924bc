package dev.laurel.tiers.ladder;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.Codes;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.points.PointType;
import dev.laurel.core.time.Expiry;
import dev.laurel.core.time.TimeGate;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * A base tier, the rungs above it from low to high, and the terms of climbing and staying.
 *
 * <p>Levels number the tiers: 0 is the base, 1 the first rung. A ladder without rungs is legal; all
 * are in its base tier. A program may have several ladders, which know nothing of each other.
 */
@Value.Immutable
public abstract class TierLadder {
  private static final int MOST_RUNGS = 64;

  TierLadder() {}

  /** The name of the ladder, the same in all its versions, such as {@code elite}. */
  public abstract String code();

  /** The tier of everybody who has no other. */
  public abstract Tier base();

  /** What the base tier multiplies earned points by; 1 unless said otherwise. */
  @Value.Default
  public Ratio baseFactor() {
    return Ratio.ONE;
  }

  /** The tiers above the base, from low to high. */
  public abstract List<Rung> rungs();

  /** Over which stretch figures are counted; the calendar year unless said otherwise. */
  @Value.Default
  public QualifyingPeriod period() {
    return QualifyingPeriod.calendarYear();
  }

  /** When a tier that was reached begins; at once unless said otherwise. */
  @Value.Default
  public StatusEffect effect() {
    return StatusEffect.IMMEDIATE;
  }

  /** How long a tier lasts; to the end of the next period unless said otherwise. */
  @Value.Default
  public Validity validity() {
    return Validity.endOfNextPeriod();
  }

  /** What a failed review does; a drop to the tier qualified for unless said otherwise. */
  @Value.Default
  public ReviewOutcome review() {
    return ReviewOutcome.dropToQualified();
  }

  /** What reaching a tier does to the figures; nothing unless said otherwise. */
  @Value.Default
  public Counting counting() {
    return Counting.KEEP;
  }

  /** What is carried into the next period, at most one rollover for each metric. */
  public abstract List<Rollover> rollovers();

  /** What a return does to a tier; nothing until the review unless said otherwise. */
  @Value.Default
  public RefundEffect refunds() {
    return RefundEffect.KEEP_UNTIL_REVIEW;
  }

  /** What late events do; only good unless said otherwise. */
  @Value.Default
  public LateCredits lateCredits() {
    return LateCredits.IMPROVE_ONLY;
  }

  /**
   * How long points of some earning rules count, where that is not the period: a car counts for its
   * year and three more.
   */
  public abstract Map<RuleId, Expiry> validityByRule();

  /** How long what is counted of some activities counts, where that is not the period. */
  public abstract Map<ActivityKind, Expiry> validityByKind();

  /**
   * How long a subscription that was not renewed still gives its tier; no time unless said
   * otherwise.
   */
  @Value.Default
  public Period grace() {
    return Period.ZERO;
  }

  /** Where the members go of tiers that the version before had and this one has not, by code. */
  public abstract Map<String, Tier> successors();

  /** The tiers from low to high, the base first. */
  @Value.Lazy
  public ImmutableList<Tier> tiers() {
    ImmutableList.Builder<Tier> tiers = ImmutableList.builder();
    tiers.add(base());
    rungs().forEach(rung -> tiers.add(rung.tier()));
    return tiers.build();
  }

  /** The tier of a level. */
  public final Tier tier(int level) {
    return tiers().get(level);
  }

  /** The rung of a level above 0. */
  public final Rung rung(int level) {
    return rungs().get(level - 1);
  }

  /** What the tier of a level multiplies earned points by. */
  public final Ratio factor(int level) {
    return level == 0 ? baseFactor() : rung(level).factor();
  }

  /** The level of a tier, by its code; -1 where the ladder does not have it. */
  public final int level(Tier tier) {
    for (int level = 0; level < tiers().size(); level++) {
      if (tiers().get(level).code().equals(tier.code())) {
        return level;
      }
    }
    return -1;
  }

  /** The metrics that tiers of the ladder look at in its own period, in reading order. */
  @Value.Lazy
  public ImmutableSet<Metric> metrics() {
    ImmutableSet.Builder<Metric> metrics = ImmutableSet.builder();
    for (Rung rung : rungs()) {
      for (Qualification each : ImmutableList.of(rung.enter(), rung.stay(), rung.reenter())) {
        each.thresholds().stream()
            .filter(reach -> reach.period().isEmpty())
            .forEach(reach -> metrics.add(reach.metric()));
      }
    }
    return metrics.build();
  }

  /** The types of points whose balance any tier looks at, which falls when a member spends. */
  public final ImmutableSet<PointType> balances() {
    return rungs().stream()
        .flatMap(rung -> Stream.of(rung.enter(), rung.stay(), rung.reenter()))
        .flatMap(each -> each.thresholds().stream())
        .map(Qualification.Reach::metric)
        .filter(Metric.CurrentBalance.class::isInstance)
        .map(metric -> ((Metric.CurrentBalance) metric).type())
        .collect(ImmutableSet.toImmutableSet());
  }

  /** The ladder once it is over: all its members stand in its base tier, whatever they had. */
  public final TierLadder ended() {
    Builder ended = builder();
    ended.code(code()).base(base()).baseFactor(baseFactor()).period(period()).effect(effect());
    ended.validity(validity()).review(review()).counting(counting()).refunds(refunds());
    ended.lateCredits(lateCredits()).grace(grace());
    rungs().forEach(rung -> ended.putSuccessor(rung.tier().code(), base()));
    return ended.build();
  }

  /** The same ladder, where members of these tiers of the version before go to these. */
  public final TierLadder succeeding(Map<String, Tier> successors) {
    Map<String, Tier> all = new TreeMap<>(successors());
    all.putAll(successors);
    return builder()
        .code(code())
        .base(base())
        .baseFactor(baseFactor())
        .addAllRungs(rungs())
        .period(period())
        .effect(effect())
        .validity(validity())
        .review(review())
        .counting(counting())
        .addAllRollovers(rollovers())
        .refunds(refunds())
        .lateCredits(lateCredits())
        .putAllValidityByRule(validityByRule())
        .putAllValidityByKind(validityByKind())
        .grace(grace())
        .putAllSuccessors(all)
        .build();
  }

  /** A builder; the code and the base tier have no default. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link TierLadder}. */
  public static final class Builder extends ImmutableTierLadder.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    String unused = Codes.code("ladder code", code(), 32);
    checkFactor("baseFactor", baseFactor());
    checkTiers();
    LadderOrder.check(this);
    checkTerms();
  }

  private void checkTiers() {
    InvalidValueException.check(
        rungs().size() <= MOST_RUNGS,
        FailureCode.LIMIT_EXCEEDED,
        "rungs",
        "ladder '%s' must have at most %s rungs: %s",
        code(),
        MOST_RUNGS,
        rungs().size());
    Set<String> codes = new HashSet<>();
    for (int level = 0; level < tiers().size(); level++) {
      InvalidValueException.check(
          codes.add(tier(level).code()),
          FailureCode.CONFIG_DUPLICATE,
          "rungs[" + (level - 1) + "].tier",
          "ladder '%s' must have each tier once: %s",
          code(),
          tier(level));
    }
  }

  private void checkTerms() {
    checkTerm(
        period().isPeriodic() || !validity().needsPeriods(),
        "validity",
        "have periods if its tiers last until the end of one");
    checkTerm(
        period().isPeriodic() || effect() == StatusEffect.IMMEDIATE,
        "effect",
        "have periods if tiers begin with the next one");
    checkTerm(
        effect() == StatusEffect.IMMEDIATE || validity() instanceof Validity.EndOfPeriod,
        "validity",
        "let tiers that begin with a period last until the end of one");
    checkTerm(
        effect() == StatusEffect.IMMEDIATE
            || !(validity() instanceof Validity.EndOfPeriod end && end.later() == 0),
        "validity",
        "let tiers that begin with the next period last until its end");
    checkTerm(
        !period().restartsWithTier()
            || !(validity() instanceof Validity.EndOfPeriod end && end.later() == 1),
        "validity",
        "let tiers last until the end of the period if it begins with them");
    checkTerm(
        effect() == StatusEffect.IMMEDIATE || !period().restartsWithTier(),
        "effect",
        "let tiers begin at once if its periods begin with them");
    checkTerm(
        counting() == Counting.KEEP
            || (effect() == StatusEffect.IMMEDIATE
                && !(period() instanceof QualifyingPeriod.Rolling)
                && !(validity() instanceof Validity.WhileQualified)),
        "counting",
        "keep its figures where they roll, or tiers begin later or last while qualified");
    checkTerm(
        rollovers().isEmpty() || period().isPeriodic(), "rollovers", "have periods to roll over");
    long metrics = rollovers().stream().map(Rollover::metric).distinct().count();
    checkTerm(metrics == rollovers().size(), "rollovers", "roll each metric over once");
    for (Rollover rollover : rollovers()) {
      checkTerm(
          rollover.onlyFrom().map(tier -> level(tier) >= 0).orElse(true),
          "rollovers",
          "have the tier from which it rolls over");
    }
    successors()
        .values()
        .forEach(tier ->
            checkTerm(level(tier) >= 0, "successors", "have the tiers that succeed others"));
    Period unused = TimeGate.checkPeriod(grace(), "grace");
  }

  private void checkTerm(boolean holds, String path, String rule) {
    InvalidValueException.check(
        holds, FailureCode.VALUE_INVALID, path, "ladder '%s' must %s", code(), rule);
  }

  static void checkFactor(String path, Ratio factor) {
    InvalidValueException.check(
        factor.isPositive() && factor.compareTo(Ratio.of(1000)) <= 0,
        FailureCode.MULTIPLIER_RANGE,
        path,
        "factor must be above 0 and at most 1000: %s",
        factor);
  }
}
