package dev.laurel.core.ledger;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.RuleId;
import java.util.Optional;

/** Where a lot came from. */
public sealed interface LotOrigin {
  /** The activity that earned it, if this account earned it by one. */
  default Optional<ActivityId> activity() {
    return Optional.empty();
  }

  /**
   * Earned by an activity under a rule.
   *
   * @param source the activity
   * @param rule the earning rule
   */
  record Earned(ActivityId source, RuleId rule) implements LotOrigin {
    /** An origin of these parts. */
    public Earned {
      requireNonNull(source, "source");
      requireNonNull(rule, "rule");
    }

    @Override
    public Optional<ActivityId> activity() {
      return Optional.of(source);
    }
  }

  /**
   * Credited by hand.
   *
   * @param reason why, for people
   */
  record Adjusted(String reason) implements LotOrigin {
    /** An origin of this reason. */
    public Adjusted {
      requireNonNull(reason, "reason");
    }
  }

  /** Given back after it had expired. */
  record Reinstated() implements LotOrigin {}

  /**
   * Opened in place of an expired lot when a redemption was reversed.
   *
   * @param lot the expired lot
   * @param original where that one came from
   */
  record Restored(LotId lot, LotOrigin original) implements LotOrigin {
    /** An origin of these parts. */
    public Restored {
      requireNonNull(lot, "lot");
      requireNonNull(original, "original");
    }

    @Override
    public Optional<ActivityId> activity() {
      return original.activity();
    }
  }

  /**
   * Received from another member.
   *
   * @param from the other member
   * @param lot the lot at that member's
   */
  record Transferred(MemberId from, LotId lot) implements LotOrigin {
    /** An origin of these parts. */
    public Transferred {
      requireNonNull(from, "from");
      requireNonNull(lot, "lot");
    }
  }
}
