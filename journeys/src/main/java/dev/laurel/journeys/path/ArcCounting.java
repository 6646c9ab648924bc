package dev.laurel.journeys.path;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import java.util.List;
import java.util.TreeMap;

/**
 * The one pass over a log that counts its arcs.
 *
 * <p>The sums of an arc lie side by side in one array, so that an event touches one stretch of
 * memory. Logs of more than a thousand touchpoints, whose table would be larger than the log, keep
 * their arcs in a map.
 */
final class ArcCounting {
  private static final int COUNT = 0;
  private static final int TOTAL = 1;
  private static final int SHORTEST = 2;
  private static final int LONGEST = 3;
  private static final int SUMS = 4;
  private static final int MOST_IN_TABLE = 1_024;

  private final JourneyLog log;
  private final int size;
  private final long[] starts;
  private final long[] ends;
  private final long[] occurrences;

  private ArcCounting(JourneyLog log) {
    this.log = log;
    this.size = log.touchpoints().size();
    this.starts = new long[size];
    this.ends = new long[size];
    this.occurrences = new long[size];
  }

  static DirectlyFollows of(JourneyLog log) {
    ArcCounting counting = new ArcCounting(log);
    ImmutableList<Arc> arcs =
        counting.size <= MOST_IN_TABLE ? counting.inTable() : counting.inMap();
    return new DirectlyFollows(
        log.journeys(),
        log.events(),
        counting.named(counting.starts),
        counting.named(counting.ends),
        counting.named(counting.occurrences),
        arcs);
  }

  private ImmutableList<Arc> inTable() {
    long[] table = new long[size * size * SUMS];
    for (int arc = 0; arc < size * size; arc++) {
      table[arc * SUMS + SHORTEST] = Long.MAX_VALUE;
    }
    for (int journey = 0; journey < log.journeys(); journey++) {
      int event = log.begin(journey);
      int end = log.end(journey);
      int from = log.codeAt(event);
      long before = log.microsAt(event);
      starts[from]++;
      occurrences[from]++;
      for (event++; event < end; event++) {
        int to = log.codeAt(event);
        long after = log.microsAt(event);
        occurrences[to]++;
        add(table, (from * size + to) * SUMS, after - before);
        from = to;
        before = after;
      }
      ends[from]++;
    }
    ImmutableList.Builder<Arc> arcs = ImmutableList.builder();
    for (int arc = 0; arc < size * size; arc++) {
      if (table[arc * SUMS + COUNT] > 0) {
        arcs.add(arc(arc / size, arc % size, table, arc * SUMS));
      }
    }
    return arcs.build();
  }

  private ImmutableList<Arc> inMap() {
    TreeMap<Long, long[]> table = new TreeMap<>();
    for (int journey = 0; journey < log.journeys(); journey++) {
      starts[log.codeAt(log.begin(journey))]++;
      ends[log.codeAt(log.end(journey) - 1)]++;
      for (int event = log.begin(journey); event < log.end(journey); event++) {
        occurrences[log.codeAt(event)]++;
        if (event > log.begin(journey)) {
          long key = (long) log.codeAt(event - 1) * size + log.codeAt(event);
          long[] sums = table.computeIfAbsent(key, none -> new long[] {0, 0, Long.MAX_VALUE, 0});
          add(sums, 0, log.microsAt(event) - log.microsAt(event - 1));
        }
      }
    }
    ImmutableList.Builder<Arc> arcs = ImmutableList.builder();
    table.forEach((key, sums) -> arcs.add(arc((int) (key / size), (int) (key % size), sums, 0)));
    return arcs.build();
  }

  private static void add(long[] table, int arc, long micros) {
    table[arc + COUNT]++;
    table[arc + TOTAL] += micros;
    table[arc + SHORTEST] = Math.min(table[arc + SHORTEST], micros);
    table[arc + LONGEST] = Math.max(table[arc + LONGEST], micros);
  }

  private Arc arc(int from, int to, long[] table, int at) {
    List<TouchpointId> names = log.touchpoints();
    return new Arc(
        names.get(from),
        names.get(to),
        table[at + COUNT],
        table[at + TOTAL],
        table[at + SHORTEST],
        table[at + LONGEST]);
  }

  private ImmutableSortedMap<TouchpointId, Long> named(long[] counts) {
    ImmutableSortedMap.Builder<TouchpointId, Long> named = ImmutableSortedMap.naturalOrder();
    for (int code = 0; code < counts.length; code++) {
      if (counts[code] > 0) {
        named.put(log.touchpoints().get(code), counts[code]);
      }
    }
    return named.buildOrThrow();
  }
}
