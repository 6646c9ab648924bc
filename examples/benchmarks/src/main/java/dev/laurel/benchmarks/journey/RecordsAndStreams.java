package dev.laurel.benchmarks.journey;

import dev.laurel.journeys.identity.TouchpointId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What one writes first: a record for each event, and streams over them. */
final class RecordsAndStreams {
  /** An event. */
  record Event(Integer journey, TouchpointId touchpoint, Instant at) {}

  /** An arc. */
  record Pair(TouchpointId from, TouchpointId to) {}

  private RecordsAndStreams() {}

  static List<Event> events(InventedEvents invented) {
    return IntStream.range(0, invented.codes().length)
        .mapToObj(event -> new Event(
            invented.journeyOf()[event],
            InventedEvents.TOUCHPOINTS.get(invented.codes()[event]),
            Instant.EPOCH.plus(invented.micros()[event], ChronoUnit.MICROS)))
        .toList();
  }

  /** The events of each journey in the order of time. */
  static Map<Integer, List<TouchpointId>> journeys(List<Event> events) {
    return events.stream()
        .sorted(Comparator.comparing(Event::at))
        .collect(Collectors.groupingBy(
            Event::journey, Collectors.mapping(Event::touchpoint, Collectors.toList())));
  }

  static Map<Pair, Long> arcs(Map<Integer, List<TouchpointId>> journeys) {
    return journeys.values().stream()
        .flatMap(way ->
            IntStream.range(1, way.size()).mapToObj(i -> new Pair(way.get(i - 1), way.get(i))))
        .collect(Collectors.groupingBy(pair -> pair, Collectors.counting()));
  }

  static Map<List<TouchpointId>, Long> variants(Map<Integer, List<TouchpointId>> journeys) {
    return journeys.values().stream()
        .collect(Collectors.groupingBy(way -> way, Collectors.counting()));
  }
}
