package dev.laurel.journeys.log;

import dev.laurel.core.money.ExactMoney;
import java.util.Optional;
import org.immutables.value.Value;

/** How a journey ended for the company: bought or not, left or stayed, worth what, scored how. */
@Value.Immutable
public abstract class Outcome {
  Outcome() {}

  /** Whether the customer did what the journey is for. */
  @Value.Default
  public boolean isConverted() {
    return false;
  }

  /** Whether the customer left. */
  @Value.Default
  public boolean isChurned() {
    return false;
  }

  /** What the journey was worth. */
  public abstract Optional<ExactMoney> value();

  /** What the customer said about the journey as a whole. */
  public abstract Optional<Experience> score();

  /** The outcome of which no more is known than whether the customer converted. */
  public static Outcome converted(boolean isConverted) {
    Outcome.Builder outcome = builder();
    return outcome.isConverted(isConverted).build();
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link Outcome}. */
  public static final class Builder extends ImmutableOutcome.Builder {
    Builder() {}
  }
}
