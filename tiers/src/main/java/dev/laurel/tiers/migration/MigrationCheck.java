package dev.laurel.tiers.migration;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.entitlement.ServiceTerms;
import dev.laurel.core.ledger.LateCommands;
import dev.laurel.core.points.PointType;
import dev.laurel.core.program.PointTerms;
import dev.laurel.core.program.Program;
import dev.laurel.core.reward.Benefit;
import dev.laurel.core.reward.Choice;
import dev.laurel.tiers.ladder.LadderDiff;
import dev.laurel.tiers.ladder.LadderVersions;
import dev.laurel.tiers.ladder.Rung;
import dev.laurel.tiers.ladder.Tier;
import dev.laurel.tiers.ladder.TierLadder;
import dev.laurel.tiers.membership.LoyaltyProgram;
import dev.laurel.tiers.migration.MigrationFinding.Code;
import java.util.Comparator;
import java.util.Optional;

/** Finds what a plan has to decide, and what is worth knowing about it. */
final class MigrationCheck {
  private final MigrationPlan plan;
  private final ImmutableList.Builder<MigrationFinding> findings = ImmutableList.builder();

  private MigrationCheck(MigrationPlan plan) {
    this.plan = plan;
  }

  /** The findings, obstacles first, else in the order of program, ladders, tiers and benefits. */
  static ImmutableList<MigrationFinding> of(MigrationPlan plan) {
    MigrationCheck check = new MigrationCheck(plan);
    check.points();
    check.unversioned();
    check.ladders();
    check.benefits();
    return ImmutableList.sortedCopyOf(
        Comparator.comparing(finding -> !finding.code().isObstacle()), check.findings.build());
  }

  private void points() {
    Program before = plan.before().points().latest();
    Program after = plan.after().points().latest();
    String id = before.id().toString();
    if (!before.id().equals(after.id())
        || !before.calendar().zone().equals(after.calendar().zone())) {
      find(Code.NOT_A_SUCCESSOR, id, "must be followed by a version of itself in its own zone");
    }
    boolean isLater = after.version() > before.version();
    if (!before.equals(after) && !isLater) {
      find(
          Code.NOT_A_SUCCESSOR,
          id,
          "must be followed by a later version than " + before.version() + ": " + after.version());
    }
    for (PointTerms terms : before.pointTerms()) {
      PointType type = terms.type();
      Optional<PointType> next = after.pointType(type.code());
      if (next.isPresent() && !next.get().equals(type)) {
        find(Code.NOT_A_SUCCESSOR, type.code(), "must be the same points in the next version");
      } else if (next.isEmpty() && plan.exchange(type).isEmpty()) {
        find(Code.POINTS_UNDECIDED, type.code(), "are gone: say what they are exchanged for");
      }
    }
  }

  private void unversioned() {
    LoyaltyProgram before = plan.before();
    LoyaltyProgram after = plan.after();
    if (before.ladders().isEmpty()) {
      lateActivities();
      return;
    }
    if (before.crossing() != after.crossing()) {
      find(Code.NOT_VERSIONED, "crossing", "must stay " + before.crossing());
    }
    if (!before
        .factors()
        .map(LadderVersions::code)
        .equals(after.factors().map(LadderVersions::code))) {
      find(Code.NOT_VERSIONED, "earningLadder", "must stay the same");
    }
    lateActivities();
  }

  private void lateActivities() {
    LateCommands before = plan.before().points().latest().lateActivities();
    if (before != plan.after().points().latest().lateActivities()) {
      find(Code.NOT_VERSIONED, "lateActivities", "must stay " + before);
    }
  }

  private void ladders() {
    for (LadderVersions ladder : plan.before().ladders()) {
      Optional<LadderVersions> next = plan.after().findLadder(ladder.code());
      if (next.isEmpty() && plan.terms().endings().contains(ladder.code())) {
        find(Code.LADDER_ENDS, ladder.code(), "its members have the base tier from then on");
      } else if (next.isEmpty()) {
        find(Code.LADDER_UNDECIDED, ladder.code(), "is gone: say that it ends");
      } else if (!ladder.latest().period().equals(next.get().latest().period())) {
        find(Code.PERIODS_CHANGED, ladder.code(), "must keep its periods");
      } else {
        balances(ladder, next.get().latest());
        tiers(ladder.latest(), next.get().latest());
      }
    }
    for (LadderVersions ladder : plan.after().ladders()) {
      if (plan.before().findLadder(ladder.code()).isPresent()) {
        continue;
      }
      find(Code.LADDER_ADDED, ladder.code(), "is new: what happens from the change on counts");
      for (PointType type : ladder.latest().balances()) {
        unknown(ladder.code(), type);
      }
    }
  }

  private void balances(LadderVersions before, TierLadder after) {
    for (PointType type : after.balances()) {
      if (!before.balances().contains(type)) {
        unknown(before.code(), type);
      }
    }
  }

  private void unknown(String ladder, PointType type) {
    find(
        Code.BALANCE_UNKNOWN,
        ladder,
        "looks at the balance of " + type + ": let a ladder of the version before look at it");
  }

  private void tiers(TierLadder before, TierLadder after) {
    for (Tier tier : before.tiers()) {
      String subject = before.code() + "." + tier;
      int level = after.level(tier);
      if (level < 0) {
        if (plan.successor(after, tier).isEmpty()) {
          find(Code.TIER_UNMAPPED, subject, "is gone: say where its members go");
        }
      } else if (before.level(tier) > 0 && level > 0) {
        demand(subject, before.rung(before.level(tier)), after.rung(level));
      }
      if (level >= 0 && after.factor(level).compareTo(before.factor(before.level(tier))) < 0) {
        find(
            Code.FACTOR_LOWER,
            subject,
            "earns " + after.factor(level) + " times the points, before "
                + before.factor(before.level(tier)));
      }
    }
    for (Tier tier : after.tiers()) {
      if (before.level(tier) < 0) {
        find(Code.TIER_ADDED, before.code() + "." + tier, "is new");
      }
    }
  }

  private void demand(String subject, Rung was, Rung is) {
    String change = "asks for " + LadderDiff.words(is.enter()) + " to enter, before "
        + LadderDiff.words(was.enter());
    String stay = "asks for " + LadderDiff.words(is.stay()) + " to stay, before "
        + LadderDiff.words(was.stay());
    find(LadderDiff.demand(was.enter(), is.enter()), subject, change);
    if (!was.stay().equals(was.enter()) || !is.stay().equals(is.enter())) {
      find(LadderDiff.demand(was.stay(), is.stay()), subject, stay);
    }
  }

  private void find(LadderDiff.Demand demand, String subject, String sentence) {
    switch (demand) {
      case SAME -> {}
      case MORE -> find(Code.TIER_HARDER, subject, sentence);
      case LESS -> find(Code.TIER_EASIER, subject, sentence);
      case OTHER -> find(Code.TIER_OTHERWISE, subject, sentence);
    }
  }

  private void benefits() {
    for (Benefit benefit : plan.before().rewards().benefits()) {
      String subject = benefit.id().toString();
      Optional<Benefit> next = plan.after().rewards().benefit(benefit.id());
      if (next.isEmpty()) {
        find(Code.BENEFIT_GONE, subject, "is gone; what was claimed stays");
      } else if (!next.get().equals(benefit)) {
        find(Code.TERMS_CHANGED, subject, "has other terms: give it another name");
      }
    }
    for (Choice choice : plan.before().rewards().choices()) {
      if (plan.after()
          .rewards()
          .choice(choice.id())
          .filter(next -> !next.equals(choice))
          .isPresent()) {
        find(Code.TERMS_CHANGED, choice.id().toString(), "has other terms: give it another name");
      }
    }
    for (ServiceTerms service : plan.before().services()) {
      if (plan.after().services().stream()
          .anyMatch(next -> next.service().equals(service.service()) && !next.equals(service))) {
        find(
            Code.TERMS_CHANGED,
            service.service().toString(),
            "has other terms: give it another name");
      }
    }
  }

  private void find(Code code, String subject, String sentence) {
    findings.add(new MigrationFinding(code, subject, sentence));
  }
}
