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

/**
 * The pass over a log that counts deviations.
 *
 * <p>Each variant is aligned once and counted as often as journeys took it; events are looked at
 * one by one only for what journeys of one variant do not share, their channels and failures.
 */
final class RealityCounting {
  private static final int TAKEN = 0;
  private static final int MISSING = 1;
  private static final int AD_HOC = 2;
  private static final int OUT_OF_ORDER = 3;
  private static final int FAILED = 4;
  private static final int KINDS = 5;

  private final JourneyLog log;
  private final JourneyMap map;
  private final Aligner aligner;
  private final Map<List<TouchpointId>, Tally> tallies = new HashMap<>();
  private final SortedMap<JourneyReality.Fit, Long> fits = new TreeMap<>();
  private final SortedMap<TouchpointId, long[]> inAll = new TreeMap<>();

  /** By the codes of touchpoint, in the upper half, and channel. */
  private final Map<Long, long[]> byChannel = new HashMap<>();

  /** How many journeys took a variant. */
  private static final class Tally {
    private final Matching matching;
    private long journeys;

    Tally(Matching matching) {
      this.matching = matching;
    }

    /** What became of the event at this place of the journey. */
    int kind(int place) {
      if (matching.taken[place] != null) {
        return TAKEN;
      }
      return matching.outOfOrder[place] != null ? OUT_OF_ORDER : AD_HOC;
    }
  }

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
    counting.tallies.forEach(counting::add);
    return counting.reality();
  }

  private void add(int journey) {
    Tally tally = tallies.computeIfAbsent(
        touchpoints(journey), variant -> new Tally(new Matching(variant, aligner.align(variant))));
    tally.journeys++;
    int begin = log.begin(journey);
    for (int event = begin; event < log.end(journey); event++) {
      if (log.channelCodeAt(event) >= 0 || log.isFailedAt(event)) {
        add(event, tally.kind(event - begin));
      }
    }
  }

  /** What the event does not share with those of other journeys of its variant. */
  private void add(int event, int kind) {
    boolean hasFailed = kind == TAKEN && log.isFailedAt(event);
    if (hasFailed) {
      inAll(log.touchpoints().get(log.codeAt(event)))[FAILED]++;
    }
    if (log.channelCodeAt(event) >= 0) {
      long place = ((long) log.codeAt(event) << Integer.SIZE) | log.channelCodeAt(event);
      long[] counts = byChannel.computeIfAbsent(place, none -> new long[KINDS]);
      counts[kind]++;
      counts[FAILED] += hasFailed ? 1 : 0;
    }
  }

  private void add(List<TouchpointId> variant, Tally tally) {
    for (int place = 0; place < variant.size(); place++) {
      inAll(variant.get(place))[tally.kind(place)] += tally.journeys;
    }
    for (Step step : tally.matching.missing) {
      inAll(step.id())[MISSING] += tally.journeys;
    }
    fits.merge(
        new JourneyReality.Fit(tally.matching.cost, variant.size() + aligner.shortest()),
        tally.journeys,
        Long::sum);
  }

  private long[] inAll(TouchpointId touchpoint) {
    return inAll.computeIfAbsent(touchpoint, none -> new long[KINDS]);
  }

  private MapReality reality() {
    SortedMap<TouchpointId, SortedMap<Channel, DeviationCounts>> channels = new TreeMap<>();
    byChannel.forEach((place, counts) -> channels
        .computeIfAbsent(
            log.touchpoints().get((int) (place >>> Integer.SIZE)), none -> new TreeMap<>())
        .put(log.channels().get(place.intValue()), counts(counts)));
    SortedMap<TouchpointId, StepReality> steps = new TreeMap<>();
    inAll.forEach((touchpoint, counts) -> steps.put(
        touchpoint,
        new StepReality(
            touchpoint,
            map.stageOf(touchpoint),
            counts(counts),
            ImmutableSortedMap.copyOf(channels.getOrDefault(touchpoint, new TreeMap<>())))));
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
