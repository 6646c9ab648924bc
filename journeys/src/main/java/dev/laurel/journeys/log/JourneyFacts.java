package dev.laurel.journeys.log;

import dev.laurel.core.LaurelCopiedValue;
import dev.laurel.core.activity.Attributes;
import dev.laurel.core.identity.MemberId;
import java.util.Optional;
import org.immutables.value.Value;

/** What is known of a journey as a whole: whose it is, how it ended, and attributes. */
@LaurelCopiedValue
@Value.Immutable
public abstract class JourneyFacts {
  /** Nothing is known. */
  public static final JourneyFacts NONE = builder().build();

  JourneyFacts() {}

  /** Whose journey it is. */
  public abstract Optional<MemberId> member();

  /** How it ended; absent where that is not known, which is not the same as not converted. */
  public abstract Optional<Outcome> outcome();

  /** The attributes by which personas and segments are told. */
  @Value.Default
  public Attributes attributes() {
    return Attributes.none();
  }

  /** The facts with this outcome. */
  public JourneyFacts endingIn(Outcome outcome) {
    return withOutcome(Optional.of(outcome));
  }

  /** The facts without an outcome. */
  public JourneyFacts openEnded() {
    return withOutcome(Optional.empty());
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link JourneyFacts}. */
  public static final class Builder extends ImmutableJourneyFacts.Builder {
    Builder() {}
  }

  abstract JourneyFacts withOutcome(Optional<? extends Outcome> outcome);
}
