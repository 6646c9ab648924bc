package dev.laurel.journeys.daily;

import dev.laurel.journeys.map.Maps;
import java.time.Duration;
import java.util.List;

/** A driver's week to try things on: 900 minutes. */
final class Week {
  private Week() {}

  static LifeContext.Builder context(String id, int minutes, double times, Relation relation) {
    LifeContext.Builder context = LifeContext.builder().id(ContextId.of(id)).activity(id);
    return context
        .place("somewhere")
        .duration(Duration.ofMinutes(minutes))
        .timesPerWeek(times)
        .relation(relation);
  }

  static DailyFlow driver() {
    return new DailyFlow(
        "A driver's week",
        Maps.commuter(),
        List.of(
            context("breakfast", 15, 7, Relation.NONE).need(0.2).build(),
            context("commute", 45, 10, Relation.TOUCHED).need(0.6).build(),
            context("charging", 25, 3, Relation.ADJACENT).need(0.9).build(),
            context("workshop", 60, 0.5, Relation.OWNED).build(),
            context("school-run", 24, 10, Relation.TOUCHED).need(0.1).build()));
  }
}
