package dev.laurel.tiers.membership;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.earning.MemberFacts;
import dev.laurel.core.earning.StatusFactor;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.PointsOverflowException;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.ledger.CommandStamp;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.points.PointType;
import dev.laurel.core.program.Loyalty;
import dev.laurel.core.program.Member;
import dev.laurel.core.program.Outcome;
import dev.laurel.core.program.Rejection;
import dev.laurel.core.program.Shared;
import dev.laurel.core.program.Submission;
import dev.laurel.tiers.ladder.LadderVersions;
import dev.laurel.tiers.ladder.TierLadder;
import dev.laurel.tiers.membership.MembershipOutcome.Reason;
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
    MemberFacts.Builder known = MemberFacts.builder();
    known
        .attributes(facts.attributes())
        .addAllSegments(facts.segments())
        .status(facts.status())
        .enrolledOn(facts.enrolledOn().orElseGet(() -> program.calendar().dateOf(at)));
    Member member = Member.of(requireNonNull(id, "id"), known.build());
    return new Membership(at, new MembershipState.Active(), member, records, HashTreePMap.empty());
  }

  /** What an event does to a membership of a program in which members share nothing yet. */
  public MembershipOutcome submit(Membership membership, MembershipEvent event) {
    return submit(membership, event, Shared.nothing());
  }

  /**
   * What an event does to a membership.
   *
   * <p>An event that came before with equal content changes nothing. Several reasons to reject are
   * told in the order of {@link Reason}; then the points layer's, then the ladders'.
   */
  public MembershipOutcome submit(Membership membership, MembershipEvent event, Shared shared) {
    return submit(membership, event, shared, false);
  }

  /** The outcome where, if it stands, a redemption that was accepted before needs no points. */
  MembershipOutcome submit(
      Membership membership, MembershipEvent event, Shared shared, boolean stands) {
    requireNonNull(membership, "membership");
    requireNonNull(event, "event");
    requireNonNull(shared, "shared");
    Turn turn = new Turn(membership, event, shared, stands);
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

  /** The standing whose factor the earning of an instant has; absent without such a ladder. */
  private Optional<Standing> earningStanding(Membership membership, Instant at) {
    return program.factors().map(ladder -> membership.record(ladder.code()).standing(at));
  }

  /** The decision of one event. */
  private final class Turn {
    private final Membership before;
    private final MembershipEvent event;
    private final Shared shared;
    private final boolean stands;

    Turn(Membership before, MembershipEvent event, Shared shared, boolean stands) {
      this.before = before;
      this.event = event;
      this.shared = shared;
      this.stands = stands;
    }

    Optional<MembershipOutcome> early() {
      Optional<MembershipEvent> known = before.event(event.id());
      if (known.isPresent()) {
        return Optional.of(
            known.get().equals(event)
                ? done(before)
                : reject(Reason.IDEMPOTENCY_CONFLICT, "came before with other content"));
      }
      if (!event.member().equals(before.id())) {
        return Optional.of(reject(Reason.MEMBER_MISMATCH, "is about " + event.member()));
      }
      if (event.occurredAt().isBefore(before.enrolledAt())) {
        return Optional.of(reject(
            Reason.BEFORE_ENROLMENT, "must not lie before enrolment at " + before.enrolledAt()));
      }
      if (before.state() instanceof MembershipState.Ended ended) {
        return Optional.of(
            reject(Reason.MEMBERSHIP_ENDED, "comes after the end at " + ended.since()));
      }
      return before.state() instanceof MembershipState.Frozen && spends()
          ? Optional.of(reject(Reason.MEMBERSHIP_FROZEN, "must not spend while frozen"))
          : Optional.empty();
    }

    private boolean spends() {
      return event instanceof MembershipEvent.Submitted submitted
          && submitted.submission() instanceof Submission.Ordered ordered
          && ordered.command().spends()
          && !stands;
    }

    MembershipOutcome decide() {
      if (event instanceof MembershipEvent.Submitted submitted) {
        return points(submitted.submission());
      }
      if (event instanceof MembershipEvent.StatusTold told) {
        return status(told);
      }
      if (event instanceof MembershipEvent.Froze froze) {
        return done(before
            .in(new MembershipState.Frozen(froze.occurredAt(), froze.reason()))
            .remembering(event));
      }
      if (event instanceof MembershipEvent.Closed closed) {
        return close(closed);
      }
      return done(before.in(new MembershipState.Active()).remembering(event));
    }

    private MembershipOutcome status(MembershipEvent.StatusTold told) {
      if (!before.records().containsKey(told.ladder())) {
        return reject(
            Reason.UNKNOWN_LADDER, "must be about a ladder of the program: " + told.ladder());
      }
      if (told.fact() instanceof StatusFact.Happened
          || told.fact() instanceof StatusFact.Corrected
          || told.fact() instanceof StatusFact.Balanced
          || told.fact() instanceof StatusFact.Improved) {
        return reject(Reason.NOT_TOLD_DIRECTLY, "follows from what is submitted");
      }
      StatusDecision decision = before.record(told.ladder()).decide(told.fact());
      if (decision.refusal().isPresent()) {
        return rejected(
            decision.refusal().get().code().name(), decision.refusal().get().message());
      }
      Map<String, StatusRecord> records = new TreeMap<>(before.records());
      records.put(told.ladder(), decision.record());
      return done(before.with(records).remembering(event));
    }

    private MembershipOutcome close(MembershipEvent.Closed closed) {
      Member member = before.member();
      for (PointType type : member.accounts().keySet()) {
        CommandStamp stamp = CommandStamp.of(
            CommandId.of(closed.id() + "/" + type),
            before.id(),
            closed.occurredAt(),
            closed.recordedAt());
        Outcome outcome = loyalty.submit(
            member, Submission.of(type, new LedgerCommand.Close(stamp, closed.reason())), shared);
        if (outcome.rejection().isPresent()) {
          return rejected(outcome.rejection().get());
        }
        member = outcome.member();
      }
      return done(before
          .with(member)
          .in(new MembershipState.Ended(closed.occurredAt(), closed.reason()))
          .remembering(event));
    }

    /** Earns at the factor of the tier, and again where the event itself changes the factor. */
    private MembershipOutcome points(Submission submission) {
      Optional<Standing> standing = earningStanding(before, submission.occurredAt());
      Optional<StatusFactor> factor =
          standing.map(now -> new StatusFactor(now.factor(), now.reason()));
      MembershipOutcome first = earn(submission, factor);
      if (program.crossing() == Crossing.AT_EVENT_START
          || !(submission instanceof Submission.Did)
          || !(first instanceof MembershipOutcome.Done done)
          || standing.isEmpty()) {
        return first;
      }
      return crossed(done, standing.get())
          .map(other -> earn(submission, Optional.of(other)))
          .orElse(first);
    }

    private Optional<StatusFactor> crossed(MembershipOutcome.Done first, Standing start) {
      Instant at = event.occurredAt();
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
      TierLadder ladder = record.versions().at(event.occurredAt());
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

    private MembershipOutcome earn(Submission submission, Optional<StatusFactor> factor) {
      Member member = before.member();
      MemberFacts facts = member.facts();
      Member known = factor.isPresent() ? member.knowing(with(facts, factor)) : member;
      Outcome outcome = stands
          ? loyalty.submitStanding(known, submission, shared)
          : loyalty.submit(known, submission, shared);
      if (outcome.rejection().isPresent()) {
        return rejected(outcome.rejection().get());
      }
      if (!(outcome instanceof Outcome.Done happened)) {
        return new MembershipOutcome.Done(before, shared, outcome.effect(), ImmutableList.of());
      }
      Member after = submission instanceof Submission.Learned learned
          ? happened.member().knowing(enrolled(learned.facts(), facts))
          : happened.member().knowing(facts);
      return count(submission, after, happened);
    }

    private MembershipOutcome count(Submission submission, Member after, Outcome.Done happened) {
      List<StatusFact> facts = Qualifying.facts(after, happened.done());
      Map<String, StatusRecord> records = new TreeMap<>(before.records());
      for (LadderVersions ladder : program.ladders()) {
        StatusRecord record = before.record(ladder.code());
        ImmutableList.Builder<StatusFact> all = ImmutableList.builder();
        all.addAll(facts);
        all.addAll(Qualifying.balances(
            ladder, before.member(), after, submission.id(), submission.occurredAt()));
        for (StatusFact fact : all.build()) {
          if (fact instanceof StatusFact.Corrected corrected && !record.knows(corrected.event())) {
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
      return new MembershipOutcome.Done(
          before.with(after).with(records),
          happened.shared(),
          Optional.of(happened.done()),
          happened.followUps());
    }

    private MembershipOutcome done(Membership next) {
      return new MembershipOutcome.Done(next, shared, Optional.empty(), ImmutableList.of());
    }

    private MembershipOutcome rejected(Rejection rejection) {
      return rejected(rejection.code(), rejection.message());
    }

    private MembershipOutcome rejected(String code, String message) {
      return new MembershipOutcome.Rejected(before, shared, code, message);
    }

    MembershipOutcome reject(Reason reason, String rule) {
      String message = reason + ": event " + event.id() + " " + rule;
      return rejected(
          reason.name(), message.length() <= 300 ? message : message.substring(0, 297) + "...");
    }
  }

  private static MemberFacts with(MemberFacts facts, Optional<StatusFactor> factor) {
    MemberFacts.Builder known = MemberFacts.builder();
    known
        .attributes(facts.attributes())
        .addAllSegments(facts.segments())
        .enrolledOn(facts.enrolledOn())
        .status(factor);
    return known.build();
  }

  /** Facts learned later keep the day of enrolment unless they name another. */
  private static MemberFacts enrolled(MemberFacts learned, MemberFacts before) {
    MemberFacts.Builder known = MemberFacts.builder();
    known
        .attributes(learned.attributes())
        .addAllSegments(learned.segments())
        .status(learned.status())
        .enrolledOn(learned.enrolledOn().or(before::enrolledOn));
    return known.build();
  }
}
