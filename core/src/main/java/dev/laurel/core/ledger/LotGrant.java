package dev.laurel.core.ledger;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.identity.LotId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.points.Points;

/**
 * One component of what an activity earned: the base, or one bonus.
 *
 * @param lot the name of the lot to open
 * @param points its size; a grant of zero opens no lot
 * @param rule the earning rule that granted it
 * @param activation when it becomes usable
 * @param expiry when it is gone
 */
public record LotGrant(
    LotId lot, Points points, RuleId rule, Activation activation, LotExpiry expiry) {
  /** A grant of these parts. */
  public LotGrant {
    requireNonNull(lot, "lot");
    requireNonNull(points, "points");
    requireNonNull(rule, "rule");
    requireNonNull(activation, "activation");
    requireNonNull(expiry, "expiry");
  }

  /** A grant that is usable at once. */
  public static LotGrant of(LotId lot, Points points, RuleId rule, LotExpiry expiry) {
    return new LotGrant(lot, points, rule, Activation.immediate(), expiry);
  }
}
