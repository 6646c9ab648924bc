package dev.laurel.journeys.map;

import dev.laurel.journeys.identity.FreeText;
import dev.laurel.journeys.identity.ImprovementId;
import dev.laurel.journeys.identity.PainPointId;
import dev.laurel.journeys.identity.TouchpointId;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A change to a touchpoint that somebody proposes, what it should bring about, and how far it is.
 */
@Value.Immutable
public abstract class Improvement {
  /** How far it is. */
  public enum Status {
    /** Somebody has had the idea. */
    PROPOSED,
    /** It will be done. */
    PLANNED,
    /** It is in force, and being watched. */
    TESTING,
    /** The data bear out the hypothesis. */
    CONFIRMED,
    /** The data speak against the hypothesis. */
    REFUTED,
    /** The data do not decide. */
    UNDECIDED,
    /** It will not be done. */
    DROPPED
  }

  Improvement() {}

  /** The name in data. */
  public abstract ImprovementId id();

  /** What is changed. */
  public abstract TouchpointId touchpoint();

  /** The pain that it should end. */
  public abstract Optional<PainPointId> painPoint();

  /** What it should bring about, so that data can speak for or against it. */
  public abstract String hypothesis();

  /** How far it is; proposed unless said otherwise. */
  @Value.Default
  public Status status() {
    return Status.PROPOSED;
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link Improvement}. */
  public static final class Builder extends ImmutableImprovement.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    FreeText.checked(
        "the hypothesis of improvement '" + id() + "'", "hypothesis", hypothesis(), 1_024);
  }
}
