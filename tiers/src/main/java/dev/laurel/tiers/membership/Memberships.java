package dev.laurel.tiers.membership;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.earning.EarningContext;
import dev.laurel.core.earning.MemberFacts;
import dev.laurel.core.entitlement.Entitlements;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.PointsOverflowException;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.program.Loyalty;
import dev.laurel.core.program.Member;
import dev.laurel.core.program.Shared;
import dev.laurel.core.reward.Claims;
import dev.laurel.core.reward.Rewards;
import dev.laurel.core.reward.Stock;
import dev.laurel.tiers.ladder.LadderVersions;
import dev.laurel.tiers.ladder.TierLadder;
import dev.laurel.tiers.membership.MembershipOutcome.Reason;
import dev.laurel.tiers.status.StatusRecord;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.pcollections.HashTreePMap;

/**
 * The fold that runs a loyalty program with its ladders: from a membership and an event to the next
 * membership, with the reasons.
 *
 * <p>Immutable and without state of its own. An event is carried out as a whole, in points and in
 * every ladder, or not at all; nothing is thrown for a reason that lies in the domain.
 *
 * <pre>{@code
 * Memberships memberships = Memberships.of(program);
 * Membership ann = memberships.enrol(id, enrolledAt);
 * ann = memberships.submit(ann, MembershipEvent.of(Submission.of(purchase))).orThrow();
 * ann.record("elite").standing(asOf).tier();   // Gold
 * }</pre>
 */
public final class Memberships {
  private final LoyaltyProgram program;
  private final Loyalty loyalty;

  private Memberships(LoyaltyProgram program, Loyalty loyalty) {
    this.program = program;
    this.loyalty = loyalty;
  }

  /** The fold of a program. */
  public static Memberships of(LoyaltyProgram program) {
    return new Memberships(program, Loyalty.of(program.points()));
  }

  /** The program. */
  public LoyaltyProgram program() {
    return program;
  }

  /** The membership of somebody who has just enrolled and of whom nothing else is known. */
  public Membership enrol(MemberId id, Instant at) {
    return enrol(id, at, MemberFacts.none());
  }

  /** The membership of somebody who has just enrolled; the day of enrolment becomes known. */
  public Membership enrol(MemberId id, Instant at, MemberFacts facts) {
    TreeMap<String, StatusRecord> records = new TreeMap<>();
    for (LadderVersions ladder : program.ladders()) {
      records.put(ladder.code(), StatusRecord.open(ladder, program.calendar(), at));
    }
    MemberFacts known = facts.enrolledOn().isPresent()
        ? facts
        : facts.merge(
            MemberFacts.builder().enrolledOn(program.calendar().dateOf(at)).build());
    Member member = Member.of(requireNonNull(id, "id"), known);
    return new Membership(
        at, new MembershipState.Active(), member, records, Claims.none(id), HashTreePMap.empty());
  }

  /** The membership that a life comes to, in a program in which members share nothing else. */
  public Membership lived(WhatIf.Life life) {
    return Lived.of(this, requireNonNull(life, "life")).membership();
  }

  /**
   * A membership that was kept under other versions of the program, as it is under these: in each
   * ladder all is decided again, and points stay what they are. A ladder that opens later begins
   * without anything that has happened.
   *
   * @throws InvalidValueException REFERENCE_UNKNOWN if it has no record of a ladder of the program
   *     that was always open
   */
  public Membership adopt(Membership membership) {
    TreeMap<String, StatusRecord> records = new TreeMap<>();
    for (LadderVersions ladder : program.ladders()) {
      boolean isNew =
          ladder.opensAt().isPresent() && !membership.records().containsKey(ladder.code());
      records.put(
          ladder.code(),
          isNew
              ? StatusRecord.open(ladder, program.calendar(), membership.enrolledAt())
              : membership.record(ladder.code()).under(ladder));
    }
    return membership.with(records);
  }

  /** What members have in common when the program starts. */
  public Commons commons() {
    return new Commons(
        Shared.nothing(),
        Stock.untouched(),
        Entitlements.none(program.calendar(), program.services()));
  }

  /** What an event does to a membership of a program in which members share nothing yet. */
  public MembershipOutcome submit(Membership membership, MembershipEvent event) {
    return submit(membership, event, commons());
  }

  /**
   * What an event does to a membership.
   *
   * <p>An event that came before with equal content changes nothing. Of several reasons to reject
   * one is told: the first that concerns every event, in the order of {@link Reason}; only then one
   * of its kind of event, of the points, the ladders, the benefits or the services.
   */
  public MembershipOutcome submit(Membership membership, MembershipEvent event, Commons commons) {
    return submit(membership, event, commons, false);
  }

  /** The outcome where, if it stands, a redemption that was accepted before needs no points. */
  MembershipOutcome submit(
      Membership membership, MembershipEvent event, Commons commons, boolean stands) {
    requireNonNull(membership, "membership");
    requireNonNull(event, "event");
    requireNonNull(commons, "commons");
    Turn turn = new Turn(this, membership, event, commons, stands);
    Optional<MembershipOutcome> early = turn.early();
    if (early.isPresent()) {
      return early.get();
    }
    try {
      return turn.decide();
    } catch (PointsOverflowException overflow) {
      return turn.reject(Reason.POINTS_OVERFLOW, "must fit 64 bits: " + overflow.getMessage());
    }
  }

  /**
   * Lets one membership go up in another. The one who stays has from then on the accounts, the
   * benefits, the services and the purchases of both; in each ladder the credits of both count
   * together, and the better tier stays as long as it was to last. Limits for each member count
   * what either has had. The one who is gone takes no events any more and points to the other.
   *
   * <p>A merge is rejected for a membership that is frozen, has ended or gone up already, and where
   * one name stands for two things; the enrolment, from which anniversaries are counted, and the
   * facts of the one who stays win.
   *
   * @param stamp its name and times; the member is the one who is gone
   */
  public MembershipMerge merge(
      Membership gone, Membership kept, CommandStamp stamp, Commons commons) {
    requireNonNull(gone, "gone");
    requireNonNull(kept, "kept");
    requireNonNull(stamp, "stamp");
    requireNonNull(commons, "commons");
    return new Uniting(program, loyalty, gone, kept, stamp, commons).outcome();
  }

  /** The benefits with whether they are open to a member at an instant, and why the rest is not. */
  public ImmutableList<Rewards.Standing> benefits(
      Membership membership, Commons commons, Instant at) {
    return rewards()
        .overview(membership.claims(), commons.stock(), at, context(membership, commons, at));
  }

  Loyalty loyalty() {
    return loyalty;
  }

  Rewards rewards() {
    return Rewards.of(program.rewards());
  }

  /** What conditions of benefits look at: facts, history, and the tiers as segments. */
  EarningContext context(Membership membership, Commons commons, Instant at) {
    MemberFacts.Builder tiers = MemberFacts.builder();
    for (LadderVersions versions : program.ladders()) {
      if (!versions.isOpenAt(at)) {
        continue;
      }
      int level = membership.standing(versions.code(), at).level();
      TierLadder ladder = versions.at(at);
      for (int each = 0; each <= level; each++) {
        tiers.addSegment(LoyaltyProgram.atLeast(versions.code(), ladder.tier(each)));
      }
    }
    EarningContext.Builder context = EarningContext.builder();
    context
        .calendar(program.calendar())
        .facts(membership.member().facts().merge(tiers.build()))
        .history(membership.member().history())
        .budgets(commons.points().budgets())
        .referrals(commons.points().referrals());
    return context.build();
  }
}
