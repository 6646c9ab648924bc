package dev.laurel.core.earning;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.Points;
import java.util.Optional;

/** How a step came to its number: the figures that went into it. */
public sealed interface Working {
  /**
   * Money at a rate.
   *
   * @param basis what counted as spending
   * @param rate the pair of points and money
   * @param carried what was kept from earlier events, in the type's smallest units
   */
  record Rated(ExactMoney basis, PointRate rate, Ratio carried) implements Working {
    /** Checked figures. */
    public Rated {
      requireNonNull(basis, "basis");
      requireNonNull(rate, "rate");
      requireNonNull(carried, "carried");
    }
  }

  /**
   * Whole steps of money.
   *
   * @param basis what counted as spending
   * @param step the money of one step
   * @param count the whole steps
   * @param each the points for one
   */
  record Stepped(ExactMoney basis, ExactMoney step, long count, Points each) implements Working {
    /** Checked figures. */
    public Stepped {
      requireNonNull(basis, "basis");
      requireNonNull(step, "step");
      requireNonNull(each, "each");
    }
  }

  /**
   * Units.
   *
   * @param count articles, miles, minutes
   * @param each the points for one
   */
  record Counted(long count, Points each) implements Working {
    /** Checked figures. */
    public Counted {
      requireNonNull(each, "each");
    }
  }

  /** The same each time. */
  record Fixed() implements Working {}

  /**
   * A multiple of a base rule.
   *
   * @param base the rule that is multiplied
   * @param factor what by
   * @param reason the reason of a status factor
   */
  record Multiplied(RuleId base, Ratio factor, Optional<String> reason) implements Working {
    /** Checked figures. */
    public Multiplied {
      requireNonNull(base, "base");
      requireNonNull(factor, "factor");
      requireNonNull(reason, "reason");
    }
  }

  /**
   * Completed rounds of a goal.
   *
   * @param target how much of what makes a round
   * @param before the progress before the event, over all rounds
   * @param after the progress after it
   * @param rounds how many rounds it completed
   */
  record Reached(GoalTarget target, long before, long after, long rounds) implements Working {
    /** Checked figures. */
    public Reached {
      requireNonNull(target, "target");
    }
  }

  /**
   * A side of a referral.
   *
   * @param referrer who brought in the other
   * @param referee who was brought in
   */
  record Referred(MemberId referrer, MemberId referee) implements Working {
    /** Checked figures. */
    public Referred {
      requireNonNull(referrer, "referrer");
      requireNonNull(referee, "referee");
    }
  }

  /**
   * The user's own code.
   *
   * @param key the name of the code
   */
  record Coded(CustomKey key) implements Working {
    /** Checked figures. */
    public Coded {
      requireNonNull(key, "key");
    }
  }
}
