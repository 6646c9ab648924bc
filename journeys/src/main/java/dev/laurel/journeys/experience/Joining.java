package dev.laurel.journeys.experience;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Interval;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.journeys.conformance.StepReality;
import dev.laurel.journeys.experience.Part.Why;
import dev.laurel.journeys.experience.TouchpointCard.Reason;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.map.PainPoint;
import dev.laurel.journeys.map.Step;
import dev.laurel.journeys.moment.Moment;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/** What the parts of a scorecard say of one touchpoint. */
final class Joining {
  private final TouchpointScorecard.Parts parts;
  private final TouchpointId touchpoint;

  private Joining(TouchpointScorecard.Parts parts, TouchpointId touchpoint) {
    this.parts = parts;
    this.touchpoint = touchpoint;
  }

  static TouchpointCard card(TouchpointScorecard.Parts parts, TouchpointId touchpoint) {
    return new Joining(parts, touchpoint).card();
  }

  private TouchpointCard card() {
    Part<Estimate> score = part(parts.scores(), given -> given.at(touchpoint));
    Part<Moment> effect = effect();
    Part<StepReality> deviations = part(parts.reality(), given -> given.at(touchpoint));
    List<PainPoint> pains = parts.map().painPoints().stream()
        .filter(pain -> pain.touchpoint().equals(touchpoint))
        .toList();
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    ofEffect(effect, reasons);
    ofScore(score, reasons);
    ofDeviations(deviations, reasons);
    if (!pains.isEmpty()) {
      reasons.add(Reason.PAIN_DECLARED);
    }
    return new TouchpointCard(
        touchpoint,
        parts.map().stageOf(touchpoint),
        parts.tally().reach(touchpoint),
        score,
        effect,
        part(parts.removals(), given -> given.at(touchpoint)),
        part(parts.removalIntervals(), given -> given.at(touchpoint)),
        deviations,
        part(parts.values(), given -> given.at(touchpoint)),
        pains,
        ImmutableList.copyOf(reasons));
  }

  private static <S, T> Part<T> part(Optional<S> source, Function<S, Optional<T>> at) {
    return source
        .map(given -> Part.of(at.apply(given), Why.NOT_FOUND))
        .orElseGet(() -> new Part.Missing<>(Why.NOT_GIVEN));
  }

  private Part<Moment> effect() {
    boolean isTooFew =
        parts.effects().map(given -> given.tooFew().containsKey(touchpoint)).orElse(false);
    return isTooFew
        ? new Part.Missing<>(Why.TOO_FEW)
        : part(parts.effects(), given -> given.at(touchpoint));
  }

  private void ofEffect(Part<Moment> effect, Set<Reason> reasons) {
    boolean isDeclared =
        parts.map().stepsOf(touchpoint).stream().map(Step::moment).anyMatch(Optional::isPresent);
    effect.known().ifPresent(moment -> {
      switch (moment.direction()) {
        case BREAKS -> reasons.add(Reason.BREAKS);
        case MAKES -> reasons.add(Reason.MAKES);
        case UNPROVEN -> {
          if (isDeclared) {
            reasons.add(Reason.DECLARED_AND_UNPROVEN);
          }
        }
      }
      if (moment.isProven() && !isDeclared) {
        reasons.add(Reason.PROVEN_AND_UNDECLARED);
      }
    });
  }

  private void ofScore(Part<Estimate> score, Set<Reason> reasons) {
    OptionalDouble goal = parts.policy().goal();
    Optional<Interval> range = score.known().flatMap(Estimate::interval);
    if (goal.isEmpty() || range.isEmpty()) {
      return;
    }
    boolean isHigherBetter =
        parts.scores().orElseThrow().better() == TouchpointFigures.Better.HIGHER;
    if (range.get().upper() < goal.getAsDouble()) {
      reasons.add(isHigherBetter ? Reason.SCORED_BELOW_GOAL : Reason.SCORED_ABOVE_GOAL);
    } else if (range.get().lower() > goal.getAsDouble()) {
      reasons.add(isHigherBetter ? Reason.SCORED_ABOVE_GOAL : Reason.SCORED_BELOW_GOAL);
    }
  }

  private void ofDeviations(Part<StepReality> deviations, Set<Reason> reasons) {
    if (!parts.map().touchpoints().containsKey(touchpoint)) {
      if (isBeyond(parts.tally().reach(touchpoint))) {
        reasons.add(Reason.NOT_ON_THE_MAP);
      }
      return;
    }
    deviations.known().ifPresent(step -> {
      if (isBeyond(step.failed())) {
        reasons.add(Reason.FAILS);
      }
      if (isBeyond(step.missed())) {
        reasons.add(Reason.MISSED);
      }
    });
  }

  /** Whether a share is more than is tolerated, its whole interval included. */
  private boolean isBeyond(Proportion share) {
    return share
        .estimate(Proportion.Method.WILSON, parts.policy().confidence())
        .flatMap(Estimate::interval)
        .map(range -> range.lower() > parts.policy().tolerated())
        .orElse(false);
  }
}
