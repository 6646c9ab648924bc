package dev.laurel.journeys.conformance;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Channel;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.map.JourneyMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A map held against what customers really did.
 *
 * @param map the map
 * @param fits how many journeys there are of each cost and size
 * @param steps what happened at each touchpoint: those of the map in its order, then the others in
 *     the order of their names
 */
public record MapReality(
    JourneyMap map,
    ImmutableSortedMap<JourneyReality.Fit, Long> fits,
    ImmutableMap<TouchpointId, StepReality> steps) {
  /** How many journeys there are. */
  public long journeys() {
    return fits.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The journeys that are exactly as designed, failures apart. */
  public Proportion fitting() {
    long fitting = 0;
    for (Map.Entry<JourneyReality.Fit, Long> fit : fits.entrySet()) {
      fitting += fit.getKey().cost() == 0 ? fit.getValue() : 0;
    }
    return Proportion.of(fitting, journeys());
  }

  /** One less the sum of all costs by the sum of all sizes; absent for no journey. */
  public OptionalDouble logFitness() {
    long cost = 0;
    long size = 0;
    for (Map.Entry<JourneyReality.Fit, Long> fit : fits.entrySet()) {
      cost = Math.addExact(cost, Math.multiplyExact(fit.getKey().cost(), fit.getValue()));
      size = Math.addExact(size, Math.multiplyExact(fit.getKey().size(), fit.getValue()));
    }
    return size == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - (double) cost / size);
  }

  /** The mean of the fitness of each journey; absent for no journey. */
  public OptionalDouble meanFitness() {
    double sum = 0;
    for (Map.Entry<JourneyReality.Fit, Long> fit : fits.entrySet()) {
      sum += fit.getKey().fitness() * fit.getValue();
    }
    return fits.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sum / journeys());
  }

  /** What happened at a touchpoint, if a journey came by or missed it. */
  public Optional<StepReality> at(TouchpointId touchpoint) {
    return Optional.ofNullable(steps.get(touchpoint));
  }

  /** What happened in all. */
  public DeviationCounts counts() {
    return steps.values().stream()
        .map(StepReality::counts)
        .reduce(DeviationCounts.NONE, DeviationCounts::plus);
  }

  /** What happened on each channel. */
  public ImmutableSortedMap<Channel, DeviationCounts> byChannel() {
    SortedMap<Channel, DeviationCounts> channels = new TreeMap<>();
    steps
        .values()
        .forEach(step -> step.byChannel()
            .forEach((channel, counts) -> channels.merge(channel, counts, DeviationCounts::plus)));
    return ImmutableSortedMap.copyOf(channels);
  }

  /**
   * The map against the journeys of both.
   *
   * @throws InvalidValueException VALUE_INVALID if the maps differ
   */
  public MapReality merge(MapReality other) {
    InvalidValueException.check(
        map.equals(other.map),
        FailureCode.VALUE_INVALID,
        "map",
        "realities must be of one map to be merged: '%s', '%s'",
        map.id(),
        other.map.id());
    SortedMap<JourneyReality.Fit, Long> fitting = new TreeMap<>(fits);
    other.fits.forEach((fit, count) -> fitting.merge(fit, count, Math::addExact));
    SortedMap<TouchpointId, StepReality> all = new TreeMap<>(steps);
    other.steps.forEach((touchpoint, step) -> all.merge(touchpoint, step, StepReality::merge));
    return new MapReality(map, ImmutableSortedMap.copyOf(fitting), inOrder(map, all));
  }

  static ImmutableMap<TouchpointId, StepReality> inOrder(
      JourneyMap map, SortedMap<TouchpointId, StepReality> steps) {
    Map<TouchpointId, StepReality> inOrder = new LinkedHashMap<>();
    map.touchpoints().keySet().forEach(touchpoint -> {
      StepReality step = steps.get(touchpoint);
      if (step != null) {
        inOrder.put(touchpoint, step);
      }
    });
    steps.forEach(inOrder::putIfAbsent);
    return ImmutableMap.copyOf(inOrder);
  }
}
