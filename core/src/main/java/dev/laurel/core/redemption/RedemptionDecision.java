package dev.laurel.core.redemption;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.points.Points;

/** The answer to a member who wants to spend a certain number of points on an order. */
public sealed interface RedemptionDecision {
  /**
   * The points may be spent.
   *
   * @param quote how the order is paid
   */
  record Accepted(RedemptionQuote quote) implements RedemptionDecision {
    /** An acceptance of this quote. */
    public Accepted {
      requireNonNull(quote, "quote");
    }
  }

  /**
   * The points may not be spent.
   *
   * @param reason why
   * @param requested what was asked for
   * @param best the most that the terms admit instead; zero with its own reason where that is
   *     nothing
   */
  record Refused(Reason reason, Points requested, RedemptionQuote best)
      implements RedemptionDecision {
    /** Why an explicit request is refused, in order of precedence. */
    public enum Reason {
      /** The offer is not yet or no longer in force. */
      OFFER_NOT_IN_FORCE,
      /** Nothing was asked for. */
      POINTS_ZERO,
      /** No line may be paid with points. */
      NOTHING_ELIGIBLE,
      /** The eligible lines stay below the least that an order must come to. */
      ORDER_TOO_SMALL,
      /** Fewer than the fewest points. */
      BELOW_MINIMUM,
      /** Not a whole multiple of the step. */
      NOT_IN_STEPS,
      /** More than there are. */
      INSUFFICIENT_POINTS,
      /** More than the most points on an order. */
      ABOVE_MAXIMUM,
      /** More than the largest part of the eligible lines. */
      ABOVE_SHARE,
      /** Worth more than the most money. */
      ABOVE_MAXIMUM_MONEY,
      /** Worth less than the smallest coin. */
      WORTH_NOTHING;

      static Reason of(RedemptionQuote.Limit.Kind limit) {
        return switch (limit) {
          case BALANCE -> INSUFFICIENT_POINTS;
          case MAXIMUM_POINTS -> ABOVE_MAXIMUM;
          case SHARE_OF_ORDER -> ABOVE_SHARE;
          case MAXIMUM_MONEY -> ABOVE_MAXIMUM_MONEY;
        };
      }
    }

    /** A refusal of these parts. */
    public Refused {
      requireNonNull(reason, "reason");
      requireNonNull(requested, "requested");
      requireNonNull(best, "best");
    }
  }
}
