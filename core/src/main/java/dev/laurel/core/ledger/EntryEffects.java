package dev.laurel.core.ledger;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.points.Balance;
import dev.laurel.core.points.Points;
import java.util.List;
import java.util.Optional;

/**
 * What each kind of entry does to an account: the whole of {@link Ledger#evolve}.
 *
 * <p>Every method moves the same number of points out of one total and into another, so that the
 * totals balance by construction.
 */
final class EntryEffects implements LedgerEntry.Cases<Void> {
  private static final @SuppressWarnings("NullAway") Void DONE = null;

  private final AccountWriter account;
  private final Tally tally;

  EntryEffects(AccountWriter account) {
    this.account = account;
    this.tally = account.tally();
  }

  @Override
  public Void accrued(LedgerEntry.Accrued entry) {
    long granted = 0;
    ImmutableList.Builder<LotId> lots =
        ImmutableList.builderWithExpectedSize(entry.lots().size());
    for (Lot lot : entry.lots()) {
      granted = Tally.sum(granted, lot.granted().units());
      lots.add(lot.id());
      open(lot);
    }
    tally.accrued = Tally.sum(tally.accrued, granted);
    Points none = account.type().zero();
    account.memory = account.memory.with(new AccountMemory.Accrual(
        entry.source(),
        entry.cause(),
        entry.at(),
        account.type().points(granted),
        none,
        lots.build()));
    return DONE;
  }

  private void open(Lot lot) {
    account.open(lot);
    if (lot.pending()) {
      tally.pending = Tally.sum(tally.pending, lot.remaining().units());
    } else {
      tally.available = Tally.sum(tally.available, lot.remaining().units());
    }
  }

  @Override
  public Void activated(LedgerEntry.Activated entry) {
    for (Portion portion : entry.lots()) {
      account.put(account.known(portion.lot()).activated());
      tally.pending -= portion.points().units();
      tally.available += portion.points().units();
    }
    return DONE;
  }

  @Override
  public Void pendingCancelled(LedgerEntry.PendingCancelled entry) {
    for (Portion portion : entry.taken()) {
      Lot lot = account.known(portion.lot());
      settle(lot.origin().activity().flatMap(account.memory::accrual), portion.points());
    }
    tally.reversed = Tally.sum(tally.reversed, take(entry.taken()));
    return DONE;
  }

  private void settle(Optional<AccountMemory.Accrual> accrual, Points points) {
    accrual.ifPresent(found -> account.memory = account.memory.with(found.settling(points)));
  }

  /** Takes from lots, pending or usable, and says how much. */
  private long take(List<Portion> portions) {
    long taken = 0;
    for (Portion portion : portions) {
      Lot lot = account.known(portion.lot());
      long units = portion.points().units();
      if (lot.pending()) {
        tally.pending -= units;
      } else {
        tally.available -= units;
      }
      account.put(lot.less(portion.points()));
      taken = Tally.sum(taken, units);
    }
    return taken;
  }

  @Override
  public Void debtRepaid(LedgerEntry.DebtRepaid entry) {
    tally.debt -= take(entry.taken());
    return DONE;
  }

  @Override
  public Void redeemed(LedgerEntry.Redeemed entry) {
    spend(entry.cause(), entry, entry.taken(), entry.debt());
    tally.redeemed = Tally.sum(tally.redeemed, take(entry.taken()));
    owe(entry.debt());
    tally.redeemed = Tally.sum(tally.redeemed, entry.debt().units());
    return DONE;
  }

  private void spend(CommandId command, LedgerEntry entry, List<Portion> taken, Points debt) {
    Points none = account.type().zero();
    account.memory =
        account.memory.with(new AccountMemory.Redemption(command, entry.at(), taken, debt, none));
  }

  private void owe(Points debt) {
    tally.debt = Tally.sum(tally.debt, debt.units());
  }

  @Override
  public Void held(LedgerEntry.Held entry) {
    Points points = account.type().zero();
    for (Portion portion : entry.allocation()) {
      account.put(account.known(portion.lot()).setAside(portion.points()));
      points = points.plus(portion.points());
    }
    tally.available -= points.units();
    tally.held += points.units();
    account.place(new Hold(entry.cause(), points, entry.allocation(), entry.expiresAt()));
    return DONE;
  }

  @Override
  public Void captured(LedgerEntry.Captured entry) {
    for (Portion portion : entry.taken()) {
      account.put(account.known(portion.lot()).spentFromHold(portion.points()));
      tally.held -= portion.points().units();
      tally.redeemed = Tally.sum(tally.redeemed, portion.points().units());
    }
    putBack(entry.returned());
    account.end(entry.hold(), Hold.End.CAPTURED, entry.at());
    spend(entry.cause(), entry, entry.taken(), account.type().zero());
    return DONE;
  }

  private void putBack(List<Portion> portions) {
    for (Portion portion : portions) {
      account.put(account.known(portion.lot()).putBack(portion.points()));
      tally.held -= portion.points().units();
      tally.available += portion.points().units();
    }
  }

  @Override
  public Void holdReleased(LedgerEntry.HoldReleased entry) {
    putBack(entry.returned());
    account.end(entry.hold(), Hold.End.VOIDED, entry.at());
    return DONE;
  }

  @Override
  public Void holdTimedOut(LedgerEntry.HoldTimedOut entry) {
    putBack(entry.returned());
    account.end(entry.hold(), Hold.End.EXPIRED, entry.at());
    return DONE;
  }

  @Override
  public Void redemptionReversed(LedgerEntry.RedemptionReversed entry) {
    Points points = entry.debt();
    for (Portion portion : entry.returned()) {
      account.put(account.known(portion.lot()).plus(portion.points()));
      tally.available = Tally.sum(tally.available, portion.points().units());
      points = points.plus(portion.points());
    }
    for (Replacement replacement : entry.replaced()) {
      open(replacement.into());
      points = points.plus(replacement.into().granted());
    }
    for (Lot lot : entry.opened()) {
      open(lot);
      points = points.plus(lot.granted());
    }
    tally.debt -= entry.debt().units();
    tally.redeemed -= points.units();
    Points reversed = points;
    account
        .memory
        .redemption(entry.redemption())
        .ifPresent(found -> account.memory = account.memory.with(found.reversing(reversed)));
    account.memory = account.memory.withReversal(entry.cause(), entry.at());
    return DONE;
  }

  @Override
  public Void accrualReversed(LedgerEntry.AccrualReversed entry) {
    long taken = Tally.sum(take(entry.pending()), take(entry.taken()));
    tally.reversed = Tally.sum(tally.reversed, taken);
    tally.reversed = Tally.sum(tally.reversed, entry.debt().units());
    owe(entry.debt());
    Points settled = account
        .type()
        .points(taken)
        .plus(entry.debt())
        .plus(entry.writtenOff())
        .plus(entry.cashReduction());
    settle(account.memory.accrual(entry.source()), settled);
    account.memory = account.memory.withReversal(entry.cause(), entry.at());
    return DONE;
  }

  @Override
  public Void expired(LedgerEntry.Expired entry) {
    tally.expired = Tally.sum(tally.expired, take(entry.taken()));
    return DONE;
  }

  @Override
  public Void lapsed(LedgerEntry.Lapsed entry) {
    tally.expired = Tally.sum(tally.expired, take(entry.taken()));
    account.fixActivityDates(entry.expiry());
    account.activeUntil = Optional.empty();
    return DONE;
  }

  @Override
  public Void extended(LedgerEntry.Extended entry) {
    for (LotId lot : entry.lots()) {
      account.put(account.known(lot).expiring(entry.expiry()));
    }
    return DONE;
  }

  @Override
  public Void reinstated(LedgerEntry.Reinstated entry) {
    open(entry.lot());
    tally.reinstated = Tally.sum(tally.reinstated, entry.lot().granted().units());
    return DONE;
  }

  @Override
  public Void adjustedUp(LedgerEntry.AdjustedUp entry) {
    open(entry.lot());
    tally.adjustedUp = Tally.sum(tally.adjustedUp, entry.lot().granted().units());
    return DONE;
  }

  @Override
  public Void adjustedDown(LedgerEntry.AdjustedDown entry) {
    tally.adjustedDown = Tally.sum(tally.adjustedDown, take(entry.taken()));
    tally.adjustedDown = Tally.sum(tally.adjustedDown, entry.debt().units());
    owe(entry.debt());
    return DONE;
  }

  @Override
  public Void transferredOut(LedgerEntry.TransferredOut entry) {
    tally.transferredOut = Tally.sum(tally.transferredOut, take(entry.taken()));
    return DONE;
  }

  @Override
  public Void transferredIn(LedgerEntry.TransferredIn entry) {
    for (Lot lot : entry.lots()) {
      open(lot);
      tally.transferredIn = Tally.sum(tally.transferredIn, lot.granted().units());
    }
    return DONE;
  }

  @Override
  public Void absorbed(LedgerEntry.Absorbed entry) {
    PointsAccount.Snapshot other = entry.other();
    tally.add(other.totals());
    PointsAccount read = PointsAccount.from(other);
    account.memory = account.memory.plus(read.memory());
    other.lots().forEach(account::put);
    other.holds().forEach(account::place);
    account.activeUntil = later(account.activeUntil, other.activeUntil());
    return DONE;
  }

  private static Optional<LotExpiry.At> later(
      Optional<LotExpiry.At> one, Optional<LotExpiry.At> other) {
    boolean first = other.isEmpty()
        || one.filter(at -> at.instant().isAfter(other.get().instant())).isPresent();
    return first ? one : other;
  }

  @Override
  public Void mergedAway(LedgerEntry.MergedAway entry) {
    account.clear();
    account.status = new AccountStatus.MergedInto(entry.into(), entry.at());
    return DONE;
  }

  @Override
  public Void forfeited(LedgerEntry.Forfeited entry) {
    for (Hold hold : account.holds().values()) {
      putBack(hold.allocation());
      account.end(hold.id(), Hold.End.VOIDED, entry.at());
    }
    tally.forfeited = Tally.sum(tally.forfeited, take(entry.taken()));
    return DONE;
  }

  @Override
  public Void closed(LedgerEntry.Closed entry) {
    account.status = new AccountStatus.Closed(entry.at());
    return DONE;
  }

  @Override
  public Void frozen(LedgerEntry.Frozen entry) {
    account.status = new AccountStatus.Frozen(entry.at(), entry.reason());
    return DONE;
  }

  @Override
  public Void thawed(LedgerEntry.Thawed entry) {
    account.status = new AccountStatus.Open();
    return DONE;
  }

  @Override
  public Void activityRecorded(LedgerEntry.ActivityRecorded entry) {
    account.activeUntil = entry.activeUntil().or(() -> account.activeUntil);
    return DONE;
  }

  @Override
  public Void expirySuspended(LedgerEntry.ExpirySuspended entry) {
    account.expirySuspended = true;
    return DONE;
  }

  @Override
  public Void expiryResumed(LedgerEntry.ExpiryResumed entry) {
    account.expirySuspended = false;
    return DONE;
  }

  @Override
  public Void checkpointed(LedgerEntry.Checkpointed entry) {
    Balance actual = Balance.of(account.available(), account.debt());
    InvalidValueException.check(
        actual.equals(entry.balance()),
        FailureCode.CHECKPOINT_MISMATCH,
        "balance",
        "a checkpoint must state the balance: expected %s, found %s",
        actual,
        entry.balance());
    return DONE;
  }

  @Override
  public Void swept(LedgerEntry.Swept entry) {
    return DONE;
  }
}
