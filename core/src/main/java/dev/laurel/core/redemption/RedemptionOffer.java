package dev.laurel.core.redemption;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.points.Points;
import dev.laurel.core.time.Span;
import java.time.Instant;

/**
 * Terms at a rate that holds for a while, such as 4,100 points a night until a quarter past nine.
 *
 * <p>Where rates move, a member is shown a quote and commits to it before it ends; the rate of the
 * offer counts, whatever the rate has become by then.
 *
 * @param terms the terms with the rate of the moment
 * @param validity when a commitment is accepted: its start is in it, its end is not
 */
public record RedemptionOffer(RedemptionTerms terms, Span validity) {
  /** An offer of these parts. */
  public RedemptionOffer {
    requireNonNull(terms, "terms");
    requireNonNull(validity, "validity");
  }

  /** The most that a balance can pay of an order under this offer. */
  public RedemptionQuote quote(Order order, Points balance) {
    return terms.quote(order, balance);
  }

  /**
   * The commitment to spend points at an instant, or why not; the balance is that of the instant.
   */
  public RedemptionDecision commit(Order order, Points balance, Points requested, Instant at) {
    return validity.contains(at)
        ? terms.decide(order, balance, requested)
        : new RedemptionDecision.Refused(
            RedemptionDecision.Refused.Reason.OFFER_NOT_IN_FORCE,
            requested,
            terms.quote(order, balance));
  }
}
