package dev.laurel.metrics.voice;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.time.TimeGate;
import java.time.Instant;

/** What is done about a case. */
public sealed interface CaseCommand {
  /** When it is done. */
  Instant at();

  /**
   * Somebody takes the case, or takes it over.
   *
   * @param at when
   * @param owner the opaque name of the one in charge
   * @param dueAt until when the customer is to be contacted
   */
  record Assign(Instant at, String owner, Instant dueAt) implements CaseCommand {
    /**
     * A checked command.
     *
     * @throws InvalidValueException ID_INVALID if the owner is blank or longer than 128 characters,
     *     WINDOW_INVALID if it is due before it is assigned
     */
    public Assign {
      TimeGate.admit(at, "at");
      TimeGate.admit(dueAt, "dueAt");
      InvalidValueException.check(
          !owner.isBlank() && owner.length() <= 128,
          FailureCode.ID_INVALID,
          "owner",
          "an owner must have a name of 1 to 128 characters");
      InvalidValueException.check(
          !dueAt.isBefore(at),
          FailureCode.WINDOW_INVALID,
          "dueAt",
          "a case must be due after it is assigned: %s, %s",
          at,
          dueAt);
    }
  }

  /**
   * The customer is reached.
   *
   * @param at when
   */
  record Contact(Instant at) implements CaseCommand {
    /** A checked command. */
    public Contact {
      TimeGate.admit(at, "at");
    }
  }

  /**
   * What was wrong is put right, or explained.
   *
   * @param at when
   * @param resolution a code of what was done, such as {@code repair}
   */
  record Resolve(Instant at, String resolution) implements CaseCommand {
    /** A checked command. */
    public Resolve {
      TimeGate.admit(at, "at");
      requireNonNull(resolution, "resolution");
    }
  }

  /**
   * The customer is asked again and answers.
   *
   * @param at when
   * @param rating the answer, under the definition of the first one
   */
  record Resurvey(Instant at, Rating rating) implements CaseCommand {
    /** A checked command. */
    public Resurvey {
      TimeGate.admit(at, "at");
      requireNonNull(rating, "rating");
    }
  }

  /**
   * The case is given up, because the customer cannot be reached or does not want to be.
   *
   * @param at when
   * @param reason a code of why, such as {@code unreachable}
   */
  record GiveUp(Instant at, String reason) implements CaseCommand {
    /** A checked command. */
    public GiveUp {
      TimeGate.admit(at, "at");
      requireNonNull(reason, "reason");
    }
  }
}
