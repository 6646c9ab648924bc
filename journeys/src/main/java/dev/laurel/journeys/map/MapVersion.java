package dev.laurel.journeys.map;

import dev.laurel.core.LaurelCopiedValue;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Codes;
import dev.laurel.core.time.TimeGate;
import dev.laurel.journeys.identity.FreeText;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** A map at one point of its history: which one it came from, who changed it, when and why. */
@LaurelCopiedValue
@Value.Immutable
public abstract class MapVersion {
  /** Where a version stands. */
  public enum Status {
    /** It is being worked on. */
    DRAFT,
    /** It is the one in force; of one map there is at most one such version. */
    ACTIVE,
    /** It was in force, or was given up. */
    RETIRED
  }

  MapVersion() {}

  /** The number, from 1. */
  public abstract int number();

  /** The number of the version from which it was made; absent for the first. */
  public abstract OptionalInt parent();

  /** Who made it. */
  public abstract String author();

  /** When it was made. */
  public abstract Instant madeAt();

  /** Why it was made. */
  public abstract String reason();

  /** Where it stands; a draft unless said otherwise. */
  @Value.Default
  public Status status() {
    return Status.DRAFT;
  }

  /** When it came into force; absent if it never did. */
  public abstract Optional<Instant> activeFrom();

  /** When it ceased to be in force; absent if it has not. */
  public abstract Optional<Instant> activeUntil();

  /** The map itself. */
  public abstract JourneyMap map();

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link MapVersion}. */
  public static final class Builder extends ImmutableMapVersion.Builder {
    Builder() {}
  }

  abstract MapVersion withStatus(Status status);

  abstract MapVersion withActiveFrom(Instant at);

  abstract MapVersion withActiveUntil(Instant at);

  @Value.Check
  void check() {
    String subject = "version " + number() + " of map '" + map().id() + "'";
    InvalidValueException.check(
        number() >= 1, FailureCode.RANGE, "number", "%s must have a number from 1", subject);
    InvalidValueException.check(
        parent().isEmpty() || (parent().getAsInt() >= 1 && parent().getAsInt() < number()),
        FailureCode.RANGE,
        "parent",
        "%s must come from an earlier version: %s",
        subject,
        parent());
    Codes.label("the author of " + subject, author(), 128);
    FreeText.checked("the reason of " + subject, "reason", reason(), 1_024);
    TimeGate.admit(madeAt(), "madeAt");
    activeFrom().ifPresent(at -> TimeGate.admit(at, "activeFrom"));
    InvalidValueException.check(
        status() != Status.ACTIVE || (activeFrom().isPresent() && activeUntil().isEmpty()),
        FailureCode.VALUE_INVALID,
        "activeFrom",
        "%s must be in force from an instant on while it is active: from %s until %s",
        subject,
        activeFrom(),
        activeUntil());
    InvalidValueException.check(
        activeUntil().isEmpty()
            || (activeFrom().isPresent()
                && activeFrom().get().isBefore(activeUntil().get())),
        FailureCode.WINDOW_INVALID,
        "activeUntil",
        "%s must cease to be in force after it came: from %s until %s",
        subject,
        activeFrom(),
        activeUntil());
  }
}
