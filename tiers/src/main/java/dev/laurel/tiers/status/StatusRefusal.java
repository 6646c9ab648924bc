package dev.laurel.tiers.status;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.Messages;
import dev.laurel.core.identity.CommandId;

/**
 * Why a fact was not taken; nothing changed.
 *
 * @param code the reason
 * @param fact the refused fact
 * @param message the sentence for people, at most 300 characters
 */
public record StatusRefusal(Code code, CommandId fact, String message) {
  /** Why a fact is refused; the first that applies is given. */
  public enum Code {
    /** A name that came before with other content. */
    IDEMPOTENCY_CONFLICT,
    /** A fact from before the member enrolled. */
    BEFORE_ENROLMENT,
    /** A fact from before the ladder opened. */
    BEFORE_OPENING,
    /** A correction of an event, or an end of a grant, that has not arrived. */
    UNKNOWN_REFERENCE,
    /** A tier that the ladder does not have. */
    UNKNOWN_TIER,
    /** A return that would change the tier, where the ladder refuses such. */
    TIER_WOULD_CHANGE
  }

  /** A refusal of these parts. */
  public StatusRefusal {
    requireNonNull(code, "code");
    requireNonNull(fact, "fact");
    requireNonNull(message, "message");
  }

  static StatusRefusal of(Code code, StatusFact fact, String rule) {
    String message = code + ": fact " + fact.id() + " " + rule;
    return new StatusRefusal(code, fact.id(), Messages.bounded(message));
  }
}
