package dev.laurel.journeys.refine;

import dev.laurel.journeys.identity.ImprovementId;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.Logs;
import dev.laurel.journeys.map.Improvement;
import dev.laurel.journeys.map.JourneyMap;
import dev.laurel.journeys.map.Maps;
import java.util.ArrayList;
import java.util.List;

/** Versions of a map from a to c, and journeys under them. */
final class Trials {
  static final JourneyMap MAP = Maps.linear("a", "c");
  static final RefinementCriterion MORE_CONVERT =
      RefinementCriterion.of(Question.CONVERSION, RefinementCriterion.Expectation.RISES, 0.1);

  private Trials() {}

  /** So many journeys, of which so many go on from a to c and convert; the others end at a. */
  static Refinement.Side side(int journeys, int converted) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < journeys; i++) {
      words.add(i < converted ? "ac" : "a");
    }
    JourneyLog log = Logs.of(words.toArray(String[]::new));
    return new Refinement.Side(MAP, log.convertedAt(TouchpointId.of("c")));
  }

  static Improvement improvement(String touchpoint) {
    Improvement.Builder improvement = Improvement.builder();
    return improvement
        .id(ImprovementId.of("fewer-fields"))
        .touchpoint(TouchpointId.of(touchpoint))
        .hypothesis("more journeys convert")
        .build();
  }

  static Refinement judge(Refinement.Side before, Refinement.Side after) {
    return Refinement.judge(before, after, improvement("a"), MORE_CONVERT);
  }
}
