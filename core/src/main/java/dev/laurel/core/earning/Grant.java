package dev.laurel.core.earning;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.identity.MemberId;
import dev.laurel.core.identity.RuleId;
import dev.laurel.core.points.Points;
import dev.laurel.core.time.Expiry;
import java.util.Optional;

/**
 * Points of one rule for one member: what a ledger opens a lot for.
 *
 * @param rule which rule
 * @param member who gets them
 * @param points how many, above zero
 * @param expiry how long they live, where the rule says so
 * @param activation when they become usable, where the rule says so
 */
public record Grant(
    RuleId rule,
    MemberId member,
    Points points,
    Optional<Expiry> expiry,
    Optional<Activation> activation) {
  /** A grant of checked parts. */
  public Grant {
    requireNonNull(rule, "rule");
    requireNonNull(member, "member");
    requireNonNull(points, "points");
    requireNonNull(expiry, "expiry");
    requireNonNull(activation, "activation");
  }
}
