package dev.laurel.core.breakage;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.identity.LotId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.ledger.LedgerEntry;
import dev.laurel.core.ledger.Lot;
import dev.laurel.core.ledger.Portion;
import dev.laurel.core.ledger.Replacement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells a {@link LotFlow} what the entries of accounts say of lots.
 *
 * <p>Each account's entries are read from its first one, since later ones name lots that earlier
 * ones opened. Time's doings are entries too: settle an account until the end of the period before
 * its entries are read, or what has expired since its last command still counts as outstanding.
 *
 * <p>How entries are told:
 *
 * <ul>
 *   <li>accruals, credits by hand, reinstated lots: issued, at the date of the lot;
 *   <li>redemptions and captured holds: redeemed; what a reversal returns: reversed;
 *   <li>expiry, lapse by inactivity, forfeiture: lapsed;
 *   <li>reversed accruals, cancelled pending lots, debits by hand, repaid debts: taken back;
 *   <li>transfers and merged accounts: nothing, since points keep the date they were earned.
 * </ul>
 */
public final class LotReader {
  private final LotFlow flow;

  private LotReader(LotFlow flow) {
    this.flow = flow;
  }

  /** A reader that tells this flow. */
  public static LotReader into(LotFlow flow) {
    return new LotReader(requireNonNull(flow, "flow"));
  }

  /**
   * Reads the entries of one account of one type of points, from its first.
   *
   * @throws NullPointerException if an entry names a lot that no entry before it opened
   */
  public void read(Iterable<? extends LedgerEntry> entries) {
    Reading reading = new Reading(flow);
    for (LedgerEntry entry : entries) {
      entry.match(reading).run();
    }
  }

  /** One account; every case answers with what it does. */
  private static final class Reading implements LedgerEntry.Cases<Runnable> {
    private final LotFlow flow;
    private final Map<LotId, Instant> earnedAt = new HashMap<>();

    private Reading(LotFlow flow) {
      this.flow = flow;
    }

    @Override
    public Runnable accrued(LedgerEntry.Accrued entry) {
      return () -> entry.lots().forEach(lot -> open(entry, lot));
    }

    @Override
    public Runnable activated(LedgerEntry.Activated entry) {
      return Reading::nothing;
    }

    @Override
    public Runnable pendingCancelled(LedgerEntry.PendingCancelled entry) {
      return () -> takeBack(entry, entry.taken());
    }

    @Override
    public Runnable debtRepaid(LedgerEntry.DebtRepaid entry) {
      return () -> takeBack(entry, entry.taken());
    }

    @Override
    public Runnable redeemed(LedgerEntry.Redeemed entry) {
      return () -> redeem(entry, entry.taken());
    }

    @Override
    public Runnable held(LedgerEntry.Held entry) {
      return Reading::nothing;
    }

    @Override
    public Runnable captured(LedgerEntry.Captured entry) {
      return () -> redeem(entry, entry.taken());
    }

    @Override
    public Runnable holdReleased(LedgerEntry.HoldReleased entry) {
      return Reading::nothing;
    }

    @Override
    public Runnable holdTimedOut(LedgerEntry.HoldTimedOut entry) {
      return Reading::nothing;
    }

    @Override
    public Runnable redemptionReversed(LedgerEntry.RedemptionReversed entry) {
      return () -> {
        entry.returned().forEach(portion -> giveBack(entry, portion));
        entry.replaced().forEach(replacement -> replace(entry, replacement));
        entry.opened().forEach(lot -> open(entry, lot));
      };
    }

    @Override
    public Runnable accrualReversed(LedgerEntry.AccrualReversed entry) {
      return () -> {
        takeBack(entry, entry.pending());
        takeBack(entry, entry.taken());
      };
    }

    @Override
    public Runnable expired(LedgerEntry.Expired entry) {
      return () -> lapse(entry, entry.taken());
    }

    @Override
    public Runnable lapsed(LedgerEntry.Lapsed entry) {
      return () -> lapse(entry, entry.taken());
    }

    @Override
    public Runnable extended(LedgerEntry.Extended entry) {
      return Reading::nothing;
    }

    @Override
    public Runnable reinstated(LedgerEntry.Reinstated entry) {
      return () -> open(entry, entry.lot());
    }

    @Override
    public Runnable adjustedUp(LedgerEntry.AdjustedUp entry) {
      return () -> open(entry, entry.lot());
    }

    @Override
    public Runnable adjustedDown(LedgerEntry.AdjustedDown entry) {
      return () -> takeBack(entry, entry.taken());
    }

    @Override
    public Runnable transferredOut(LedgerEntry.TransferredOut entry) {
      return Reading::nothing;
    }

    @Override
    public Runnable transferredIn(LedgerEntry.TransferredIn entry) {
      return () -> entry.lots().forEach(this::know);
    }

    @Override
    public Runnable absorbed(LedgerEntry.Absorbed entry) {
      return () -> {
        entry.other().lots().forEach(this::know);
        entry.other().closedLots().forEach(this::know);
      };
    }

    @Override
    public Runnable mergedAway(LedgerEntry.MergedAway entry) {
      return Reading::nothing;
    }

    @Override
    public Runnable forfeited(LedgerEntry.Forfeited entry) {
      return () -> lapse(entry, entry.taken());
    }

    @Override
    public Runnable closed(LedgerEntry.Closed entry) {
      return Reading::nothing;
    }

    @Override
    public Runnable frozen(LedgerEntry.Frozen entry) {
      return Reading::nothing;
    }

    @Override
    public Runnable thawed(LedgerEntry.Thawed entry) {
      return Reading::nothing;
    }

    @Override
    public Runnable activityRecorded(LedgerEntry.ActivityRecorded entry) {
      return Reading::nothing;
    }

    @Override
    public Runnable expirySuspended(LedgerEntry.ExpirySuspended entry) {
      return Reading::nothing;
    }

    @Override
    public Runnable expiryResumed(LedgerEntry.ExpiryResumed entry) {
      return Reading::nothing;
    }

    @Override
    public Runnable checkpointed(LedgerEntry.Checkpointed entry) {
      return Reading::nothing;
    }

    @Override
    public Runnable swept(LedgerEntry.Swept entry) {
      return Reading::nothing;
    }

    private static void nothing() {
      // Nothing happens to the number of points.
    }

    private void know(Lot lot) {
      earnedAt.put(lot.id(), lot.earnedAt());
    }

    private void open(LedgerEntry entry, Lot lot) {
      know(lot);
      flow.issued(entry.stamp().member(), lot.earnedAt(), lot.granted().units());
    }

    private void redeem(LedgerEntry entry, List<Portion> taken) {
      for (Portion portion : taken) {
        flow.redeemed(member(entry), earned(portion), entry.at(), units(portion));
      }
    }

    private void giveBack(LedgerEntry entry, Portion portion) {
      flow.redemptionReversed(member(entry), earned(portion), entry.at(), units(portion));
    }

    private void lapse(LedgerEntry entry, List<Portion> taken) {
      for (Portion portion : taken) {
        flow.lapsed(member(entry), earned(portion), entry.at(), units(portion));
      }
    }

    private void takeBack(LedgerEntry entry, List<Portion> taken) {
      for (Portion portion : taken) {
        flow.takenBack(member(entry), earned(portion), entry.at(), units(portion));
      }
    }

    /** Points that come back to a new lot leave the cohort of the expired one. */
    private void replace(LedgerEntry entry, Replacement replacement) {
      giveBack(entry, replacement.from());
      takeBack(entry, List.of(replacement.from()));
      open(entry, replacement.into());
    }

    private Instant earned(Portion portion) {
      return requireNonNull(
          earnedAt.get(portion.lot()), () -> "lot " + portion.lot() + " was never opened");
    }

    private static MemberId member(LedgerEntry entry) {
      return entry.stamp().member();
    }

    private static long units(Portion portion) {
      return portion.points().units();
    }
  }
}
