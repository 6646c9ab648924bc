package dev.laurel.tiers.membership;

import dev.laurel.core.entitlement.Entitlements;
import dev.laurel.core.ledger.LateCommands;
import dev.laurel.core.program.Shared;
import dev.laurel.core.reward.Stock;

/**
 * What comes of a life under a program.
 *
 * @param membership the membership after all events
 * @param commons what members have in common, as far as this life changed it
 * @param rejected how many events were rejected
 */
record Lived(Membership membership, Commons commons, long rejected) {
  /** The life in a program in which members share nothing yet. */
  static Lived of(Memberships memberships, WhatIf.Life life) {
    return of(memberships, life, memberships.commons());
  }

  /**
   * The life until another membership takes it up. Budgets and stock begin anew, as in every look
   * at one life; services are known by their names, so that those which are there already are not
   * there twice.
   */
  static Lived of(
      Memberships memberships, WhatIf.Life life, MembershipEvent.Absorbed by, Commons commons) {
    WhatIf.Life until = new WhatIf.Life(
        life.member(),
        life.enrolledAt(),
        life.facts(),
        life.events().stream()
            .filter(event -> !event.occurredAt().isAfter(by.occurredAt()))
            .filter(event -> !isOtherSide(event, by))
            .toList());
    return of(
        memberships, until, new Commons(Shared.nothing(), Stock.untouched(), commons.services()));
  }

  private static boolean isOtherSide(MembershipEvent event, MembershipEvent.Absorbed by) {
    return event instanceof MembershipEvent.MergedAway gone && gone.into().equals(by.member());
  }

  private static Lived of(Memberships memberships, WhatIf.Life life, Commons commons) {
    Membership membership = memberships.enrol(life.member(), life.enrolledAt(), life.facts());
    if (memberships.program().points().latest().lateActivities() == LateCommands.REPLAY) {
      MembershipHistory history = MembershipHistory.open(memberships, membership, commons);
      for (MembershipEvent event : life.events()) {
        history = history.append(event);
      }
      long rejected = history.steps().stream()
          .filter(step -> step.outcome().rejection().isPresent())
          .count();
      return new Lived(history.membership(), history.commons(), rejected);
    }
    Commons common = commons;
    long rejected = 0;
    for (MembershipEvent event : life.events()) {
      MembershipOutcome outcome = memberships.submit(membership, event, common);
      rejected += outcome.rejection().isPresent() ? 1 : 0;
      membership = outcome.membership();
      common = outcome.commons();
    }
    return new Lived(membership, common, rejected);
  }

  Entitlements services() {
    return commons.services();
  }
}
