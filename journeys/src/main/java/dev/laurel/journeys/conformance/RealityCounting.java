package dev.laurel.journeys.conformance;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.identity.Channel;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.map.JourneyMap;
import dev.laurel.journeys.map.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The pass over a log that counts deviations; each variant is aligned once. */
final class RealityCounting {
  private static final int TAKEN = 0;
  private static final int MISSING = 1;
  private static final int AD_HOC = 2;
  private static final int OUT_OF_ORDER = 3;
  private static final int FAILED = 4;

  private final JourneyLog log;
  private final JourneyMap map;
  private final Aligner aligner;
  private final Map<List<TouchpointId>, Matching> matchings = new HashMap<>();
  private final SortedMap<JourneyReality.Fit, Long> fits = new TreeMap<>();
  private final SortedMap<TouchpointId, long[]> inAll = new TreeMap<>();
  private final SortedMap<TouchpointId, SortedMap<Channel, long[]>> byChannel = new TreeMap<>();

  private RealityCounting(JourneyLog log, JourneyMap map, Aligner aligner) {
    this.log = log;
    this.map = map;
    this.aligner = aligner;
  }

  static MapReality of(JourneyLog log, JourneyMap map, Aligner aligner) {
    RealityCounting counting = new RealityCounting(log, map, aligner);
    for (int journey = 0; journey < log.journeys(); journey++) {
      counting.add(journey);
    }
    return counting.reality();
  }

  private void add(int journey) {
    List<TouchpointId> touchpoints = touchpoints(journey);
    Matching matching = matchings.computeIfAbsent(
        touchpoints, variant -> new Matching(variant, aligner.align(variant)));
    for (int i = 0; i < touchpoints.size(); i++) {
      int event = log.begin(journey) + i;
      if (matching.taken[i] != null) {
        count(event, TAKEN);
        if (log.isFailedAt(event)) {
          count(event, FAILED);
        }
      } else {
        count(event, matching.outOfOrder[i] != null ? OUT_OF_ORDER : AD_HOC);
      }
    }
    for (Step step : matching.missing) {
      inAll.computeIfAbsent(step.id(), none -> new long[5])[MISSING]++;
    }
    fits.merge(
        new JourneyReality.Fit(matching.cost, touchpoints.size() + aligner.shortest()),
        1L,
        Long::sum);
  }

  private void count(int event, int kind) {
    TouchpointId touchpoint = log.touchpoints().get(log.codeAt(event));
    inAll.computeIfAbsent(touchpoint, none -> new long[5])[kind]++;
    if (log.channelCodeAt(event) >= 0) {
      Channel channel = log.channels().get(log.channelCodeAt(event));
      byChannel.computeIfAbsent(touchpoint, none -> new TreeMap<>())
          .computeIfAbsent(channel, none -> new long[5])[kind]++;
    }
  }

  private MapReality reality() {
    SortedMap<TouchpointId, StepReality> steps = new TreeMap<>();
    inAll.forEach((touchpoint, counts) -> {
      ImmutableSortedMap.Builder<Channel, DeviationCounts> channels =
          ImmutableSortedMap.naturalOrder();
      byChannel
          .getOrDefault(touchpoint, new TreeMap<>())
          .forEach((channel, own) -> channels.put(channel, counts(own)));
      steps.put(
          touchpoint,
          new StepReality(
              touchpoint, map.stageOf(touchpoint), counts(counts), channels.buildOrThrow()));
    });
    return new MapReality(map, ImmutableSortedMap.copyOf(fits), MapReality.inOrder(map, steps));
  }

  private List<TouchpointId> touchpoints(int journey) {
    ImmutableList.Builder<TouchpointId> touchpoints =
        ImmutableList.builderWithExpectedSize(log.length(journey));
    for (int event = log.begin(journey); event < log.end(journey); event++) {
      touchpoints.add(log.touchpoints().get(log.codeAt(event)));
    }
    return touchpoints.build();
  }

  private static DeviationCounts counts(long[] counts) {
    return new DeviationCounts(
        counts[TAKEN], counts[MISSING], counts[AD_HOC], counts[OUT_OF_ORDER], counts[FAILED]);
  }
}
