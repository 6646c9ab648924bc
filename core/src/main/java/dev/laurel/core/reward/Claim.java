package dev.laurel.core.reward;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.CommandId;
import java.time.Instant;
import java.util.Optional;

/**
 * One benefit that a member took.
 *
 * @param id the command that claimed it
 * @param benefit the benefit
 * @param claimedAt when
 * @param choice the opened choice out of which it was taken
 * @param cause the activity because of which it was granted, such as the purchase that reached a
 *     goal
 * @param state where it stands
 */
public record Claim(
    CommandId id,
    BenefitId benefit,
    Instant claimedAt,
    Optional<CommandId> choice,
    Optional<ActivityId> cause,
    State state) {
  /** A claim of these parts. */
  public Claim {
    requireNonNull(id, "id");
    requireNonNull(benefit, "benefit");
    requireNonNull(claimedAt, "claimedAt");
    requireNonNull(choice, "choice");
    requireNonNull(cause, "cause");
    requireNonNull(state, "state");
  }

  /** Where a claim stands. */
  public enum State {
    /** Claimed and not used yet. */
    OPEN,
    /** Used. */
    USED,
    /** Taken back; it counts towards no limit. */
    REVOKED
  }

  Claim in(State other) {
    return new Claim(id, benefit, claimedAt, choice, cause, other);
  }
}
