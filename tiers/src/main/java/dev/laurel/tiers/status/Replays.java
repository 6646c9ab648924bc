package dev.laurel.tiers.status;

import dev.laurel.core.identity.ActivityId;
import dev.laurel.tiers.ladder.RefundEffect;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcollections.TreePVector;

/** Walks over facts that are already in order. */
final class Replays {
  private Replays() {}

  /** The walk over all these facts. */
  static Climb all(Ground ground, TreePVector<StatusFact> facts) {
    Climb climb = new Climb(ground);
    for (int i = 0; i < facts.size(); i++) {
      take(climb, facts.subList(0, i), facts.get(i));
    }
    return climb;
  }

  /** Lets a walk over the earlier facts take the next one. */
  static void take(Climb climb, List<StatusFact> earlier, StatusFact fact) {
    climb.advanceTo(fact.occurredAt());
    if (fact instanceof StatusFact.Corrected corrected
        && climb.knows(corrected.event())
        && climb.ladder().refunds() == RefundEffect.RECALCULATE_NOW) {
      climb.adopt(recalculated(climb.ground(), earlier, corrected), fact.id());
    } else {
      climb.take(fact);
    }
  }

  /** The walk in which every event was from the start what is left of it after this correction. */
  static Climb recalculated(
      Ground ground, List<StatusFact> earlier, StatusFact.Corrected correction) {
    Map<ActivityId, Optional<QualifyingEvent>> left = left(earlier);
    left.put(correction.event(), correction.left());
    return asLeft(ground, earlier, correction.occurredAt(), left);
  }

  /** What the latest correction of each event left of it. */
  private static Map<ActivityId, Optional<QualifyingEvent>> left(List<StatusFact> facts) {
    Map<ActivityId, Optional<QualifyingEvent>> left = new HashMap<>();
    for (StatusFact fact : facts) {
      if (fact instanceof StatusFact.Corrected corrected) {
        left.put(corrected.event(), corrected.left());
      }
    }
    return left;
  }

  /** The walk until an instant over facts of whose events only this is left. */
  private static Climb asLeft(
      Ground ground,
      List<StatusFact> facts,
      Instant at,
      Map<ActivityId, Optional<QualifyingEvent>> left) {
    Climb climb = new Climb(ground);
    for (StatusFact fact : facts) {
      if (fact instanceof StatusFact.Happened happened) {
        climb.take(asLeft(happened, left));
      } else if (fact instanceof StatusFact.United united) {
        climb.advanceTo(united.occurredAt());
        climb.unite(asLeft(ground, united, climb.clock(), left), united.id());
      } else if (!(fact instanceof StatusFact.Corrected)) {
        climb.take(fact);
      }
    }
    climb.advanceTo(at);
    return climb;
  }

  /** The walk of a member who is gone, until an instant. */
  static Climb past(Ground ground, StatusFact.United united, Instant at) {
    Climb other = all(
        ground.enrolled(united.other().enrolledAt()),
        TreePVector.from(united.other().facts()));
    other.advanceTo(at);
    return other;
  }

  /** The walk of a member who is gone, with what is left by now of what both did. */
  private static Climb asLeft(
      Ground ground,
      StatusFact.United united,
      Instant at,
      Map<ActivityId, Optional<QualifyingEvent>> left) {
    Map<ActivityId, Optional<QualifyingEvent>> all = left(united.other().facts());
    all.putAll(left);
    return asLeft(ground.enrolled(united.other().enrolledAt()), united.other().facts(), at, all);
  }

  private static StatusFact asLeft(
      StatusFact.Happened happened, Map<ActivityId, Optional<QualifyingEvent>> left) {
    Optional<QualifyingEvent> now = left.get(happened.event().activity());
    return now == null
        ? happened
        : new StatusFact.Happened(
            happened.stamp(), now.orElseGet(() -> happened.event().nothingLeft()));
  }
}
