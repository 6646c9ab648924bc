package dev.laurel.journeys.map;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.identity.Channel;
import dev.laurel.journeys.identity.FreeText;
import dev.laurel.journeys.identity.TouchpointId;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A touchpoint at which something is said: an advertisement, a confirmation, an invoice.
 *
 * <p>Unless said otherwise the company says it to the customer, in the lane
 * {@link Lane#FRONTSTAGE}.
 */
@Value.Immutable
public abstract non-sealed class CommunicationPoint implements Touchpoint {
  CommunicationPoint() {}

  @Override
  public abstract TouchpointId id();

  @Override
  public abstract String name();

  /** Who says it. */
  @Value.Default
  public Actor initiator() {
    return Actor.COMPANY;
  }

  /** Who hears it. */
  @Value.Default
  public Actor receiver() {
    return Actor.CUSTOMER;
  }

  /** What is said. */
  public abstract Optional<String> message();

  @Override
  public abstract List<Channel> channels();

  @Override
  @Value.Default
  public Lane lane() {
    return Lane.FRONTSTAGE;
  }

  @Override
  public ImmutableList<Actor> actors() {
    return ImmutableList.of(initiator(), receiver());
  }

  /** What the company says to the customer, of which no more is known than its names. */
  public static CommunicationPoint of(String id, String name) {
    CommunicationPoint.Builder point = builder();
    return point.id(TouchpointId.of(id)).name(name).build();
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link CommunicationPoint}. */
  public static final class Builder extends ImmutableCommunicationPoint.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    Checks.touchpoint(this);
    message().ifPresent(text -> FreeText.checked("a message", "message", text, 1_024));
  }
}
