package dev.laurel.journeys.conformance;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.identity.Channel;
import dev.laurel.journeys.identity.StageId;
import dev.laurel.journeys.identity.TouchpointId;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What happened at one touchpoint, in all and on each channel.
 *
 * @param touchpoint the touchpoint
 * @param stage the stage in which the map first has it; absent if the map does not know it
 * @param counts what happened in all
 * @param byChannel what happened on each channel; events without one, and missing steps, are in
 *     none
 */
public record StepReality(
    TouchpointId touchpoint,
    Optional<StageId> stage,
    DeviationCounts counts,
    ImmutableSortedMap<Channel, DeviationCounts> byChannel) {
  /** A step of these parts. */
  public StepReality {
    requireNonNull(touchpoint, "touchpoint");
    requireNonNull(stage, "stage");
    requireNonNull(counts, "counts");
    requireNonNull(byChannel, "byChannel");
  }

  /** Of the times at which the map has the step, those at which it was taken there. */
  public Proportion taken() {
    return Proportion.of(counts.taken(), counts.taken() + counts.mapMoves());
  }

  /** Of the times at which the map has the step, those at which it was missed. */
  public Proportion missed() {
    return Proportion.of(counts.mapMoves(), counts.taken() + counts.mapMoves());
  }

  /** Of the times at which the step was taken, those at which it failed. */
  public Proportion failed() {
    return Proportion.of(counts.failed(), counts.taken());
  }

  StepReality merge(StepReality other) {
    SortedMap<Channel, DeviationCounts> channels = new TreeMap<>(byChannel);
    other.byChannel.forEach(
        (channel, more) -> channels.merge(channel, more, DeviationCounts::plus));
    return new StepReality(
        touchpoint, stage, counts.plus(other.counts), ImmutableSortedMap.copyOf(channels));
  }
}
