package dev.laurel.journeys.conformance;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.journeys.identity.PersonaId;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.EventStatus;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.log.ObservedJourney;
import dev.laurel.journeys.log.TouchEvent;
import dev.laurel.journeys.map.JourneyMap;
import dev.laurel.journeys.map.MapVersion;
import dev.laurel.journeys.map.MapVersions;
import dev.laurel.journeys.map.Step;
import dev.laurel.journeys.persona.Persona;
import java.util.List;
import java.util.SortedMap;

/**
 * Holds maps against journeys, by the cheapest alignment of each.
 *
 * <p>Events that a map does not know are deviations like any other. To replay a log and pass them
 * by makes maps look better than they are.
 */
public final class Conformance {
  /** Where journeys are put that began while no version was in force; versions count from 1. */
  private static final int NO_VERSION = 0;

  private final JourneyMap map;
  private final Aligner aligner;

  private Conformance(JourneyMap map) {
    this.map = map;
    this.aligner = new Aligner(Ways.of(map.flow()));
  }

  /**
   * A map, ready to be held against journeys.
   *
   * @throws dev.laurel.core.failure.InvalidValueException LIMIT_EXCEEDED if sets in any order make
   *     more than 20,000 places
   */
  public static Conformance of(JourneyMap map) {
    return new Conformance(map);
  }

  /**
   * A map against the journeys of a log.
   *
   * @throws dev.laurel.core.failure.InvalidValueException LIMIT_EXCEEDED if a journey is so long
   *     that its events and the places of the map have more than 20,000,000 pairs
   */
  public static MapReality evaluate(JourneyLog log, JourneyMap map) {
    return RealityCounting.of(log, map, of(map).aligner);
  }

  /** A map against the journeys of each persona that is told by a segment, by its name. */
  public static ImmutableSortedMap<PersonaId, MapReality> evaluateByPersona(
      JourneyLog log, JourneyMap map, List<Persona> personas) {
    ImmutableSortedMap.Builder<PersonaId, MapReality> all = ImmutableSortedMap.naturalOrder();
    for (Persona persona : personas) {
      persona
          .segment()
          .ifPresent(segment -> all.put(
              persona.id(),
              evaluate(log.where(journey -> segment.matches(journey.facts().attributes())), map)));
    }
    return all.buildOrThrow();
  }

  /**
   * Each version of a map against the journeys that began while it was in force, by its number;
   * journeys that began while none was are held against none.
   */
  public static ImmutableSortedMap<Integer, MapReality> evaluateByVersion(
      JourneyLog log, MapVersions versions) {
    ImmutableSortedMap.Builder<Integer, MapReality> all = ImmutableSortedMap.naturalOrder();
    logsByVersion(log, versions)
        .forEach((number, part) ->
            all.put(number, evaluate(part, versions.version(number).map())));
    return all.buildOrThrow();
  }

  /**
   * The journeys that began while each version of a map was in force, by its number; a version
   * under which none began, and journeys that began while no version was in force, are left out.
   */
  public static ImmutableSortedMap<Integer, JourneyLog> logsByVersion(
      JourneyLog log, MapVersions versions) {
    SortedMap<Integer, JourneyLog> logs = log.split(
        journey -> versions.activeAt(journey.start()).map(MapVersion::number).orElse(NO_VERSION));
    return ImmutableSortedMap.copyOfSorted(logs.tailMap(NO_VERSION + 1));
  }

  /** The map against one journey. */
  public JourneyReality evaluate(ObservedJourney journey) {
    ImmutableList<TouchpointId> touchpoints = journey.touchpoints();
    Matching matching = new Matching(touchpoints, aligner.align(touchpoints));
    ImmutableList.Builder<Deviation> deviations = ImmutableList.builder();
    for (int i = 0; i < touchpoints.size(); i++) {
      TouchEvent event = journey.events().get(i);
      Step taken = matching.taken[i];
      Step elsewhere = matching.outOfOrder[i];
      if (elsewhere != null) {
        deviations.add(new Deviation.OutOfOrder(elsewhere, event));
      } else if (taken == null) {
        deviations.add(new Deviation.AdHoc(event));
      } else if (event.status() == EventStatus.FAILED) {
        deviations.add(new Deviation.Failed(taken, event));
      }
    }
    matching.missing.forEach(step -> deviations.add(new Deviation.Missing(step)));
    return new JourneyReality(
        journey.id(),
        matching.moves,
        deviations.build(),
        new JourneyReality.Fit(matching.cost, touchpoints.size() + aligner.shortest()));
  }

  /** The map that is held against journeys. */
  public JourneyMap map() {
    return map;
  }
}
