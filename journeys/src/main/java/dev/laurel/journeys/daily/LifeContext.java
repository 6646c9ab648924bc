package dev.laurel.journeys.daily;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.identity.FreeText;
import dev.laurel.journeys.map.Emotion;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Something that a customer does in an ordinary week: charging the car on the motorway, 25 minutes,
 * three times a week, bored.
 */
@Value.Immutable
public abstract class LifeContext {
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final double MOST_TIMES = 1_000;
  private static final double MINUTES_OF_A_WEEK = 7 * 24 * 60;

  LifeContext() {}

  /** The name in data. */
  public abstract ContextId id();

  /** What the customer does, in words. */
  public abstract String activity();

  /** Where. */
  public abstract String place();

  /** When it typically begins. */
  public abstract Optional<LocalTime> typicalTime();

  /** How long it takes, up to a day. */
  public abstract Duration duration();

  /** How often in a week, above 0. */
  public abstract double timesPerWeek();

  /** How the customer feels. */
  public abstract Optional<Emotion> mood();

  /** What the customer wants to get done there, in words. */
  public abstract Optional<String> job();

  /** How much is missing there for the customer, from 0 for nothing to 1; one half if not said. */
  @Value.Default
  public double need() {
    return 0.5;
  }

  /** What it has to do with the company. */
  public abstract Relation relation();

  /** How many minutes a week it takes. */
  public final double minutesPerWeek() {
    return duration().toMillis() / 60_000.0 * timesPerWeek();
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link LifeContext}. */
  public static final class Builder extends ImmutableLifeContext.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    String subject = "context '" + id() + "'";
    FreeText.checked("the activity of " + subject, "activity", activity(), 256);
    FreeText.checked("the place of " + subject, "place", place(), 256);
    job().ifPresent(text -> FreeText.checked("the job of " + subject, "job", text, 256));
    InvalidValueException.check(
        !duration().isNegative() && !duration().isZero() && duration().compareTo(LONGEST) <= 0,
        FailureCode.RANGE,
        "duration",
        "%s must take some time, up to a day: %s",
        subject,
        duration());
    InvalidValueException.check(
        timesPerWeek() > 0 && timesPerWeek() <= MOST_TIMES && minutesPerWeek() <= MINUTES_OF_A_WEEK,
        FailureCode.RANGE,
        "timesPerWeek",
        "%s must happen some times, within a week: %s times %s",
        subject,
        timesPerWeek(),
        duration());
    InvalidValueException.check(
        need() >= 0 && need() <= 1,
        FailureCode.PERCENT_RANGE,
        "need",
        "%s must have a need from 0 to 1: %s",
        subject,
        need());
  }
}
