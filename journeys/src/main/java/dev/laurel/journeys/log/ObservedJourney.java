package dev.laurel.journeys.log;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.identity.JourneyId;
import dev.laurel.journeys.identity.TouchpointId;
import java.time.Duration;
import java.time.Instant;

/**
 * What one customer really did: the events of one journey in their order.
 *
 * @param id the name of the journey
 * @param facts what is known of it as a whole
 * @param events the events, at least one
 */
public record ObservedJourney(JourneyId id, JourneyFacts facts, ImmutableList<TouchEvent> events) {
  /**
   * A checked journey.
   *
   * @throws InvalidValueException REQUIRED without an event
   */
  public ObservedJourney {
    InvalidValueException.check(
        !events.isEmpty(), FailureCode.REQUIRED, "events", "journey '%s' must have an event", id);
  }

  /** The touchpoints in their order, repetitions included. */
  public ImmutableList<TouchpointId> touchpoints() {
    return events.stream().map(TouchEvent::touchpoint).collect(ImmutableList.toImmutableList());
  }

  /** Whether the journey came by a touchpoint. */
  public boolean touches(TouchpointId touchpoint) {
    return events.stream().anyMatch(event -> event.touchpoint().equals(touchpoint));
  }

  /** When the first event happened. */
  public Instant start() {
    return events.get(0).at();
  }

  /** When the last event happened. */
  public Instant end() {
    return events.get(events.size() - 1).at();
  }

  /** From the first event to the last; zero for a single event. */
  public Duration duration() {
    return Duration.between(start(), end());
  }
}
