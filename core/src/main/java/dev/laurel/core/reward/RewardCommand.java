package dev.laurel.core.reward;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.MemberId;
import java.time.Instant;
import java.util.Optional;

/** What can be asked about a member's benefits. */
public sealed interface RewardCommand {
  /** Whose benefits. */
  MemberId member();

  /** When. */
  Instant at();

  /**
   * Claims a benefit.
   *
   * @param id the name of the claim; the same claim sent again changes nothing
   * @param member who claims
   * @param benefit what
   * @param choice the opened choice of which it is an option
   * @param cause the activity because of which it is granted
   * @param at when
   */
  record Take(
      CommandId id,
      MemberId member,
      BenefitId benefit,
      Optional<CommandId> choice,
      Optional<ActivityId> cause,
      Instant at)
      implements RewardCommand {
    /** A command of these parts. */
    public Take {
      requireNonNull(id, "id");
      requireNonNull(member, "member");
      requireNonNull(benefit, "benefit");
      requireNonNull(choice, "choice");
      requireNonNull(cause, "cause");
      requireNonNull(at, "at");
    }
  }

  /**
   * Records that a claim was used.
   *
   * @param member whose
   * @param claim which
   * @param at when
   */
  record Use(MemberId member, CommandId claim, Instant at) implements RewardCommand {
    /** A command of these parts. */
    public Use {
      requireNonNull(member, "member");
      requireNonNull(claim, "claim");
      requireNonNull(at, "at");
    }
  }

  /**
   * Takes back a claim that is not used yet, as when the points that brought it were reversed.
   *
   * @param member whose
   * @param claim which
   * @param at when
   */
  record Revoke(MemberId member, CommandId claim, Instant at) implements RewardCommand {
    /** A command of these parts. */
    public Revoke {
      requireNonNull(member, "member");
      requireNonNull(claim, "claim");
      requireNonNull(at, "at");
    }
  }

  /**
   * Lets a member choose, as when a milestone is reached.
   *
   * @param id the name of the opened choice
   * @param member who may choose
   * @param choice which choice
   * @param at when
   */
  record OpenChoice(CommandId id, MemberId member, ChoiceId choice, Instant at)
      implements RewardCommand {
    /** A command of these parts. */
    public OpenChoice {
      requireNonNull(id, "id");
      requireNonNull(member, "member");
      requireNonNull(choice, "choice");
      requireNonNull(at, "at");
    }
  }

  /** The claim of a benefit outside any choice. */
  static Take take(CommandId id, MemberId member, BenefitId benefit, Instant at) {
    return new Take(id, member, benefit, Optional.empty(), Optional.empty(), at);
  }
}
