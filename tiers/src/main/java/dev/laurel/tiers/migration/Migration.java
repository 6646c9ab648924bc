package dev.laurel.tiers.migration;

import static java.util.Objects.requireNonNull;

import dev.laurel.tiers.membership.Commons;
import dev.laurel.tiers.membership.Membership;
import dev.laurel.tiers.membership.MembershipEvent;
import dev.laurel.tiers.membership.MembershipOutcome;
import dev.laurel.tiers.membership.Memberships;
import java.util.List;
import java.util.Optional;

/**
 * A membership in the next version.
 *
 * @param membership the membership, with what the plan brought to it; where that was rejected,
 *     without any of it
 * @param commons what the members have in common afterwards
 * @param rejection why what the plan brings could not be brought, such as a limit of the account
 */
public record Migration(
    Membership membership, Commons commons, Optional<MembershipOutcome.Rejected> rejection) {
  /** A migration of these parts. */
  public Migration {
    requireNonNull(membership, "membership");
    requireNonNull(commons, "commons");
    requireNonNull(rejection, "rejection");
  }

  static Migration of(
      Memberships memberships, Membership adopted, Commons commons, List<MembershipEvent> grants) {
    Membership membership = adopted;
    Commons common = commons;
    for (MembershipEvent event : grants) {
      MembershipOutcome outcome = memberships.submit(membership, event, common);
      if (outcome.rejection().isPresent()) {
        return new Migration(adopted, commons, outcome.rejection());
      }
      membership = outcome.membership();
      common = outcome.commons();
    }
    return new Migration(membership, common, Optional.empty());
  }
}
