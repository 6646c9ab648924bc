package dev.laurel.tiers.membership;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.ledger.LateCommands;
import dev.laurel.core.ledger.LedgerCommand;
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
  private final Commons commons;
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
      Commons commons,
      TreePMap<Place, Step> steps,
      HashPMap<CommandId, Place> places) {
    this.memberships = memberships;
    this.start = start;
    this.commons = commons;
    this.steps = steps;
    this.places = places;
  }

  /** The history of a membership that has just begun, where members share nothing yet. */
  public static MembershipHistory open(Memberships memberships, Membership start) {
    return open(memberships, start, memberships.commons());
  }

  /** The history of a membership that begins with what members share. */
  public static MembershipHistory open(Memberships memberships, Membership start, Commons commons) {
    return new MembershipHistory(
        requireNonNull(memberships, "memberships"),
        requireNonNull(start, "start"),
        requireNonNull(commons, "commons"),
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
    Optional<MembershipHistory> ofAnother = withinAbsorbed(event);
    if (ofAnother.isPresent()) {
      return ofAnother.get();
    }
    Place place = placeOf(event);
    return placed(place, decided(steps.headMap(place), event, false, true));
  }

  /**
   * The history in which an event takes its place in the life of a member who has since gone up in
   * this one: under REPLAY, if it happened before.
   */
  private Optional<MembershipHistory> withinAbsorbed(MembershipEvent event) {
    if (!isReplayed() || event.member().equals(start.id())) {
      return Optional.empty();
    }
    for (Map.Entry<Place, Step> each : steps.entrySet()) {
      if (each.getValue().event() instanceof MembershipEvent.Absorbed absorbed
          && !event.occurredAt().isAfter(absorbed.occurredAt())) {
        Optional<WhatIf.Life> life = absorbed.other().with(event);
        if (life.isPresent()) {
          MembershipEvent fuller = new MembershipEvent.Absorbed(absorbed.stamp(), life.get());
          Place place = each.getKey();
          return Optional.of(placed(place, decided(steps.headMap(place), fuller, false, true)));
        }
      }
    }
    return Optional.empty();
  }

  /** The history with a step in its place and all later ones decided again. */
  private MembershipHistory placed(Place place, Step step) {
    TreePMap<Place, Step> next = steps.headMap(place).plus(place, step);
    for (Map.Entry<Place, Step> later : steps.tailMap(place, false).entrySet()) {
      Step known = later.getValue();
      next = next.plus(later.getKey(), decided(next, known.event(), known.stands(), false));
    }
    return new MembershipHistory(
        memberships, start, commons, next, places.plus(step.event().id(), place));
  }

  /** The membership after all events. */
  public Membership membership() {
    return steps.isEmpty() ? start : steps.lastEntry().getValue().outcome().membership();
  }

  /** What the members have in common after all events. */
  public Commons commons() {
    return steps.isEmpty() ? commons : steps.lastEntry().getValue().outcome().commons();
  }

  /** The membership and all events as a life, for a what-if or for one in which it goes up. */
  public WhatIf.Life life() {
    return new WhatIf.Life(
        start.id(),
        start.enrolledAt(),
        start.member().facts(),
        steps.values().stream().map(Step::event).collect(ImmutableList.toImmutableList()));
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

  /** Accepted on arrival a redemption stands; one that only a replay accepts can be undone. */
  private Step decided(
      TreePMap<Place, Step> before, MembershipEvent event, boolean stands, boolean isArrival) {
    Membership membership = start;
    Commons common = commons;
    if (!before.isEmpty()) {
      MembershipOutcome last = before.lastEntry().getValue().outcome();
      membership = last.membership();
      common = last.commons();
    }
    MembershipOutcome outcome = memberships.submit(membership, event, common, stands);
    boolean isDone = outcome instanceof MembershipOutcome.Done;
    return new Step(event, outcome, stands || (isArrival && isDone && isFinal(event)));
  }

  /** Whether the outside world has had what the points paid for. */
  private static boolean isFinal(MembershipEvent event) {
    return event instanceof MembershipEvent.Submitted submitted
        && submitted.submission() instanceof Submission.Ordered ordered
        && (ordered.command() instanceof LedgerCommand.Redeem
            || ordered.command() instanceof LedgerCommand.Capture);
  }

  private Place placeOf(MembershipEvent event) {
    return isReplayed()
        ? new Place(event.occurredAt(), event.phase(), 0, event.id())
        : new Place(Instant.MIN, LedgerCommand.Phase.EXPIRY, steps.size(), event.id());
  }

  private boolean isReplayed() {
    return memberships.program().points().latest().lateActivities() == LateCommands.REPLAY;
  }
}
