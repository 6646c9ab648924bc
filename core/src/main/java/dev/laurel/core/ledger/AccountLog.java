package dev.laurel.core.ledger;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.points.PointType;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePMap;

/**
 * All commands that were ever submitted for one account, refused ones included, with what came of
 * each.
 *
 * <p>It answers what the account was at an instant by what was known at another, and it lets late
 * commands take their place: under {@link LateCommands#REPLAY} the order of arrival does not change
 * the outcome, unless a redemption that was accepted has to stand for which the points are missing
 * now.
 *
 * <p>Every step keeps its account. Accounts share their parts, so that an append in order costs the
 * logarithm of the length, and a late one only the steps after it.
 */
public final class AccountLog {
  private static final Comparator<Place> BY_PLACE = Comparator.comparing(Place::occurredAt)
      .thenComparing(Place::phase)
      .thenComparing(Place::arrival)
      .thenComparing(Place::command);

  private final Ledger ledger;
  private final PointsAccount start;
  private final TreePMap<Place, Step> steps;
  private final HashPMap<CommandId, Place> places;

  /**
   * The place of a command; under AS_ARRIVED only its arrival counts, under REPLAY all but that.
   */
  private record Place(
      Instant occurredAt, LedgerCommand.Phase phase, long arrival, CommandId command) {}

  /**
   * A command and what came of it.
   *
   * @param command the command
   * @param decision its decision, as it stands by now
   * @param stands whether it was accepted on arrival and spent points, which later arrivals cannot
   *     undo
   * @param account the account after it
   */
  public record Step(
      LedgerCommand command, Decision decision, boolean stands, PointsAccount account) {
    /** A step of these parts. */
    public Step {
      requireNonNull(command, "command");
      requireNonNull(decision, "decision");
      requireNonNull(account, "account");
    }
  }

  private AccountLog(
      Ledger ledger,
      PointsAccount start,
      TreePMap<Place, Step> steps,
      HashPMap<CommandId, Place> places) {
    this.ledger = ledger;
    this.start = start;
    this.steps = steps;
    this.places = places;
  }

  /** A log without commands. */
  public static AccountLog open(Ledger ledger, MemberId member, PointType type) {
    return new AccountLog(
        ledger, PointsAccount.open(member, type), TreePMap.empty(BY_PLACE), HashTreePMap.empty());
  }

  /**
   * The log with one more command; a command that it has already is not added again.
   *
   * <p>{@link #decisionOf} tells what came of it. Commands that follow in business time may have
   * come to something else by it; {@link #steps()} has them as they stand.
   */
  public AccountLog append(LedgerCommand command) {
    if (places.containsKey(requireNonNull(command, "command").id())) {
      return this;
    }
    Place place = placeOf(command);
    TreePMap<Place, Step> before = steps.headMap(place);
    Step step = arrived(accountAfter(before), command);
    TreePMap<Place, Step> next = before.plus(place, step);
    PointsAccount account = step.account();
    for (Map.Entry<Place, Step> later : steps.tailMap(place).entrySet()) {
      Step again = decided(account, later.getValue().command(), later.getValue().stands());
      next = next.plus(later.getKey(), again);
      account = again.account();
    }
    return new AccountLog(ledger, start, next, places.plus(command.id(), place));
  }

  private boolean isReplay() {
    return ledger.policy().lateCommands() == LateCommands.REPLAY;
  }

  private Place placeOf(LedgerCommand command) {
    return isReplay()
        ? new Place(command.occurredAt(), command.phase(), 0, command.id())
        : new Place(Instant.MIN, LedgerCommand.Phase.EXPIRY, steps.size(), command.id());
  }

  private PointsAccount accountAfter(TreePMap<Place, Step> some) {
    return some.isEmpty() ? start : some.lastEntry().getValue().account();
  }

  /** Accepted on arrival a redemption stands; one that only a replay accepts can be undone. */
  private Step arrived(PointsAccount account, LedgerCommand command) {
    Step step = decided(account, command, false);
    boolean stands = step.decision().isAccepted() && isFinal(command);
    return new Step(command, step.decision(), stands, step.account());
  }

  private Step decided(PointsAccount account, LedgerCommand command, boolean stands) {
    Decision decision =
        stands ? ledger.decideStanding(account, command) : ledger.decide(account, command);
    PointsAccount after = decision.accepted().map(Decision.Accepted::account).orElse(account);
    return new Step(command, decision, stands, after);
  }

  /** Whether the outside world has had what the points paid for. */
  private static boolean isFinal(LedgerCommand command) {
    return command instanceof LedgerCommand.Redeem || command instanceof LedgerCommand.Capture;
  }

  /** The account after all commands. */
  public PointsAccount account() {
    return accountAfter(steps);
  }

  /** What came of a command, as it stands by now. */
  public Optional<Decision> decisionOf(CommandId command) {
    return Optional.ofNullable(places.get(requireNonNull(command, "command")))
        .map(steps::get)
        .map(Step::decision);
  }

  /** The commands and what came of each: in order of arrival, or under REPLAY of business time. */
  public List<Step> steps() {
    return ImmutableList.copyOf(steps.values());
  }

  /** The entries of all accepted commands, which fold to the account. */
  public List<LedgerEntry> entries() {
    ImmutableList.Builder<LedgerEntry> entries = ImmutableList.builder();
    for (Step step : steps.values()) {
      step.decision().accepted().ifPresent(accepted -> entries.addAll(accepted.entries()));
    }
    return entries.build();
  }

  /**
   * The account at a business instant, by what was known at another.
   *
   * <p>"What was it on 3 May" is {@code asOf(may3, now)}; "what did we think on 3 May it was" is
   * {@code asOf(may3, may3)}. Decides again only where something that happened by then was not
   * known by then.
   */
  public PointsAccount asOf(Instant at, Instant knownAt) {
    requireNonNull(at, "at");
    requireNonNull(knownAt, "knownAt");
    PointsAccount account = start;
    boolean whole = true;
    for (Step step : steps.values()) {
      if (step.command().occurredAt().isAfter(at) || step.command().recordedAt().isAfter(knownAt)) {
        whole = false;
      } else if (whole) {
        account = step.account();
      } else {
        account = decided(account, step.command(), step.stands()).account();
      }
    }
    return ledger
        .settle(account, account.clock().isAfter(at) ? account.clock() : at)
        .account();
  }
}
