package dev.laurel.journeys.experience;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.attribution.PathCounts;
import dev.laurel.journeys.attribution.RemovalEffects;
import dev.laurel.journeys.attribution.RemovalIntervals;
import dev.laurel.journeys.conformance.Conformance;
import dev.laurel.journeys.conformance.MapReality;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.map.JourneyMap;
import dev.laurel.journeys.moment.MomentPolicy;
import dev.laurel.journeys.moment.MomentsOfTruth;
import dev.laurel.journeys.moment.RiskSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.immutables.value.Value;

/**
 * Every touchpoint of a map and of its journeys with all that is known of it, in the order in which
 * to look at them.
 *
 * <p>First come those with a proven effect, by how many conversions are at stake; then those with
 * more reasons, then those with more deviations, then those that more journeys meet, then by name.
 * A touchpoint has a card even if a part, such as the score, does not know it; the card says why
 * the part is missing.
 *
 * @param map the map
 * @param scores the name of the scores; absent if none were given
 * @param values the name of the values; absent if none were given
 * @param journeys how many journeys there are
 * @param policy when a figure is a reason
 * @param cards the cards, in order
 */
public record TouchpointScorecard(
    JourneyMap map,
    Optional<String> scores,
    Optional<String> values,
    long journeys,
    ScorecardPolicy policy,
    List<TouchpointCard> cards) {
  /** A scorecard of these parts. */
  public TouchpointScorecard {
    requireNonNull(map, "map");
    requireNonNull(scores, "scores");
    requireNonNull(values, "values");
    requireNonNull(policy, "policy");
    cards = ImmutableList.copyOf(cards);
  }

  /** What a scorecard is made of; only the map and the tally must be there. */
  @Value.Immutable
  public abstract static class Parts {
    Parts() {}

    /** The map. */
    public abstract JourneyMap map();

    /** How many journeys met each touchpoint. */
    public abstract TouchpointTally tally();

    /** What customers say of touchpoints, of whatever source. */
    public abstract Optional<TouchpointFigures> scores();

    /** The difference that touchpoints make, with intervals. */
    public abstract Optional<MomentsOfTruth> effects();

    /** The share of conversions that come by touchpoints. */
    public abstract Optional<RemovalEffects> removals();

    /** The intervals of those shares, of reach and of lift. */
    public abstract Optional<RemovalIntervals> removalIntervals();

    /** What happened at touchpoints against the map. */
    public abstract Optional<MapReality> reality();

    /** What the customers of touchpoints are worth, of whatever source. */
    public abstract Optional<TouchpointFigures> values();

    /** When a figure is a reason. */
    @Value.Default
    public ScorecardPolicy policy() {
      return ScorecardPolicy.standard();
    }

    /** A builder without parts. */
    public static Builder builder() {
      return new Builder();
    }

    /** Builds {@link Parts}. */
    public static final class Builder extends ImmutableParts.Builder {
      Builder() {}
    }

    @Value.Check
    void check() {
      checkRemovals();
      reality().ifPresent(reality -> {
        InvalidValueException.check(
            reality.map().equals(map()),
            FailureCode.VALUE_INVALID,
            "reality.map",
            "a scorecard of map '%s' must hold that map against reality: '%s'",
            map().id(),
            reality.map().id());
        InvalidValueException.check(
            reality.journeys() == tally().journeys(),
            FailureCode.TOTAL_MISMATCH,
            "reality.journeys",
            "the parts of a scorecard must be of the same journeys: %s and %s",
            tally().journeys(),
            reality.journeys());
      });
    }

    private void checkRemovals() {
      removalIntervals()
          .ifPresent(intervals -> InvalidValueException.check(
              removals().map(intervals.effects()::equals).orElse(false),
              FailureCode.VALUE_INVALID,
              "removalIntervals",
              "the intervals of a scorecard must be those of its removal effects: %s conversions",
              intervals.effects().conversions()));
    }

    /** Every touchpoint that a part knows. */
    Set<TouchpointId> touchpoints() {
      Set<TouchpointId> all = new TreeSet<>(map().touchpoints().keySet());
      all.addAll(tally().touched().keySet());
      scores().ifPresent(given -> all.addAll(given.figures().keySet()));
      values().ifPresent(given -> all.addAll(given.figures().keySet()));
      reality().ifPresent(given -> all.addAll(given.steps().keySet()));
      effects().ifPresent(given -> {
        given.moments().forEach(moment -> all.add(moment.touchpoint()));
        all.addAll(given.tooFew().keySet());
      });
      removals()
          .ifPresent(given -> given.removals().forEach(removal -> all.add(removal.touchpoint())));
      return all;
    }
  }

  /** A builder of the parts of a scorecard. */
  public static Parts.Builder parts() {
    return Parts.builder();
  }

  /** The scorecard of these parts. */
  public static TouchpointScorecard of(Parts parts) {
    Comparator<TouchpointCard> mostAtStake =
        Comparator.comparing(TouchpointCard::provenStake).reversed();
    Comparator<TouchpointCard> order = mostAtStake
        .thenComparing(card -> -card.reasons().size())
        .thenComparing(card -> -deviations(card))
        .thenComparing(card -> -card.reach().successes())
        .thenComparing(TouchpointCard::touchpoint);
    return new TouchpointScorecard(
        parts.map(),
        parts.scores().map(TouchpointFigures::name),
        parts.values().map(TouchpointFigures::name),
        parts.tally().journeys(),
        parts.policy(),
        parts.touchpoints().stream()
            .map(touchpoint -> Joining.card(parts, touchpoint))
            .sorted(order)
            .toList());
  }

  /**
   * The scorecard of a log alone: scores are what was said on the way, values are those of the
   * outcomes in this currency, and effects are asked about by {@link RiskSet#avoidable} and, for
   * what is not on the map, by {@link RiskSet#offTheMap}.
   *
   * <p>A touchpoint that is the conversion itself has a removal effect of 1; give {@link Parts} of
   * your own to leave it out.
   */
  public static TouchpointScorecard of(
      JourneyLog log, JourneyMap map, String currency, ScorecardPolicy policy) {
    Confidence confidence = policy.confidence();
    TouchpointTally tally = TouchpointTally.of(log, currency);
    MomentPolicy moments = MomentPolicy.builder().confidence(confidence).build();
    List<RiskSet> asked = ImmutableList.<RiskSet>builder()
        .addAll(RiskSet.avoidable(map))
        .addAll(RiskSet.offTheMap(log, map))
        .build();
    return of(parts()
        .map(map)
        .tally(tally)
        .scores(tally.emotions(confidence))
        .effects(MomentsOfTruth.find(log, asked, MomentsOfTruth.declared(map), moments))
        .removals(RemovalEffects.of(PathCounts.of(log)))
        .reality(Conformance.evaluate(log, map))
        .values(tally.worth(confidence))
        .policy(policy)
        .build());
  }

  private static long deviations(TouchpointCard card) {
    return card.deviations().known().map(step -> step.counts().deviations()).orElse(0L);
  }

  /** The card of a touchpoint, if a part knows it. */
  public Optional<TouchpointCard> at(TouchpointId touchpoint) {
    return cards.stream().filter(card -> card.touchpoint().equals(touchpoint)).findFirst();
  }
}
