package dev.laurel.journeys.map;

import dev.laurel.journeys.identity.StageId;
import dev.laurel.journeys.identity.TouchpointId;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A touchpoint at its place in a map: in which stage it comes, what the customer is expected to
 * feel, and whether the journey is believed to be decided there.
 *
 * <p>One touchpoint may come in several steps.
 */
@Value.Immutable
public abstract class Step {
  Step() {}

  /** What happens. */
  public abstract Touchpoint touchpoint();

  /** In which stage. */
  public abstract StageId stage();

  /** What the customer is expected to feel; absent where nobody has said. */
  public abstract Optional<Emotion> expectedEmotion();

  /** The moment of truth that the step is declared to be. */
  public abstract Optional<MomentKind> moment();

  /** The name of the touchpoint in data. */
  public TouchpointId id() {
    return touchpoint().id();
  }

  /** The step of a touchpoint of which no more is said than its stage. */
  public static Step of(Touchpoint touchpoint, String stage) {
    Step.Builder step = builder();
    return step.touchpoint(touchpoint).stage(StageId.of(stage)).build();
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Step}. */
  public static final class Builder extends ImmutableStep.Builder {
    Builder() {}
  }
}
