package dev.laurel.core.earning;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.time.Span;

/**
 * Why a rule did not award. The cases stand in the order in which they are looked for: the first
 * that holds is the reason.
 */
public sealed interface SkipReason {
  /**
   * The event occurred outside the time in which the rule is in force.
   *
   * @param active the time in which it is
   */
  record NotActive(Span active) implements SkipReason {
    /** A checked reason. */
    public NotActive {
      requireNonNull(active, "active");
    }
  }

  /** The event is of a kind from which the formula can make no points, such as a return. */
  record OtherKind() implements SkipReason {}

  /**
   * The purchase is in another currency than the rule.
   *
   * @param expected the currency of the rule
   * @param found the currency of the purchase
   */
  record OtherCurrency(String expected, String found) implements SkipReason {
    /** A checked reason. */
    public OtherCurrency {
      requireNonNull(expected, "expected");
      requireNonNull(found, "found");
    }
  }

  /**
   * The condition is not met.
   *
   * @param miss what is missing
   */
  record ConditionUnmet(Miss miss) implements SkipReason {
    /** A checked reason. */
    public ConditionUnmet {
      requireNonNull(miss, "miss");
    }
  }

  /** Nothing in the purchase makes a basis: no such line, all excluded, all paid with points. */
  record NothingEligible() implements SkipReason {}

  /** The member has no status that multiplies. */
  record NoStatus() implements SkipReason {}

  /** Nobody was brought in, or not for the first time, or in a circle. */
  record NoReferral() implements SkipReason {}

  /**
   * The rule awarded as often as it may.
   *
   * @param limit how often it may
   * @param awarded how often it did within the window
   */
  record LimitReached(AwardLimit limit, long awarded) implements SkipReason {
    /** A checked reason. */
    public LimitReached {
      requireNonNull(limit, "limit");
    }
  }

  /**
   * The goal, or the n-th time, is not reached yet.
   *
   * @param target how much of what makes a round
   * @param after the progress after the event, over all rounds
   * @param missing what is still missing to the next round
   */
  record GoalOpen(GoalTarget target, long after, long missing) implements SkipReason {
    /** A checked reason. */
    public GoalOpen {
      requireNonNull(target, "target");
    }
  }

  /** No base rule that it multiplies is worth anything. */
  record NoBase() implements SkipReason {}

  /**
   * Another member of a promotion group was chosen.
   *
   * @param group which group
   * @param winner the first rule of what was chosen
   */
  record Outranked(GroupId group, RuleId winner) implements SkipReason {
    /** A checked reason. */
    public Outranked {
      requireNonNull(group, "group");
      requireNonNull(winner, "winner");
    }
  }

  /**
   * An earlier rule awarded and lets no later rule of its phase follow.
   *
   * @param rule the earlier rule
   */
  record StoppedBy(RuleId rule) implements SkipReason {
    /** A checked reason. */
    public StoppedBy {
      requireNonNull(rule, "rule");
    }
  }

  /** The rule adds nothing: no points, a factor of 1, or one that another already exceeds. */
  record NothingAdded() implements SkipReason {}

  /**
   * The rule adds less than one unit.
   *
   * @param exact what it adds before rounding, in the type's smallest units
   */
  record RoundedToZero(Ratio exact) implements SkipReason {
    /** A checked reason. */
    public RoundedToZero {
      requireNonNull(exact, "exact");
    }
  }

  /**
   * A cap let nothing through.
   *
   * @param cap which cap
   * @param requested how many units were cut, all of them
   */
  record CapUsedUp(CapId cap, long requested) implements SkipReason {
    /** A checked reason. */
    public CapUsedUp {
      requireNonNull(cap, "cap");
    }
  }
}
