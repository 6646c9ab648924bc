package dev.laurel.core.program;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.ledger.LateCommands;
import dev.laurel.core.ledger.LedgerCommand;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePMap;

/**
 * All that was ever submitted about one member, rejected submissions included, with what came of
 * each.
 *
 * <p>It answers where a member stood at one instant by what was known at another, and it lets late
 * facts take their place: under {@link LateCommands#REPLAY} everything is decided in the order of
 * {@link Submission#BY_BUSINESS_TIME}, so that the order of arrival changes nothing, unless a
 * redemption that was accepted has to stand for which the points are missing by now. Under
 * {@link LateCommands#AS_ARRIVED} the order of arrival is the order.
 *
 * <p>What members share (budgets, referrals) is taken as it was when the history began; points of
 * other members' referrals are submitted here as the commands that a {@link Outcome.Done} names.
 * Steps share their parts, so that an append in order costs the logarithm of the length, and a late
 * one only the steps after it.
 */
public final class MemberHistory {
  private static final Comparator<Place> BY_PLACE = Comparator.comparing(Place::occurredAt)
      .thenComparing(Place::phase)
      .thenComparing(Place::arrival)
      .thenComparing(Place::submission);

  private final Loyalty loyalty;
  private final Member start;
  private final Shared shared;
  private final TreePMap<Place, Step> steps;
  private final HashPMap<CommandId, Place> places;

  /** The place of a submission: by arrival alone, or by all but arrival. */
  private record Place(
      Instant occurredAt, LedgerCommand.Phase phase, long arrival, CommandId submission) {}

  /** Where things stand between two steps. */
  private record Standing(Member member, Shared shared) {
    static Standing after(Outcome outcome) {
      return new Standing(outcome.member(), outcome.shared());
    }
  }

  /**
   * A submission and what came of it.
   *
   * @param submission the submission
   * @param outcome what came of it, as it stands by now
   * @param stands whether it was accepted on arrival and spent points, which later arrivals cannot
   *     undo
   */
  public record Step(Submission submission, Outcome outcome, boolean stands) {
    /** A step of these parts. */
    public Step {
      requireNonNull(submission, "submission");
      requireNonNull(outcome, "outcome");
    }
  }

  private MemberHistory(
      Loyalty loyalty,
      Member start,
      Shared shared,
      TreePMap<Place, Step> steps,
      HashPMap<CommandId, Place> places) {
    this.loyalty = loyalty;
    this.start = start;
    this.shared = shared;
    this.steps = steps;
    this.places = places;
  }

  /** The history of a member to whom nothing has happened, where members share nothing yet. */
  public static MemberHistory open(Loyalty loyalty, Member start) {
    return open(loyalty, start, Shared.nothing());
  }

  /** The history of a member that begins with what members share. */
  public static MemberHistory open(Loyalty loyalty, Member start, Shared shared) {
    return new MemberHistory(
        requireNonNull(loyalty, "loyalty"),
        requireNonNull(start, "start"),
        requireNonNull(shared, "shared"),
        TreePMap.empty(BY_PLACE),
        HashTreePMap.empty());
  }

  /**
   * The history with one more submission; one that it has already is not added again.
   *
   * <p>{@link #outcomeOf} tells what came of it. Submissions that follow in business time may have
   * come to something else by it; {@link #steps()} has them as they stand.
   */
  public MemberHistory append(Submission submission) {
    if (places.containsKey(requireNonNull(submission, "submission").id())) {
      return this;
    }
    Place place = placeOf(submission);
    TreePMap<Place, Step> next = steps.headMap(place);
    Step step = arrived(after(next), submission);
    next = next.plus(place, step);
    for (Map.Entry<Place, Step> later : steps.tailMap(place).entrySet()) {
      Step known = later.getValue();
      step = decided(Standing.after(step.outcome()), known.submission(), known.stands());
      next = next.plus(later.getKey(), step);
    }
    return new MemberHistory(loyalty, start, shared, next, places.plus(submission.id(), place));
  }

  /** The member after all submissions. */
  public Member member() {
    return after(steps).member();
  }

  /** What members share, after what this member did. */
  public Shared shared() {
    return after(steps).shared();
  }

  /** What came of a submission, as it stands by now. */
  public Optional<Outcome> outcomeOf(CommandId submission) {
    return Optional.ofNullable(places.get(requireNonNull(submission, "submission")))
        .map(steps::get)
        .map(Step::outcome);
  }

  /**
   * The submissions and what came of each: in order of arrival, or under REPLAY of business time.
   */
  public List<Step> steps() {
    return ImmutableList.copyOf(steps.values());
  }

  /**
   * The member after what happened by one instant, by what was known at another.
   *
   * <p>"Where did they stand on 3 May" is {@code asOf(may3, now)}; "where did we think on 3 May
   * that they stood" is {@code asOf(may3, may3)}.
   */
  public Member asOf(Instant at, Instant knownAt) {
    requireNonNull(at, "at");
    requireNonNull(knownAt, "knownAt");
    Standing latest = new Standing(start, shared);
    boolean isWhole = true;
    for (Step step : steps.values()) {
      Submission submission = step.submission();
      if (submission.occurredAt().isAfter(at) || submission.recordedAt().isAfter(knownAt)) {
        isWhole = false;
      } else {
        latest = Standing.after(
            isWhole
                ? step.outcome()
                : decided(latest, submission, step.stands()).outcome());
      }
    }
    return latest.member();
  }

  /** Accepted on arrival a redemption stands; one that only a replay accepts can be undone. */
  private Step arrived(Standing before, Submission submission) {
    Outcome outcome = decided(before, submission, false).outcome();
    boolean isDone = outcome instanceof Outcome.Done;
    return new Step(submission, outcome, isDone && isFinal(submission));
  }

  private Step decided(Standing before, Submission submission, boolean stands) {
    Outcome outcome = loyalty.submit(before.member(), submission, before.shared(), stands);
    return new Step(submission, outcome, stands);
  }

  /** Whether the outside world has had what the points paid for. */
  private static boolean isFinal(Submission submission) {
    return submission instanceof Submission.Ordered ordered
        && (ordered.command() instanceof LedgerCommand.Redeem
            || ordered.command() instanceof LedgerCommand.Capture);
  }

  private Place placeOf(Submission submission) {
    return loyalty.versions().latest().lateActivities() == LateCommands.REPLAY
        ? new Place(submission.occurredAt(), submission.phase(), 0, submission.id())
        : new Place(Instant.MIN, LedgerCommand.Phase.EXPIRY, steps.size(), submission.id());
  }

  private Standing after(TreePMap<Place, Step> some) {
    return some.isEmpty()
        ? new Standing(start, shared)
        : Standing.after(some.lastEntry().getValue().outcome());
  }
}
