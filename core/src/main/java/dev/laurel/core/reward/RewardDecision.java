package dev.laurel.core.reward;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** What came of a command about benefits. */
public sealed interface RewardDecision {
  /** The member's claims afterwards; those before if the command was refused. */
  Claims claims();

  /** What all members have taken afterwards; the same as before if the command was refused. */
  Stock stock();

  /**
   * The command was carried out, or had been before.
   *
   * @param claims the member's claims with it
   * @param stock what all members have taken
   * @param claim the claim it made or changed
   */
  record Accepted(Claims claims, Stock stock, Optional<Claim> claim) implements RewardDecision {
    /** A decision of these parts. */
    public Accepted {
      requireNonNull(claims, "claims");
      requireNonNull(stock, "stock");
      requireNonNull(claim, "claim");
    }
  }

  /**
   * The command was not carried out.
   *
   * @param claims the member's claims as they were
   * @param stock what all members have taken
   * @param refusal why
   */
  record Refused(Claims claims, Stock stock, RewardRefusal refusal) implements RewardDecision {
    /** A decision of these parts. */
    public Refused {
      requireNonNull(claims, "claims");
      requireNonNull(stock, "stock");
      requireNonNull(refusal, "refusal");
    }
  }
}
