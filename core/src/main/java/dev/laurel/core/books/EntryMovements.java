package dev.laurel.core.books;

import com.google.common.collect.Iterables;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.ledger.LedgerEntry;
import dev.laurel.core.ledger.Lot;
import dev.laurel.core.ledger.LotOrigin;
import dev.laurel.core.ledger.Portion;
import dev.laurel.core.ledger.Replacement;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.valuation.Allocation;
import dev.laurel.core.valuation.RollForward.Movement;
import dev.laurel.core.valuation.StandalonePrice;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What each kind of entry does to cohorts.
 *
 * <p>Points that repay debt are redeemed by that: what was spent without cover is paid for now, and
 * nothing goes back to the buyer of these. A forecast of redemptions counts them as taken back, as
 * no reward will follow from them. Debt itself touches no lot and is none of the books'.
 */
final class EntryMovements implements LedgerEntry.Cases<Void> {
  private static final @SuppressWarnings("NullAway") Void DONE = null;

  private final BooksPolicy policy;
  private final KnownLots lots;
  private final MonthTable table;
  private final Optional<ExactMoney> price;

  EntryMovements(BooksPolicy policy, KnownLots lots, MonthTable table, Optional<ExactMoney> price) {
    this.policy = policy;
    this.lots = lots;
    this.table = table;
    this.price = price;
  }

  @Override
  public Void accrued(LedgerEntry.Accrued entry) {
    if (entry.lots().isEmpty()) {
      return DONE;
    }
    Optional<ExactMoney> paid = price.filter(ExactMoney::isPositive);
    if (paid.isEmpty()) {
      entry.lots().forEach(lot -> grant(entry, lot, Movement.ISSUED));
      return DONE;
    }
    String currency = paid.get().currency();
    Cohort cohort = new Cohort(monthOf(entry.lots().get(0)), currency);
    long issued = 0;
    for (Lot lot : entry.lots()) {
      issued = Math.addExact(issued, lot.granted().units());
      lots.open(entry.stamp().member(), lot.id(), cohort, lot.granted().units(), entry.at());
    }
    Allocation allocation =
        policy.allocate(paid.get(), policy.type().points(issued), cohort.month());
    table.add(
        cohort,
        entry.at(),
        MonthSums.moving(currency, Movement.ISSUED, issued)
            .selling(
                allocation.amount(StandalonePrice.GOODS),
                allocation.amount(StandalonePrice.POINTS)));
    return DONE;
  }

  private YearMonth monthOf(Lot lot) {
    return YearMonth.from(policy.calendar().dateOf(lot.earnedAt()));
  }

  /** Points without a sale: nobody paid for them, so that what they stand for is an expense. */
  private void grant(LedgerEntry entry, Lot lot, Movement movement) {
    Cohort cohort = new Cohort(monthOf(lot), policy.homeCurrency());
    long units = lot.granted().units();
    lots.open(entry.stamp().member(), lot.id(), cohort, units, entry.at());
    table.add(
        cohort,
        entry.at(),
        MonthSums.moving(cohort.currency(), movement, units)
            .granting(policy.standing(lot.granted(), cohort.month())));
  }

  private Void leave(LedgerEntry entry, Iterable<Portion> taken, Movement movement) {
    for (Portion portion : taken) {
      KnownLots.Known lot = lots.move(entry.stamp().member(), portion, -1, entry.at());
      move(lot, movement, -portion.points().units());
    }
    return DONE;
  }

  private void move(KnownLots.Known lot, Movement movement, long units) {
    MonthSums sums = MonthSums.moving(lot.cohort().currency(), movement, units);
    table.add(lot.cohort(), lot.bookedAt(), sums);
  }

  @Override
  public Void pendingCancelled(LedgerEntry.PendingCancelled entry) {
    return leave(entry, entry.taken(), Movement.CLAWED_BACK);
  }

  @Override
  public Void debtRepaid(LedgerEntry.DebtRepaid entry) {
    return leave(entry, entry.taken(), Movement.REDEEMED);
  }

  @Override
  public Void redeemed(LedgerEntry.Redeemed entry) {
    return leave(entry, entry.taken(), Movement.REDEEMED);
  }

  @Override
  public Void captured(LedgerEntry.Captured entry) {
    return leave(entry, entry.taken(), Movement.REDEEMED);
  }

  @Override
  public Void redemptionReversed(LedgerEntry.RedemptionReversed entry) {
    MemberId member = entry.stamp().member();
    for (Portion portion : entry.returned()) {
      KnownLots.Known lot = lots.move(member, portion, 1, entry.at());
      move(lot, Movement.RESTORED, portion.points().units());
    }
    for (Replacement replacement : entry.replaced()) {
      lots.move(member, replacement.from(), 1, entry.at());
      KnownLots.Known old = lots.move(member, replacement.from(), -1, entry.at());
      long units = replacement.into().granted().units();
      lots.open(member, replacement.into().id(), old.cohort(), units, old.bookedAt());
      move(old, Movement.RESTORED, units);
    }
    entry.opened().forEach(lot -> grant(entry, lot, Movement.ADJUSTED_UP));
    return DONE;
  }

  @Override
  public Void accrualReversed(LedgerEntry.AccrualReversed entry) {
    return leave(entry, Iterables.concat(entry.pending(), entry.taken()), Movement.CLAWED_BACK);
  }

  @Override
  public Void expired(LedgerEntry.Expired entry) {
    return leave(entry, entry.taken(), Movement.EXPIRED);
  }

  @Override
  public Void lapsed(LedgerEntry.Lapsed entry) {
    return leave(entry, entry.taken(), Movement.EXPIRED);
  }

  @Override
  public Void reinstated(LedgerEntry.Reinstated entry) {
    grant(entry, entry.lot(), Movement.ADJUSTED_UP);
    return DONE;
  }

  @Override
  public Void adjustedUp(LedgerEntry.AdjustedUp entry) {
    grant(entry, entry.lot(), Movement.ADJUSTED_UP);
    return DONE;
  }

  @Override
  public Void adjustedDown(LedgerEntry.AdjustedDown entry) {
    return leave(entry, entry.taken(), Movement.ADJUSTED_DOWN);
  }

  @Override
  public Void transferredOut(LedgerEntry.TransferredOut entry) {
    return leave(entry, entry.taken(), Movement.TRANSFERRED_OUT);
  }

  @Override
  public Void transferredIn(LedgerEntry.TransferredIn entry) {
    for (Lot lot : entry.lots()) {
      Optional<KnownLots.Known> origin = lot.origin() instanceof LotOrigin.Transferred transferred
          ? lots.find(transferred.from(), transferred.lot())
          : Optional.empty();
      receive(entry, lot, origin, lot.granted().units());
    }
    return DONE;
  }

  private void receive(LedgerEntry entry, Lot lot, Optional<KnownLots.Known> origin, long units) {
    Cohort cohort = origin
        .map(KnownLots.Known::cohort)
        .orElseGet(() -> new Cohort(monthOf(lot), policy.homeCurrency()));
    Instant at = origin.map(known -> known.notBefore(entry.at())).orElse(entry.at());
    KnownLots.Known received = new KnownLots.Known(cohort, units, at);
    lots.put(entry.stamp().member(), lot.id(), received);
    move(received, Movement.TRANSFERRED_IN, units);
  }

  /** Lots of an account in these books only change their owner; others are received. */
  @Override
  public Void absorbed(LedgerEntry.Absorbed entry) {
    List<List<Lot>> both = List.of(entry.other().lots(), entry.other().closedLots());
    for (Lot lot : Iterables.concat(both)) {
      Optional<KnownLots.Known> known = lots.remove(entry.other().member(), lot.id());
      if (known.isPresent()) {
        lots.put(entry.stamp().member(), lot.id(), known.get());
      } else {
        receive(entry, lot, known, lot.remaining().units() + lot.held().units());
      }
    }
    return DONE;
  }

  @Override
  public Void mergedAway(LedgerEntry.MergedAway entry) {
    for (KnownLots.Known lot : lots.remove(entry.stamp().member()).values()) {
      KnownLots.Known gone = new KnownLots.Known(lot.cohort(), 0, lot.notBefore(entry.at()));
      move(gone, Movement.TRANSFERRED_OUT, -lot.left());
    }
    return DONE;
  }

  @Override
  public Void forfeited(LedgerEntry.Forfeited entry) {
    return leave(entry, entry.taken(), Movement.FORFEITED);
  }

  @Override
  public Void activated(LedgerEntry.Activated entry) {
    return DONE;
  }

  @Override
  public Void held(LedgerEntry.Held entry) {
    return DONE;
  }

  @Override
  public Void holdReleased(LedgerEntry.HoldReleased entry) {
    return DONE;
  }

  @Override
  public Void holdTimedOut(LedgerEntry.HoldTimedOut entry) {
    return DONE;
  }

  @Override
  public Void extended(LedgerEntry.Extended entry) {
    return DONE;
  }

  @Override
  public Void closed(LedgerEntry.Closed entry) {
    return DONE;
  }

  @Override
  public Void frozen(LedgerEntry.Frozen entry) {
    return DONE;
  }

  @Override
  public Void thawed(LedgerEntry.Thawed entry) {
    return DONE;
  }

  @Override
  public Void activityRecorded(LedgerEntry.ActivityRecorded entry) {
    return DONE;
  }

  @Override
  public Void expirySuspended(LedgerEntry.ExpirySuspended entry) {
    return DONE;
  }

  @Override
  public Void expiryResumed(LedgerEntry.ExpiryResumed entry) {
    return DONE;
  }

  @Override
  public Void checkpointed(LedgerEntry.Checkpointed entry) {
    return DONE;
  }

  @Override
  public Void swept(LedgerEntry.Swept entry) {
    return DONE;
  }
}
