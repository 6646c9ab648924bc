package dev.laurel.examples.journey;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.journeys.attribution.PathCounts;
import dev.laurel.journeys.attribution.RemovalEffects;
import dev.laurel.journeys.conformance.MapReality;
import dev.laurel.journeys.experience.ScorecardText;
import dev.laurel.journeys.experience.TouchpointFigures;
import dev.laurel.journeys.experience.TouchpointScorecard;
import dev.laurel.journeys.experience.TouchpointTally;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.map.JourneyMap;
import dev.laurel.journeys.moment.Moment;
import dev.laurel.journeys.moment.MomentPolicy;
import dev.laurel.journeys.moment.MomentsOfTruth;
import dev.laurel.journeys.moment.RiskSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The touchpoints that make or break journeys to a goal, and all that is known of the first. */
final class TouchpointReport {
  private static final String CURRENCY = "EUR";

  private TouchpointReport() {}

  /**
   * The report, with so many cards of the scorecard.
   *
   * @param reality the map held against these journeys, for which a goal changes nothing
   */
  static String text(JourneyLog events, MapReality reality, String goal, int most) {
    JourneyMap map = reality.map();
    TouchpointId reached = TouchpointId.of(goal);
    JourneyLog log = events.convertedAt(reached);
    MomentsOfTruth moments = moments(log, map, reached);
    TouchpointTally tally = TouchpointTally.of(log, CURRENCY);
    TouchpointFigures emotions = tally.emotions(Confidence.P95);
    TouchpointScorecard scorecard = TouchpointScorecard.of(TouchpointScorecard.parts()
        .map(map)
        .tally(tally)
        .scores(Optional.of(emotions).filter(found -> !found.figures().isEmpty()))
        .effects(moments)
        .removals(RemovalEffects.of(PathCounts.of(log, Set.of(reached))))
        .reality(reality)
        .build());
    StringBuilder text = new StringBuilder();
    text.append("Moments of truth on the way to ").append(reached);
    text.append(" (association, not cause):\n");
    moments.painPoints().stream()
        .limit(Math.max(0, most))
        .forEach(moment -> text.append("  breaks journeys: ")
            .append(moment.touchpoint())
            .append(", ")
            .append(Texts.effect(moment))
            .append('\n'));
    line(text, "declared and not proven", moments.declaredButUnproven());
    line(text, "proven and not declared", moments.provenButUndeclared());
    return text.append(ScorecardText.text(scorecard, Math.max(0, most))).toString();
  }

  private static MomentsOfTruth moments(JourneyLog log, JourneyMap map, TouchpointId goal) {
    List<RiskSet> asked = new ArrayList<>(RiskSet.avoidable(map));
    asked.addAll(RiskSet.offTheMap(log, map));
    asked.removeIf(set -> set.touchpoint().equals(goal));
    return MomentsOfTruth.find(log, asked, MomentsOfTruth.declared(map), MomentPolicy.standard());
  }

  private static void line(StringBuilder text, String name, List<Moment> moments) {
    String found = moments.stream()
        .map(moment -> moment.touchpoint().value())
        .collect(Collectors.joining(", "));
    text.append("  ").append(name).append(": ");
    text.append(found.isEmpty() ? "none" : found).append('\n');
  }
}
