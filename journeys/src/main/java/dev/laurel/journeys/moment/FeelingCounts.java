package dev.laurel.journeys.moment;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.Experience;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.Outcome;
import dev.laurel.journeys.map.Emotion;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many journeys converted of those that felt so and so at a touchpoint, to be judged by
 * {@link FeelingEffects}: of 40 who said 5 of 5 at the test drive 30, of 20 who said 3 only 8.
 *
 * <p>A journey that said something at a touchpoint several times counts with what it said last.
 * Journeys without an outcome are in no count. Counts of parts of a log merge to the counts of the
 * whole.
 *
 * @param counts by touchpoint and feeling, the journeys and how many of them converted
 */
public record FeelingCounts(
    SortedMap<TouchpointId, ImmutableSortedMap<Emotion, Proportion>> counts) {
  /** Counts of these parts. */
  public FeelingCounts {
    counts = ImmutableSortedMap.copyOfSorted(counts);
  }

  /** The counts of a log. */
  public static FeelingCounts of(JourneyLog log) {
    SortedMap<TouchpointId, SortedMap<Emotion, Proportion>> counts = new TreeMap<>();
    for (int journey = 0; journey < log.journeys(); journey++) {
      Optional<Outcome> outcome = log.facts(journey).outcome();
      if (outcome.isPresent()) {
        Proportion one = Proportion.of(outcome.get().isConverted() ? 1 : 0, 1);
        last(log, journey)
            .forEach((touchpoint, felt) -> counts
                .computeIfAbsent(touchpoint, none -> new TreeMap<>())
                .merge(felt, one, Proportion::merge));
      }
    }
    return sorted(counts);
  }

  /** What a journey said last at each touchpoint. */
  private static Map<TouchpointId, Emotion> last(JourneyLog log, int journey) {
    Map<TouchpointId, Emotion> last = new TreeMap<>();
    for (int event = log.begin(journey); event < log.end(journey); event++) {
      Optional<Experience> said = log.experienceAt(event);
      if (said.isPresent()) {
        last.put(log.touchpoints().get(log.codeAt(event)), said.get().toEmotion());
      }
    }
    return last;
  }

  /** The counts of both. */
  public FeelingCounts merge(FeelingCounts other) {
    SortedMap<TouchpointId, SortedMap<Emotion, Proportion>> both = new TreeMap<>();
    counts.forEach((touchpoint, felt) -> both.put(touchpoint, new TreeMap<>(felt)));
    other.counts.forEach((touchpoint, felt) -> {
      SortedMap<Emotion, Proportion> all =
          both.computeIfAbsent(touchpoint, none -> new TreeMap<>());
      felt.forEach((emotion, journeys) -> all.merge(emotion, journeys, Proportion::merge));
    });
    return sorted(both);
  }

  private static FeelingCounts sorted(SortedMap<TouchpointId, SortedMap<Emotion, Proportion>> all) {
    ImmutableSortedMap.Builder<TouchpointId, ImmutableSortedMap<Emotion, Proportion>> counts =
        ImmutableSortedMap.naturalOrder();
    all.forEach((touchpoint, felt) -> counts.put(touchpoint, ImmutableSortedMap.copyOf(felt)));
    return new FeelingCounts(counts.buildOrThrow());
  }
}
