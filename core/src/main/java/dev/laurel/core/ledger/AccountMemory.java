package dev.laurel.core.ledger;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.internal.CompactMap;
import dev.laurel.core.points.Points;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an account remembers only because somebody may take something back: which lots an activity
 * opened, what a redemption consumed, how a hold ended.
 *
 * <p>It grows with the account's history until {@link PointsAccount#forget} drops what lies before
 * a reversal window.
 */
public final class AccountMemory {
  static final AccountMemory EMPTY = new AccountMemory(
      CompactMap.empty(),
      CompactMap.empty(),
      CompactMap.empty(),
      CompactMap.empty(),
      CompactMap.empty());

  final CompactMap<LotId, Lot> closedLots;
  final CompactMap<ActivityId, Accrual> accruals;
  final CompactMap<CommandId, Redemption> redemptions;
  final CompactMap<CommandId, EndedHold> endedHolds;
  final CompactMap<CommandId, Instant> reversals;

  private AccountMemory(
      CompactMap<LotId, Lot> closedLots,
      CompactMap<ActivityId, Accrual> accruals,
      CompactMap<CommandId, Redemption> redemptions,
      CompactMap<CommandId, EndedHold> endedHolds,
      CompactMap<CommandId, Instant> reversals) {
    this.closedLots = closedLots;
    this.accruals = accruals;
    this.redemptions = redemptions;
    this.endedHolds = endedHolds;
    this.reversals = reversals;
  }

  static AccountMemory of(
      Map<LotId, Lot> closedLots,
      Map<ActivityId, Accrual> accruals,
      Map<CommandId, Redemption> redemptions,
      Map<CommandId, EndedHold> endedHolds,
      Map<CommandId, Instant> reversals) {
    return new AccountMemory(
        CompactMap.from(closedLots),
        CompactMap.from(accruals),
        CompactMap.from(redemptions),
        CompactMap.from(endedHolds),
        CompactMap.from(reversals));
  }

  AccountMemory withClosed(Lot lot) {
    return with(closedLots.plus(lot.id(), lot));
  }

  AccountMemory withoutClosed(LotId lot) {
    return closedLots.containsKey(lot) ? with(closedLots.minus(lot)) : this;
  }

  private AccountMemory with(CompactMap<LotId, Lot> newClosedLots) {
    return new AccountMemory(newClosedLots, accruals, redemptions, endedHolds, reversals);
  }

  AccountMemory with(Accrual accrual) {
    return new AccountMemory(
        closedLots, accruals.plus(accrual.source(), accrual), redemptions, endedHolds, reversals);
  }

  AccountMemory with(Redemption redemption) {
    return new AccountMemory(
        closedLots,
        accruals,
        redemptions.plus(redemption.command(), redemption),
        endedHolds,
        reversals);
  }

  AccountMemory with(EndedHold hold) {
    return new AccountMemory(
        closedLots, accruals, redemptions, endedHolds.plus(hold.hold(), hold), reversals);
  }

  AccountMemory withReversal(CommandId command, Instant at) {
    return new AccountMemory(
        closedLots, accruals, redemptions, endedHolds, reversals.plus(command, at));
  }

  AccountMemory plus(AccountMemory other) {
    return new AccountMemory(
        closedLots.plusAll(other.closedLots),
        accruals.plusAll(other.accruals),
        redemptions.plusAll(other.redemptions),
        endedHolds.plusAll(other.endedHolds),
        reversals.plusAll(other.reversals));
  }

  /** The memory without what is older than this; the same memory if nothing is. */
  AccountMemory forget(Instant before) {
    CompactMap<CommandId, Redemption> keptRedemptions =
        redemptions.without((command, redemption) -> redemption.at().isBefore(before));
    AccountMemory kept = new AccountMemory(
        needed(keptRedemptions, before),
        accruals.without((source, accrual) -> accrual.at().isBefore(before)),
        keptRedemptions,
        endedHolds.without((hold, ended) -> ended.at().isBefore(before)),
        reversals.without((command, at) -> at.isBefore(before)));
    return kept.size() == size() ? this : kept;
  }

  /** The closed lots that are young, or that a remembered redemption would put points back into. */
  private CompactMap<LotId, Lot> needed(
      CompactMap<CommandId, Redemption> remembered, Instant before) {
    CompactMap<LotId, Lot> young =
        closedLots.without((name, lot) -> lot.earnedAt().isBefore(before));
    if (young.size() == closedLots.size() || remembered.isEmpty()) {
      return young;
    }
    Set<LotId> named = new HashSet<>();
    for (Redemption redemption : remembered.values()) {
      for (Portion portion : redemption.taken()) {
        named.add(portion.lot());
      }
    }
    return closedLots.without(
        (name, lot) -> lot.earnedAt().isBefore(before) && !named.contains(name));
  }

  /** What is remembered of an activity's points. */
  public Optional<Accrual> accrual(ActivityId source) {
    return Optional.ofNullable(accruals.get(requireNonNull(source, "source")));
  }

  /** What is remembered of a redemption or capture. */
  public Optional<Redemption> redemption(CommandId command) {
    return Optional.ofNullable(redemptions.get(requireNonNull(command, "command")));
  }

  /** How a hold ended. */
  public Optional<EndedHold> endedHold(CommandId hold) {
    return Optional.ofNullable(endedHolds.get(requireNonNull(hold, "hold")));
  }

  /** How many things are remembered. */
  public int size() {
    return closedLots.size()
        + accruals.size()
        + redemptions.size()
        + endedHolds.size()
        + reversals.size();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AccountMemory that
        && closedLots.equals(that.closedLots)
        && accruals.equals(that.accruals)
        && redemptions.equals(that.redemptions)
        && endedHolds.equals(that.endedHolds)
        && reversals.equals(that.reversals);
  }

  @Override
  public int hashCode() {
    return closedLots.hashCode() + 31 * (accruals.hashCode() + 31 * redemptions.hashCode());
  }

  @Override
  public String toString() {
    return "memory of " + size();
  }

  /**
   * The points of one activity.
   *
   * @param source the activity
   * @param command the command that accrued it
   * @param at business time
   * @param granted what it earned
   * @param settled what has been taken back, written off included
   * @param lots the lots it opened
   */
  public record Accrual(
      ActivityId source,
      CommandId command,
      Instant at,
      Points granted,
      Points settled,
      List<LotId> lots) {
    /** An accrual of these parts. */
    public Accrual {
      requireNonNull(source, "source");
      requireNonNull(command, "command");
      requireNonNull(at, "at");
      requireNonNull(granted, "granted");
      requireNonNull(settled, "settled");
      lots = ImmutableList.copyOf(lots);
    }

    Accrual settling(Points points) {
      return new Accrual(source, command, at, granted, settled.plus(points), lots);
    }

    Accrual with(LotId lot) {
      return new Accrual(
          source,
          command,
          at,
          granted,
          settled,
          ImmutableList.<LotId>builder().addAll(lots).add(lot).build());
    }
  }

  /**
   * The points of one redemption or capture.
   *
   * @param command the command that spent them
   * @param at business time
   * @param taken what the lots gave, in burn order
   * @param debt what was owed instead; zero but for a redemption that stands in a replay
   * @param reversed how many points have come back
   */
  public record Redemption(
      CommandId command, Instant at, List<Portion> taken, Points debt, Points reversed) {
    /** A redemption of these parts. */
    public Redemption {
      requireNonNull(command, "command");
      requireNonNull(at, "at");
      taken = ImmutableList.copyOf(taken);
      requireNonNull(debt, "debt");
      requireNonNull(reversed, "reversed");
    }

    /** How many points were spent. */
    public Points points() {
      return Portion.sum(taken, debt.type()).plus(debt);
    }

    /** How many points can still come back. */
    public Points reversible() {
      return points().minus(reversed);
    }

    Redemption reversing(Points points) {
      return new Redemption(command, at, taken, debt, reversed.plus(points));
    }
  }

  /**
   * A hold that is no more.
   *
   * @param hold the command that placed it
   * @param end how it ended
   * @param at when
   */
  public record EndedHold(CommandId hold, Hold.End end, Instant at) {
    /** An ended hold of these parts. */
    public EndedHold {
      requireNonNull(hold, "hold");
      requireNonNull(end, "end");
      requireNonNull(at, "at");
    }
  }
}
