package dev.laurel.tiers.membership;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.activity.Return;
import dev.laurel.core.earning.EarningContext;
import dev.laurel.core.earning.MemberFacts;
import dev.laurel.core.earning.StatusFactor;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.program.Booking;
import dev.laurel.core.program.Member;
import dev.laurel.core.program.Outcome;
import dev.laurel.core.program.Submission;
import dev.laurel.core.reward.Claim;
import dev.laurel.core.reward.RewardCommand;
import dev.laurel.core.reward.RewardDecision;
import dev.laurel.tiers.ladder.LadderVersions;
import dev.laurel.tiers.ladder.TierLadder;
import dev.laurel.tiers.status.QualifyingEvent;
import dev.laurel.tiers.status.Standing;
import dev.laurel.tiers.status.StatusDecision;
import dev.laurel.tiers.status.StatusFact;
import dev.laurel.tiers.status.StatusRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The decision of one event that concerns points, with what it counts towards tiers. */
final class PointsTurn {
  private final Memberships memberships;
  private final LoyaltyProgram program;
  private final Membership before;
  private final Submission submission;
  private final Commons commons;
  private final boolean stands;

  PointsTurn(
      Memberships memberships,
      Membership before,
      Submission submission,
      Commons commons,
      boolean stands) {
    this.memberships = memberships;
    this.program = memberships.program();
    this.before = before;
    this.submission = submission;
    this.commons = commons;
    this.stands = stands;
  }

  /** Earns at the factor of the tier, and again where the event itself changes the factor. */
  MembershipOutcome decide() {
    Optional<Standing> standing = earningStanding(before, submission.occurredAt());
    Optional<StatusFactor> factor =
        standing.map(now -> new StatusFactor(now.factor(), now.reason()));
    MembershipOutcome first = earn(factor);
    if (program.crossing() == Crossing.AT_EVENT_START
        || !(submission instanceof Submission.Did)
        || !(first instanceof MembershipOutcome.Done done)
        || standing.isEmpty()) {
      return first;
    }
    return crossed(done, standing.get()).map(other -> earn(Optional.of(other))).orElse(first);
  }

  private Optional<StatusFactor> crossed(MembershipOutcome.Done first, Standing start) {
    Instant at = submission.occurredAt();
    if (program.crossing() == Crossing.AFTER_EVENT) {
      return earningStanding(first.membership(), at)
          .filter(end -> !end.factor().equals(start.factor()))
          .map(end -> new StatusFactor(end.factor(), end.reason()));
    }
    String ladder = program.factors().orElseThrow().code();
    return first
        .effect()
        .flatMap(effect -> Qualifying.facts(first.membership().member(), effect).stream()
            .filter(StatusFact.Happened.class::isInstance)
            .map(fact -> ((StatusFact.Happened) fact).event())
            .findFirst())
        .flatMap(earned -> split(before.record(ladder), start, earned));
  }

  /** The factors of the tiers, each weighted by the share of the event that falls to it. */
  private Optional<StatusFactor> split(
      StatusRecord record, Standing start, QualifyingEvent earned) {
    TierLadder ladder = record.versions().at(submission.occurredAt());
    Ratio sum = Ratio.ZERO;
    Ratio from = Ratio.ZERO;
    int level = start.level();
    StringBuilder reason = new StringBuilder();
    for (StatusRecord.Reached reached : record.reachedBy(earned)) {
      if (reached.level() > level) {
        Ratio share = reached.share().minus(from);
        sum = sum.plus(share.times(ladder.factor(level)));
        reason.append(share).append(" as ").append(ladder.tier(level).name()).append(", ");
        from = reached.share();
        level = reached.level();
      }
    }
    if (level == start.level()) {
      return Optional.empty();
    }
    Ratio rest = Ratio.ONE.minus(from);
    reason.append(rest).append(" as ").append(ladder.tier(level).name());
    return Optional.of(
        new StatusFactor(sum.plus(rest.times(ladder.factor(level))), reason.toString()));
  }

  private MembershipOutcome earn(Optional<StatusFactor> factor) {
    Member member = before.member();
    MemberFacts facts = member.facts();
    Member known = factor.isPresent()
        ? member.knowing(MemberFacts.builder().status(factor).build().merge(facts))
        : member;
    Outcome outcome = stands
        ? memberships.loyalty().submitStanding(known, submission, commons.points())
        : memberships.loyalty().submit(known, submission, commons.points());
    if (outcome.rejection().isPresent()) {
      return rejected(
          outcome.rejection().get().code(), outcome.rejection().get().message());
    }
    if (!(outcome instanceof Outcome.Done happened)) {
      return new MembershipOutcome.Done(
          before, commons, outcome.effect(), ImmutableList.of(), Optional.empty());
    }
    Member after = submission instanceof Submission.Learned learned
        ? happened.member().knowing(enrolled(learned.facts(), facts))
        : happened.member().knowing(facts);
    return count(after, happened);
  }

  private MembershipOutcome count(Member after, Outcome.Done happened) {
    List<StatusFact> facts = Qualifying.facts(after, happened.done());
    Map<String, StatusRecord> records = new TreeMap<>(before.records());
    for (LadderVersions ladder : program.ladders()) {
      StatusRecord record = before.record(ladder.code());
      ImmutableList.Builder<StatusFact> all = ImmutableList.builder();
      all.addAll(facts);
      all.addAll(Qualifying.balances(
          ladder, before.member(), after, submission.id(), submission.occurredAt()));
      for (StatusFact fact : all.build()) {
        boolean isUnknown =
            fact instanceof StatusFact.Corrected corrected && !record.knows(corrected.event());
        if (isUnknown || !ladder.isOpenAt(fact.occurredAt())) {
          continue;
        }
        StatusDecision decision = record.decide(fact);
        if (decision.refusal().isPresent()) {
          return rejected(
              decision.refusal().get().code().name(), decision.refusal().get().message());
        }
        record = decision.record();
      }
      records.put(ladder.code(), record);
    }
    Membership counted = before.with(after).with(records);
    RewardDecision claims = revoked(counted, commons.with(happened.shared()));
    return new MembershipOutcome.Done(
        counted.with(claims.claims()),
        commons.with(happened.shared()).with(claims.stock()),
        Optional.of(happened.done()),
        happened.followUps(),
        Optional.empty());
  }

  /**
   * Takes back what was granted because of a purchase of which nothing is left, if it is unused.
   */
  private RewardDecision revoked(Membership after, Commons common) {
    RewardDecision decision =
        new RewardDecision.Accepted(after.claims(), common.stock(), Optional.empty());
    List<Claim> unused = unused(after);
    if (unused.isEmpty()) {
      return decision;
    }
    EarningContext context = memberships.context(after, common, submission.occurredAt());
    for (Claim claim : unused) {
      RewardCommand revoke =
          new RewardCommand.Revoke(before.id(), claim.id(), submission.occurredAt());
      decision = memberships.rewards().decide(decision.claims(), decision.stock(), revoke, context);
    }
    return decision;
  }

  /** The open claims whose purchase this event gives back as a whole. */
  private List<Claim> unused(Membership after) {
    if (!(submission instanceof Submission.Did did && did.activity() instanceof Return back)
        || after.member().booking(back.purchase()).flatMap(Booking::current).isPresent()) {
      return ImmutableList.of();
    }
    return after.claims().claims().stream()
        .filter(claim -> claim.state() == Claim.State.OPEN)
        .filter(claim -> claim.cause().equals(Optional.of(back.purchase())))
        .toList();
  }

  /**
   * The standing whose factor the earning of an instant has; absent while there is no such ladder.
   */
  private Optional<Standing> earningStanding(Membership membership, Instant at) {
    return program
        .factors()
        .filter(ladder -> ladder.isOpenAt(at))
        .map(ladder -> membership.record(ladder.code()).standing(at));
  }

  private MembershipOutcome rejected(String code, String message) {
    return new MembershipOutcome.Rejected(before, commons, code, message);
  }

  /** Facts learned later keep the day of enrolment unless they name another. */
  private static MemberFacts enrolled(MemberFacts learned, MemberFacts before) {
    return learned.merge(MemberFacts.builder().enrolledOn(before.enrolledOn()).build());
  }
}
