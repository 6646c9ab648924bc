package dev.laurel.journeys.path;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What followed what: how often each touchpoint was directly followed by each other, with the times
 * between, and where journeys start and end.
 *
 * <p>Journeys {@code abb} and {@code ab} have the arcs ab twice and bb once, start twice at a and
 * end twice at b. The arcs add up to events less journeys, starts and ends to journeys each. Graphs
 * of logs without a common journey merge by adding.
 *
 * @param journeys how many journeys
 * @param events how many events
 * @param starts how many journeys start at each touchpoint
 * @param ends how many journeys end at each touchpoint
 * @param occurrences how many events each touchpoint has
 * @param arcs the arcs, by the names of their ends
 */
public record DirectlyFollows(
    long journeys,
    long events,
    ImmutableSortedMap<TouchpointId, Long> starts,
    ImmutableSortedMap<TouchpointId, Long> ends,
    ImmutableSortedMap<TouchpointId, Long> occurrences,
    ImmutableList<Arc> arcs) {
  private static final Comparator<Arc> BY_ENDS =
      Comparator.comparing(Arc::from).thenComparing(Arc::to);

  /** The graph of no journey, which changes nothing when it is merged. */
  public static final DirectlyFollows NONE = new DirectlyFollows(
      0,
      0,
      ImmutableSortedMap.of(),
      ImmutableSortedMap.of(),
      ImmutableSortedMap.of(),
      ImmutableList.of());

  /** A graph of these parts, the arcs sorted by their ends. */
  public DirectlyFollows {
    arcs = ImmutableList.sortedCopyOf(BY_ENDS, arcs);
  }

  /** The graph of a log. */
  public static DirectlyFollows of(JourneyLog log) {
    return ArcCounting.of(log);
  }

  /** How often one touchpoint was directly followed by another. */
  public long count(TouchpointId from, TouchpointId to) {
    return arc(from, to).map(Arc::count).orElse(0L);
  }

  /** The arc between two touchpoints; absent if the one never followed the other. */
  public Optional<Arc> arc(TouchpointId from, TouchpointId to) {
    int low = 0;
    int high = arcs.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Arc found = arcs.get(middle);
      int order =
          found.from().equals(from) ? found.to().compareTo(to) : found.from().compareTo(from);
      if (order == 0) {
        return Optional.of(found);
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return Optional.empty();
  }

  /** The graph of the journeys of both. */
  public DirectlyFollows merge(DirectlyFollows other) {
    SortedMap<Ends, Arc> all = new TreeMap<>();
    arcs.forEach(arc -> all.put(new Ends(arc.from(), arc.to()), arc));
    other.arcs.forEach(arc -> all.merge(new Ends(arc.from(), arc.to()), arc, Arc::merge));
    return new DirectlyFollows(
        Math.addExact(journeys, other.journeys),
        Math.addExact(events, other.events),
        sum(starts, other.starts),
        sum(ends, other.ends),
        sum(occurrences, other.occurrences),
        ImmutableList.copyOf(all.values()));
  }

  private static ImmutableSortedMap<TouchpointId, Long> sum(
      Map<TouchpointId, Long> one, Map<TouchpointId, Long> other) {
    SortedMap<TouchpointId, Long> sum = new TreeMap<>(one);
    other.forEach((touchpoint, count) -> sum.merge(touchpoint, count, Math::addExact));
    return ImmutableSortedMap.copyOf(sum);
  }

  private record Ends(TouchpointId from, TouchpointId to) implements Comparable<Ends> {
    @Override
    public int compareTo(Ends other) {
      int byFrom = from.compareTo(other.from);
      return byFrom != 0 ? byFrom : to.compareTo(other.to);
    }
  }
}
