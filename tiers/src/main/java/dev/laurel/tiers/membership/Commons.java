package dev.laurel.tiers.membership;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.entitlement.Entitlements;
import dev.laurel.core.program.Shared;
import dev.laurel.core.reward.Stock;

/**
 * What the members of a loyalty program have in common: budgets and referrals, what has been taken
 * of each benefit, and who may use which service.
 *
 * <p>Every event takes it in and hands it on, in the order in which the caller submits;
 * {@link Memberships#commons} has it as it is when a program starts.
 *
 * @param points budgets and referrals
 * @param stock how many of each benefit were taken, for benefits with a stock
 * @param services who may use which service, for which thing
 */
public record Commons(Shared points, Stock stock, Entitlements services) {
  /** Commons of these parts. */
  public Commons {
    requireNonNull(points, "points");
    requireNonNull(stock, "stock");
    requireNonNull(services, "services");
  }

  Commons with(Shared next) {
    return new Commons(next, stock, services);
  }

  Commons with(Stock next) {
    return new Commons(points, next, services);
  }

  Commons with(Entitlements next) {
    return new Commons(points, stock, next);
  }
}
