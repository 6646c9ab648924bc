package dev.laurel.journeys.map;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.identity.Channel;
import dev.laurel.journeys.identity.TouchpointId;
import java.util.List;
import org.immutables.value.Value;

/**
 * A touchpoint at which something is done: a test drive, a payment, a repair.
 *
 * <p>Unless said otherwise the customer does it; the lane is {@link Lane#CUSTOMER} for what the
 * customer does and {@link Lane#FRONTSTAGE} for the rest.
 */
@Value.Immutable
public abstract non-sealed class Action implements Touchpoint {
  Action() {}

  @Override
  public abstract TouchpointId id();

  @Override
  public abstract String name();

  /** Who does it. */
  @Value.Default
  public Actor actor() {
    return Actor.CUSTOMER;
  }

  @Override
  public abstract List<Channel> channels();

  @Override
  @Value.Default
  public Lane lane() {
    return actor().party() == Actor.Party.CUSTOMER ? Lane.CUSTOMER : Lane.FRONTSTAGE;
  }

  @Override
  public ImmutableList<Actor> actors() {
    return ImmutableList.of(actor());
  }

  /** What the customer does, of which no more is known than its names. */
  public static Action of(String id, String name) {
    Action.Builder action = builder();
    return action.id(TouchpointId.of(id)).name(name).build();
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link Action}. */
  public static final class Builder extends ImmutableAction.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    Checks.touchpoint(this);
  }
}
