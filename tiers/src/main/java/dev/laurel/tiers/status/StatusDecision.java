package dev.laurel.tiers.status;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** The answer to a fact. */
public sealed interface StatusDecision {
  /** The record afterwards; the same as before where the fact was refused. */
  StatusRecord record();

  /** Why it was refused, if it was. */
  Optional<StatusRefusal> refusal();

  /**
   * The record after a fact that must have been taken.
   *
   * @throws IllegalStateException if it was refused; the message is the refusal's
   */
  default StatusRecord orThrow() {
    refusal().ifPresent(reason -> {
      throw new IllegalStateException(reason.message());
    });
    return record();
  }

  /**
   * It was taken, or had been before.
   *
   * @param record the record afterwards
   */
  record Taken(StatusRecord record) implements StatusDecision {
    /** A decision of these parts. */
    public Taken {
      requireNonNull(record, "record");
    }

    @Override
    public Optional<StatusRefusal> refusal() {
      return Optional.empty();
    }
  }

  /**
   * It was not taken; nothing changed.
   *
   * @param record the record as before
   * @param reason why
   */
  record Refused(StatusRecord record, StatusRefusal reason) implements StatusDecision {
    /** A decision of these parts. */
    public Refused {
      requireNonNull(record, "record");
      requireNonNull(reason, "reason");
    }

    @Override
    public Optional<StatusRefusal> refusal() {
      return Optional.of(reason);
    }
  }
}
