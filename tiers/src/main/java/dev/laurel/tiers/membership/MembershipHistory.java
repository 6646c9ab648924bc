package dev.laurel.tiers.membership;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.ledger.LateCommands;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.program.Shared;
import dev.laurel.core.program.Submission;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePMap;

/**
 * All that was ever told about one membership, rejected events included, with what came of each.
 *
 * <p>Under {@link LateCommands#REPLAY} everything is decided in the order of
 * {@link MembershipEvent#BY_BUSINESS_TIME}, so that the order of arrival changes nothing, unless a
 * redemption that was accepted has to stand for which the points are missing by now. Under
 * {@link LateCommands#AS_ARRIVED} the order of arrival is the order, and ladders treat late events
 * by their own terms.
 */
public final class MembershipHistory {
  private static final Comparator<Place> BY_PLACE = Comparator.comparing(Place::occurredAt)
      .thenComparing(Place::phase)
      .thenComparing(Place::arrival)
      .thenComparing(Place::event);

  private final Memberships memberships;
  private final Membership start;
  private final Shared shared;
  private final TreePMap<Place, Step> steps;
  private final HashPMap<CommandId, Place> places;

  /** The place of an event: by arrival alone, or by all but arrival. */
  private record Place(
      Instant occurredAt, LedgerCommand.Phase phase, long arrival, CommandId event) {}

  /**
   * An event and what came of it.
   *
   * @param event the event
   * @param outcome what came of it, as it stands by now
   * @param stands whether it was accepted on arrival and spent points, which later arrivals cannot
   *     undo
   */
  public record Step(MembershipEvent event, MembershipOutcome outcome, boolean stands) {
    /** A step of these parts. */
    public Step {
      requireNonNull(event, "event");
      requireNonNull(outcome, "outcome");
    }
  }

  private MembershipHistory(
      Memberships memberships,
      Membership start,
      Shared shared,
      TreePMap<Place, Step> steps,
      HashPMap<CommandId, Place> places) {
    this.memberships = memberships;
    this.start = start;
    this.shared = shared;
    this.steps = steps;
    this.places = places;
  }

  /** The history of a membership that has just begun. */
  public static MembershipHistory open(Memberships memberships, Membership start) {
    return new MembershipHistory(
        requireNonNull(memberships, "memberships"),
        requireNonNull(start, "start"),
        Shared.nothing(),
        TreePMap.empty(BY_PLACE),
        HashTreePMap.empty());
  }

  /**
   * The history with one more event; one that it has already is not added again.
   *
   * <p>Events that follow in business time may have come to something else by it; {@link #steps()}
   * has them as they stand.
   */
  public MembershipHistory append(MembershipEvent event) {
    if (places.containsKey(requireNonNull(event, "event").id())) {
      return this;
    }
    Place place = placeOf(event);
    TreePMap<Place, Step> next = steps.headMap(place);
    Step step = decided(next, event, false);
    next = next.plus(place, step);
    for (Map.Entry<Place, Step> later : steps.tailMap(place).entrySet()) {
      Step known = later.getValue();
      next = next.plus(later.getKey(), decided(next, known.event(), known.stands()));
    }
    return new MembershipHistory(memberships, start, shared, next, places.plus(event.id(), place));
  }

  /** The membership after all events. */
  public Membership membership() {
    return steps.isEmpty() ? start : steps.lastEntry().getValue().outcome().membership();
  }

  /** The membership as it was when the history began. */
  public Membership start() {
    return start;
  }

  /** The events and what came of each: in order of arrival, or under REPLAY of business time. */
  public List<Step> steps() {
    return ImmutableList.copyOf(steps.values());
  }

  /** What came of an event, as it stands by now. */
  public Optional<MembershipOutcome> outcomeOf(CommandId event) {
    return Optional.ofNullable(places.get(requireNonNull(event, "event")))
        .map(steps::get)
        .map(Step::outcome);
  }

  private Step decided(TreePMap<Place, Step> before, MembershipEvent event, boolean stands) {
    Membership membership = start;
    Shared common = shared;
    if (!before.isEmpty()) {
      MembershipOutcome last = before.lastEntry().getValue().outcome();
      membership = last.membership();
      common = last.shared();
    }
    MembershipOutcome outcome = memberships.submit(membership, event, common, stands);
    boolean isDone = outcome instanceof MembershipOutcome.Done;
    return new Step(event, outcome, stands || (isDone && isFinal(event)));
  }

  /** Whether the outside world has had what the points paid for. */
  private static boolean isFinal(MembershipEvent event) {
    return event instanceof MembershipEvent.Submitted submitted
        && submitted.submission() instanceof Submission.Ordered ordered
        && (ordered.command() instanceof LedgerCommand.Redeem
            || ordered.command() instanceof LedgerCommand.Capture);
  }

  private Place placeOf(MembershipEvent event) {
    return memberships.program().points().latest().lateActivities() == LateCommands.REPLAY
        ? new Place(event.occurredAt(), event.phase(), 0, event.id())
        : new Place(Instant.MIN, LedgerCommand.Phase.EXPIRY, steps.size(), event.id());
  }
}
