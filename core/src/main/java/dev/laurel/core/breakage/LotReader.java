package dev.laurel.core.breakage;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.ledger.LedgerEntry;
import dev.laurel.core.ledger.Lot;
import dev.laurel.core.ledger.Portion;
import dev.laurel.core.ledger.Replacement;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells a {@link LotFlow} what the entries of accounts say of lots.
 *
 * <p>Entries are read as they come, those of several members among each other, but each account's
 * from its first one, since later ones name lots that earlier ones opened. A reader remembers lots
 * and redemptions of the members it has seen; where accounts are read one after the other, a reader
 * for each needs the memory of one. Time's doings are entries too: settle accounts until the end of
 * the period, or what has expired since their last command still counts as outstanding.
 *
 * <p>What arrives late may be dated before that which it follows from, such as a reversal before
 * its redemption; it is told as of the later of the two.
 *
 * <p>How entries are told:
 *
 * <ul>
 *   <li>accruals, credits by hand, reinstated lots: issued, at the date of the lot;
 *   <li>redemptions and captured holds: redeemed; what a reversal returns: reversed;
 *   <li>expiry, lapse by inactivity, forfeiture: lapsed;
 *   <li>reversed accruals, cancelled pending lots, debits by hand, repaid debts: taken back;
 *   <li>transfers and merged accounts: given away and received, at the date they were earned.
 * </ul>
 *
 * <p>Repaid debt counts as taken back because no reward follows from it: that was given when the
 * points were spent which a return claimed later. The books of a program call the same points
 * redeemed, because their revenue is earned; what is outstanding is the same in both.
 */
public final class LotReader {
  private final LotFlow flow;
  private final Map<MemberId, Reading> accounts = new HashMap<>();

  private LotReader(LotFlow flow) {
    this.flow = flow;
  }

  /** A reader that tells this flow. */
  public static LotReader into(LotFlow flow) {
    return new LotReader(requireNonNull(flow, "flow"));
  }

  /**
   * Reads entries of one type of points.
   *
   * @throws NullPointerException if an entry names a lot that no entry before it opened
   */
  public void read(Iterable<? extends LedgerEntry> entries) {
    for (LedgerEntry entry : entries) {
      Reading account =
          accounts.computeIfAbsent(entry.stamp().member(), member -> new Reading(flow));
      entry.match(account).run();
    }
  }

  /** One account; every case answers with what it does. */
  private static final class Reading implements LedgerEntry.Cases<Runnable> {
    private final LotFlow flow;
    private final Map<LotId, Content> lots = new LinkedHashMap<>();
    private final Map<CommandId, Instant> redemptions = new HashMap<>();

    /** What is known of a lot: when it was earned, and what is left of it. */
    private static final class Content {
      private final Instant earnedAt;
      private long left;

      private Content(Instant earnedAt, long left) {
        this.earnedAt = earnedAt;
        this.left = left;
      }
    }

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
        Instant redeemedAt = redemptions.getOrDefault(entry.redemption(), Instant.MIN);
        entry.returned().forEach(portion -> giveBack(entry, portion, redeemedAt));
        entry.replaced().forEach(replacement -> replace(entry, replacement, redeemedAt));
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
      return () -> {
        for (Portion portion : entry.taken()) {
          Instant earned = take(portion);
          flow.givenAway(member(entry), earned, at(entry, earned), units(portion));
        }
      };
    }

    @Override
    public Runnable transferredIn(LedgerEntry.TransferredIn entry) {
      return () -> entry.lots().forEach(lot -> receive(entry, lot, lot.granted().units()));
    }

    @Override
    public Runnable absorbed(LedgerEntry.Absorbed entry) {
      return () -> {
        entry.other().closedLots().forEach(lot -> know(lot, 0));
        entry
            .other()
            .redemptions()
            .forEach(redemption -> redemptions.put(redemption.command(), redemption.at()));
        for (Lot lot : entry.other().lots()) {
          receive(entry, lot, Math.addExact(lot.remaining().units(), lot.held().units()));
        }
      };
    }

    @Override
    public Runnable mergedAway(LedgerEntry.MergedAway entry) {
      return () -> lots.values().forEach(lot -> {
        flow.givenAway(member(entry), lot.earnedAt, at(entry, lot.earnedAt), lot.left);
        lot.left = 0;
      });
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

    private void know(Lot lot, long left) {
      lots.put(lot.id(), new Content(lot.earnedAt(), left));
    }

    private void open(LedgerEntry entry, Lot lot) {
      know(lot, lot.granted().units());
      flow.issued(member(entry), lot.earnedAt(), lot.granted().units());
    }

    private void receive(LedgerEntry entry, Lot lot, long units) {
      know(lot, units);
      flow.received(member(entry), lot.earnedAt(), at(entry, lot.earnedAt()), units);
    }

    private void redeem(LedgerEntry entry, List<Portion> taken) {
      redemptions.put(entry.cause(), entry.at());
      for (Portion portion : taken) {
        Instant earned = take(portion);
        flow.redeemed(member(entry), earned, at(entry, earned), units(portion));
      }
    }

    private void giveBack(LedgerEntry entry, Portion portion, Instant redeemedAt) {
      Content lot = lot(portion);
      lot.left = Math.addExact(lot.left, units(portion));
      Instant at = later(at(entry, lot.earnedAt), redeemedAt);
      flow.redemptionReversed(member(entry), lot.earnedAt, at, units(portion));
    }

    private void lapse(LedgerEntry entry, List<Portion> taken) {
      for (Portion portion : taken) {
        Instant earned = take(portion);
        flow.lapsed(member(entry), earned, at(entry, earned), units(portion));
      }
    }

    private void takeBack(LedgerEntry entry, List<Portion> taken) {
      for (Portion portion : taken) {
        Instant earned = take(portion);
        flow.takenBack(member(entry), earned, at(entry, earned), units(portion));
      }
    }

    /** Points that come back to a new lot leave the cohort of the expired one. */
    private void replace(LedgerEntry entry, Replacement replacement, Instant redeemedAt) {
      giveBack(entry, replacement.from(), redeemedAt);
      takeBack(entry, List.of(replacement.from()));
      open(entry, replacement.into());
    }

    /** Takes points out of a lot, and tells when they were earned. */
    private Instant take(Portion portion) {
      Content lot = lot(portion);
      lot.left = Math.subtractExact(lot.left, units(portion));
      return lot.earnedAt;
    }

    private Content lot(Portion portion) {
      return requireNonNull(
          lots.get(portion.lot()), () -> "lot " + portion.lot() + " was never opened");
    }

    /** When something happened to points that were earned at an instant: never before it. */
    private static Instant at(LedgerEntry entry, Instant earnedAt) {
      return later(entry.at(), earnedAt);
    }

    private static Instant later(Instant one, Instant other) {
      return one.isBefore(other) ? other : one;
    }

    private static MemberId member(LedgerEntry entry) {
      return entry.stamp().member();
    }

    private static long units(Portion portion) {
      return portion.points().units();
    }
  }
}
