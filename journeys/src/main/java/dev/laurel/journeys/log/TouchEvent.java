package dev.laurel.journeys.log;

import dev.laurel.core.LaurelCopiedValue;
import dev.laurel.core.activity.Attributes;
import dev.laurel.core.identity.Channel;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.time.TimeGate;
import dev.laurel.journeys.identity.JourneyId;
import dev.laurel.journeys.identity.TouchpointId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * One thing that happened on one journey: which touchpoint, when, on which channel, how it ended,
 * how it was felt and what it was worth.
 *
 * <p>Instants are kept to the microsecond. Attributes may be about a person and stay out of
 * {@code toString}.
 */
@LaurelCopiedValue
@Value.Immutable
public abstract class TouchEvent {
  TouchEvent() {}

  /** The journey it belongs to. */
  public abstract JourneyId journey();

  /** What happened. */
  public abstract TouchpointId touchpoint();

  /** When it happened. */
  public abstract Instant at();

  /** The way on which it happened. */
  public abstract Optional<Channel> channel();

  /** How it ended; completed unless said otherwise. */
  @Value.Default
  public EventStatus status() {
    return EventStatus.COMPLETED;
  }

  /** What the customer said about it. */
  public abstract Optional<Experience> experience();

  /** What it was worth. */
  public abstract Optional<ExactMoney> value();

  /** Its place among the events of the source, for events of one instant. */
  public abstract OptionalLong sequence();

  /** Facts beyond those that Laurel knows by name. */
  @Value.Default
  public Attributes attributes() {
    return Attributes.none();
  }

  /** An event of which no more is known than what happened when. */
  public static TouchEvent of(JourneyId journey, TouchpointId touchpoint, Instant at) {
    TouchEvent.Builder event = builder();
    return event.journey(journey).touchpoint(touchpoint).at(at).build();
  }

  /** The event under the name of another touchpoint. */
  public TouchEvent renamed(TouchpointId touchpoint) {
    return withTouchpoint(touchpoint);
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link TouchEvent}. */
  public static final class Builder extends ImmutableTouchEvent.Builder {
    Builder() {}
  }

  abstract TouchEvent withTouchpoint(TouchpointId touchpoint);

  abstract TouchEvent withAt(Instant at);

  @Value.Check
  TouchEvent check() {
    Instant admitted = TimeGate.admit(at(), "at");
    return admitted.equals(at()) ? this : withAt(admitted);
  }
}
