package dev.laurel.journeys.render;

import dev.laurel.journeys.identity.JourneyId;
import dev.laurel.journeys.identity.MapId;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.Logs;
import dev.laurel.journeys.log.TouchEvent;
import dev.laurel.journeys.map.Action;
import dev.laurel.journeys.map.Flow;
import dev.laurel.journeys.map.JourneyMap;
import dev.laurel.journeys.map.MapVersions;
import dev.laurel.journeys.map.Maps;
import dev.laurel.journeys.map.StageModel;
import dev.laurel.journeys.map.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Maps and logs full of names that mean something to a language of pictures. */
final class Hostile {
  private Hostile() {}

  /** A map with a step of each name. */
  static JourneyMap map(List<String> names) {
    List<Flow> steps = new ArrayList<>();
    for (String name : names) {
      steps.add(Flow.one(Step.of(Action.of("t" + steps.size(), name), "buy")));
    }
    JourneyMap.Builder map = JourneyMap.builder();
    return map.id(MapId.of("hostile"))
        .name(names.get(0))
        .persona(Maps.commuter())
        .goal("to get through")
        .stages(StageModel.CUSTOMER_CYCLE)
        .flow(Flow.inOrder(steps))
        .build();
  }

  /** A map of which each version but the first was made for the reason of such a name. */
  static MapVersions versions(List<String> names) {
    Instant at = Logs.START;
    MapVersions versions = MapVersions.startingWith(map(names), "Ada", at, "workshop");
    for (String name : names) {
      versions = versions.draft(map(List.of(name, "next")), 1, "Ada", at, name);
    }
    return versions;
  }

  /** Journeys of which each begins one name later than the one before. */
  static JourneyLog log(List<String> names) {
    JourneyLog.Builder log = JourneyLog.builder();
    for (int journey = 0; journey < names.size(); journey++) {
      for (int i = journey; i < names.size(); i++) {
        log.add(TouchEvent.of(
            JourneyId.of("j" + journey), TouchpointId.of(names.get(i)), Logs.START.plusSeconds(i)));
      }
    }
    return log.build();
  }
}
