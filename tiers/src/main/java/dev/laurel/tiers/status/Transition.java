package dev.laurel.tiers.status;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.identity.CommandId;
import dev.laurel.tiers.ladder.Tier;
import java.time.Instant;
import java.util.Optional;

/**
 * A change, or a confirmation, of the tier that a member has earned.
 *
 * @param at when
 * @param from the tier before
 * @param to the tier after; the same where it was renewed
 * @param cause why
 * @param by the fact that brought it about; absent where time alone did
 */
public record Transition(Instant at, Tier from, Tier to, Cause cause, Optional<CommandId> by) {
  /** Why an earned tier changes. */
  public enum Cause {
    /** What it takes to enter was met. */
    REACHED,
    /** What it takes to stay was met at the review. */
    RENEWED,
    /** The terms say that the tier stays although the review was not passed. */
    KEPT,
    /** The review was not passed. */
    NOT_RENEWED,
    /** The terms of staying are no longer met, where a tier lasts only as long as they are. */
    NO_LONGER_QUALIFIED,
    /** A return took away what the tier had been reached with. */
    RETURNED,
    /** An event arrived late and made the tier better. */
    LATE_EVENT,
    /** Another member who has gone up in this one had a better tier, or the same for longer. */
    MERGED,
    /** A new version of the ladder has moved the tier's members. */
    TIER_REPLACED
  }

  /** A transition of these parts. */
  public Transition {
    requireNonNull(at, "at");
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    requireNonNull(cause, "cause");
    requireNonNull(by, "by");
  }
}
