package dev.laurel.tiers.status;

import dev.laurel.tiers.ladder.LadderVersions;
import dev.laurel.tiers.ladder.TierLadder;
import java.time.Instant;
import java.util.List;

/** What the laws of status are held against: the fold proper, the naive model or a broken twin. */
interface StatusFold {
  /** When every life begins; a day that most years do not have. */
  Instant ENROLLED = Instant.parse("2024-02-29T09:00:00Z");

  /** The level at an instant after facts that arrive in this order. */
  int level(TierLadder ladder, List<StatusFact> arrivals, Instant at);

  /** The fold that the library offers. */
  static StatusFold proper() {
    return (ladder, arrivals, at) -> {
      StatusRecord record = StatusRecord.open(LadderVersions.of(ladder), Lives.UTC, ENROLLED);
      for (StatusFact fact : arrivals) {
        record = record.decide(fact).orThrow();
      }
      return record.standing(at).level();
    };
  }
}
