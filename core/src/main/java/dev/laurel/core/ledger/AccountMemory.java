package dev.laurel.core.ledger;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.points.Points;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pcollections.TreePMap;

/**
 * What an account remembers only because somebody may take something back: which lots an activity
 * opened, what a redemption consumed, how a hold ended.
 *
 * <p>It grows with the account's history until {@link PointsAccount#forget} drops what lies before
 * a reversal window.
 */
public final class AccountMemory {
  static final AccountMemory EMPTY = new AccountMemory(
      TreePMap.empty(), TreePMap.empty(), TreePMap.empty(), TreePMap.empty(), TreePMap.empty());

  final TreePMap<LotId, Lot> closedLots;
  final TreePMap<ActivityId, Accrual> accruals;
  final TreePMap<CommandId, Redemption> redemptions;
  final TreePMap<CommandId, EndedHold> endedHolds;
  final TreePMap<CommandId, Instant> reversals;

  private AccountMemory(
      TreePMap<LotId, Lot> closedLots,
      TreePMap<ActivityId, Accrual> accruals,
      TreePMap<CommandId, Redemption> redemptions,
      TreePMap<CommandId, EndedHold> endedHolds,
      TreePMap<CommandId, Instant> reversals) {
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
        TreePMap.from(closedLots),
        TreePMap.from(accruals),
        TreePMap.from(redemptions),
        TreePMap.from(endedHolds),
        TreePMap.from(reversals));
  }

  AccountMemory withClosed(Lot lot) {
    return with(closedLots.plus(lot.id(), lot));
  }

  AccountMemory withoutClosed(LotId lot) {
    return closedLots.containsKey(lot) ? with(closedLots.minus(lot)) : this;
  }

  private AccountMemory with(TreePMap<LotId, Lot> newClosedLots) {
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

  AccountMemory forget(Instant before) {
    TreePMap<CommandId, Redemption> keptRedemptions = redemptions;
    for (Redemption redemption : redemptions.values()) {
      if (redemption.at().isBefore(before)) {
        keptRedemptions = keptRedemptions.minus(redemption.command());
      }
    }
    TreePMap<ActivityId, Accrual> keptAccruals = accruals;
    for (Accrual accrual : accruals.values()) {
      if (accrual.at().isBefore(before)) {
        keptAccruals = keptAccruals.minus(accrual.source());
      }
    }
    TreePMap<CommandId, EndedHold> keptHolds = endedHolds;
    for (EndedHold hold : endedHolds.values()) {
      if (hold.at().isBefore(before)) {
        keptHolds = keptHolds.minus(hold.hold());
      }
    }
    TreePMap<CommandId, Instant> keptReversals = reversals;
    for (Map.Entry<CommandId, Instant> reversal : reversals.entrySet()) {
      if (reversal.getValue().isBefore(before)) {
        keptReversals = keptReversals.minus(reversal.getKey());
      }
    }
    return new AccountMemory(
        needed(keptRedemptions, before), keptAccruals, keptRedemptions, keptHolds, keptReversals);
  }

  /** The closed lots that are young, or that a remembered redemption would put points back into. */
  private TreePMap<LotId, Lot> needed(Map<CommandId, Redemption> kept, Instant before) {
    if (closedLots.isEmpty()) {
      return closedLots;
    }
    Set<LotId> named = kept.values().stream()
        .flatMap(redemption -> redemption.taken().stream())
        .map(Portion::lot)
        .collect(ImmutableSet.toImmutableSet());
    TreePMap<LotId, Lot> needed = closedLots;
    for (Lot lot : closedLots.values()) {
      if (lot.earnedAt().isBefore(before) && !named.contains(lot.id())) {
        needed = needed.minus(lot.id());
      }
    }
    return needed;
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
