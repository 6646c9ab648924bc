package dev.laurel.core.ledger;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.points.Balance;
import dev.laurel.core.points.Points;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What happened to one account; never changed afterwards.
 *
 * <p>An entry carries everything that {@link Ledger#evolve} needs, so that a log replays to the
 * same account under whatever policy is in force by then. Each debit names the lots that gave.
 */
// Named one by one: the order that javac finds by itself depends on who mentions them first.
public sealed interface LedgerEntry
    permits LedgerEntry.Accrued,
        LedgerEntry.Activated,
        LedgerEntry.PendingCancelled,
        LedgerEntry.DebtRepaid,
        LedgerEntry.Redeemed,
        LedgerEntry.Held,
        LedgerEntry.Captured,
        LedgerEntry.HoldReleased,
        LedgerEntry.HoldTimedOut,
        LedgerEntry.RedemptionReversed,
        LedgerEntry.AccrualReversed,
        LedgerEntry.Expired,
        LedgerEntry.Lapsed,
        LedgerEntry.Extended,
        LedgerEntry.Reinstated,
        LedgerEntry.AdjustedUp,
        LedgerEntry.AdjustedDown,
        LedgerEntry.TransferredOut,
        LedgerEntry.TransferredIn,
        LedgerEntry.Absorbed,
        LedgerEntry.MergedAway,
        LedgerEntry.Forfeited,
        LedgerEntry.Closed,
        LedgerEntry.Frozen,
        LedgerEntry.Thawed,
        LedgerEntry.ActivityRecorded,
        LedgerEntry.ExpirySuspended,
        LedgerEntry.ExpiryResumed,
        LedgerEntry.Checkpointed,
        LedgerEntry.Swept {
  /** What every entry says of itself. */
  EntryStamp stamp();

  /** The answer of the case that fits. */
  <R> R match(Cases<R> cases);

  /** The place in the account's log. */
  default long sequence() {
    return stamp().sequence();
  }

  /** Business time. */
  default Instant at() {
    return stamp().at();
  }

  /** The command that brought the entry about. */
  default CommandId cause() {
    return stamp().cause();
  }

  /** One answer for each kind of entry. */
  interface Cases<R> {
    /** The answer for {@link Accrued}. */
    R accrued(Accrued entry);

    /** The answer for {@link Activated}. */
    R activated(Activated entry);

    /** The answer for {@link PendingCancelled}. */
    R pendingCancelled(PendingCancelled entry);

    /** The answer for {@link DebtRepaid}. */
    R debtRepaid(DebtRepaid entry);

    /** The answer for {@link Redeemed}. */
    R redeemed(Redeemed entry);

    /** The answer for {@link Held}. */
    R held(Held entry);

    /** The answer for {@link Captured}. */
    R captured(Captured entry);

    /** The answer for {@link HoldReleased}. */
    R holdReleased(HoldReleased entry);

    /** The answer for {@link HoldTimedOut}. */
    R holdTimedOut(HoldTimedOut entry);

    /** The answer for {@link RedemptionReversed}. */
    R redemptionReversed(RedemptionReversed entry);

    /** The answer for {@link AccrualReversed}. */
    R accrualReversed(AccrualReversed entry);

    /** The answer for {@link Expired}. */
    R expired(Expired entry);

    /** The answer for {@link Lapsed}. */
    R lapsed(Lapsed entry);

    /** The answer for {@link Extended}. */
    R extended(Extended entry);

    /** The answer for {@link Reinstated}. */
    R reinstated(Reinstated entry);

    /** The answer for {@link AdjustedUp}. */
    R adjustedUp(AdjustedUp entry);

    /** The answer for {@link AdjustedDown}. */
    R adjustedDown(AdjustedDown entry);

    /** The answer for {@link TransferredOut}. */
    R transferredOut(TransferredOut entry);

    /** The answer for {@link TransferredIn}. */
    R transferredIn(TransferredIn entry);

    /** The answer for {@link Absorbed}. */
    R absorbed(Absorbed entry);

    /** The answer for {@link MergedAway}. */
    R mergedAway(MergedAway entry);

    /** The answer for {@link Forfeited}. */
    R forfeited(Forfeited entry);

    /** The answer for {@link Closed}. */
    R closed(Closed entry);

    /** The answer for {@link Frozen}. */
    R frozen(Frozen entry);

    /** The answer for {@link Thawed}. */
    R thawed(Thawed entry);

    /** The answer for {@link ActivityRecorded}. */
    R activityRecorded(ActivityRecorded entry);

    /** The answer for {@link ExpirySuspended}. */
    R expirySuspended(ExpirySuspended entry);

    /** The answer for {@link ExpiryResumed}. */
    R expiryResumed(ExpiryResumed entry);

    /** The answer for {@link Checkpointed}. */
    R checkpointed(Checkpointed entry);

    /** The answer for {@link Swept}. */
    R swept(Swept entry);
  }

  /**
   * An activity opened lots.
   *
   * @param stamp what every entry says of itself
   * @param source the activity
   * @param kind its kind
   * @param lots the lots as opened; none if it earned nothing
   */
  record Accrued(EntryStamp stamp, ActivityId source, ActivityKind kind, List<Lot> lots)
      implements LedgerEntry {
    /** An entry of these parts. */
    public Accrued {
      requireNonNull(stamp, "stamp");
      requireNonNull(source, "source");
      requireNonNull(kind, "kind");
      lots = ImmutableList.copyOf(lots);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.accrued(this);
    }
  }

  /**
   * Pending lots became usable.
   *
   * @param stamp what every entry says of itself
   * @param lots the lots, with all that is in them
   */
  record Activated(EntryStamp stamp, List<Portion> lots) implements LedgerEntry {
    /** An entry of these parts. */
    public Activated {
      requireNonNull(stamp, "stamp");
      lots = ImmutableList.copyOf(lots);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.activated(this);
    }
  }

  /**
   * Pending lots were taken back.
   *
   * @param stamp what every entry says of itself
   * @param taken what was taken
   */
  record PendingCancelled(EntryStamp stamp, List<Portion> taken) implements LedgerEntry {
    /** An entry of these parts. */
    public PendingCancelled {
      requireNonNull(stamp, "stamp");
      taken = ImmutableList.copyOf(taken);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.pendingCancelled(this);
    }
  }

  /**
   * Available points repaid debt; always the next entry after those that made both positive.
   *
   * @param stamp what every entry says of itself
   * @param taken what the lots gave
   */
  record DebtRepaid(EntryStamp stamp, List<Portion> taken) implements LedgerEntry {
    /** An entry of these parts. */
    public DebtRepaid {
      requireNonNull(stamp, "stamp");
      taken = ImmutableList.copyOf(taken);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.debtRepaid(this);
    }
  }

  /**
   * Points were spent.
   *
   * @param stamp what every entry says of itself
   * @param taken what the lots gave, in burn order
   * @param debt what is owed because a late command took points from under this redemption; else
   *     zero
   * @param writtenOff what nobody gave for the same reason; else zero
   * @param purpose what for; may be empty
   */
  record Redeemed(
      EntryStamp stamp, List<Portion> taken, Points debt, Points writtenOff, String purpose)
      implements LedgerEntry {
    /** An entry of these parts. */
    public Redeemed {
      requireNonNull(stamp, "stamp");
      taken = ImmutableList.copyOf(taken);
      requireNonNull(debt, "debt");
      requireNonNull(writtenOff, "writtenOff");
      requireNonNull(purpose, "purpose");
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.redeemed(this);
    }
  }

  /**
   * Points were set aside.
   *
   * @param stamp what every entry says of itself
   * @param allocation the lots they are set aside in, in burn order
   * @param expiresAt the first instant at which the hold has ended by itself
   */
  record Held(EntryStamp stamp, List<Portion> allocation, Instant expiresAt)
      implements LedgerEntry {
    /** An entry of these parts. */
    public Held {
      requireNonNull(stamp, "stamp");
      allocation = ImmutableList.copyOf(allocation);
      requireNonNull(expiresAt, "expiresAt");
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.held(this);
    }
  }

  /**
   * Held points were spent.
   *
   * @param stamp what every entry says of itself
   * @param hold the hold
   * @param taken what was spent
   * @param returned what went back to its lots
   * @param purpose what for; may be empty
   */
  record Captured(
      EntryStamp stamp, CommandId hold, List<Portion> taken, List<Portion> returned, String purpose)
      implements LedgerEntry {
    /** An entry of these parts. */
    public Captured {
      requireNonNull(stamp, "stamp");
      requireNonNull(hold, "hold");
      taken = ImmutableList.copyOf(taken);
      returned = ImmutableList.copyOf(returned);
      requireNonNull(purpose, "purpose");
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.captured(this);
    }
  }

  /**
   * A hold was given up.
   *
   * @param stamp what every entry says of itself
   * @param hold the hold
   * @param returned what went back to its lots
   */
  record HoldReleased(EntryStamp stamp, CommandId hold, List<Portion> returned)
      implements LedgerEntry {
    /** An entry of these parts. */
    public HoldReleased {
      requireNonNull(stamp, "stamp");
      requireNonNull(hold, "hold");
      returned = ImmutableList.copyOf(returned);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.holdReleased(this);
    }
  }

  /**
   * A hold ended by itself.
   *
   * @param stamp what every entry says of itself
   * @param hold the hold
   * @param returned what went back to its lots
   */
  record HoldTimedOut(EntryStamp stamp, CommandId hold, List<Portion> returned)
      implements LedgerEntry {
    /** An entry of these parts. */
    public HoldTimedOut {
      requireNonNull(stamp, "stamp");
      requireNonNull(hold, "hold");
      returned = ImmutableList.copyOf(returned);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.holdTimedOut(this);
    }
  }

  /**
   * Spent points came back.
   *
   * @param stamp what every entry says of itself
   * @param redemption the command that had spent them
   * @param returned what went back to its lots
   * @param replaced what went to new lots because the old ones had expired
   * @param debt the debt that this cancels; above zero only where the redemption had left some
   * @param opened what stands for debt of the redemption that has been repaid since
   */
  record RedemptionReversed(
      EntryStamp stamp,
      CommandId redemption,
      List<Portion> returned,
      List<Replacement> replaced,
      Points debt,
      List<Lot> opened)
      implements LedgerEntry {
    /** An entry of these parts. */
    public RedemptionReversed {
      requireNonNull(stamp, "stamp");
      requireNonNull(redemption, "redemption");
      returned = ImmutableList.copyOf(returned);
      replaced = ImmutableList.copyOf(replaced);
      requireNonNull(debt, "debt");
      opened = ImmutableList.copyOf(opened);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.redemptionReversed(this);
    }
  }

  /**
   * What an activity had earned was taken back.
   *
   * @param stamp what every entry says of itself
   * @param source the activity
   * @param pending what its pending lots gave
   * @param taken what usable lots gave
   * @param debt what is owed now
   * @param writtenOff what nobody gave
   * @param cashReduction what the cash refund is to be reduced by
   */
  record AccrualReversed(
      EntryStamp stamp,
      ActivityId source,
      List<Portion> pending,
      List<Portion> taken,
      Points debt,
      Points writtenOff,
      Points cashReduction)
      implements LedgerEntry {
    /** An entry of these parts. */
    public AccrualReversed {
      requireNonNull(stamp, "stamp");
      requireNonNull(source, "source");
      pending = ImmutableList.copyOf(pending);
      taken = ImmutableList.copyOf(taken);
      requireNonNull(debt, "debt");
      requireNonNull(writtenOff, "writtenOff");
      requireNonNull(cashReduction, "cashReduction");
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.accrualReversed(this);
    }
  }

  /**
   * Lots reached their date.
   *
   * @param stamp what every entry says of itself
   * @param taken what they still had
   */
  record Expired(EntryStamp stamp, List<Portion> taken) implements LedgerEntry {
    /** An entry of these parts. */
    public Expired {
      requireNonNull(stamp, "stamp");
      taken = ImmutableList.copyOf(taken);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.expired(this);
    }
  }

  /**
   * The account was inactive for too long: all usable lots that live by activity expired.
   *
   * @param stamp what every entry says of itself
   * @param taken what they still had
   * @param expiry the date that is theirs now
   */
  record Lapsed(EntryStamp stamp, List<Portion> taken, LotExpiry.At expiry) implements LedgerEntry {
    /** An entry of these parts. */
    public Lapsed {
      requireNonNull(stamp, "stamp");
      taken = ImmutableList.copyOf(taken);
      requireNonNull(expiry, "expiry");
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.lapsed(this);
    }
  }

  /**
   * Lots got another expiry.
   *
   * @param stamp what every entry says of itself
   * @param lots the lots
   * @param expiry the other expiry
   */
  record Extended(EntryStamp stamp, List<LotId> lots, LotExpiry expiry) implements LedgerEntry {
    /** An entry of these parts. */
    public Extended {
      requireNonNull(stamp, "stamp");
      lots = ImmutableList.copyOf(lots);
      requireNonNull(expiry, "expiry");
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.extended(this);
    }
  }

  /**
   * Expired points were given back.
   *
   * @param stamp what every entry says of itself
   * @param lot the new lot
   */
  record Reinstated(EntryStamp stamp, Lot lot) implements LedgerEntry {
    /** An entry of these parts. */
    public Reinstated {
      requireNonNull(stamp, "stamp");
      requireNonNull(lot, "lot");
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.reinstated(this);
    }
  }

  /**
   * Points were credited by hand.
   *
   * @param stamp what every entry says of itself
   * @param lot the new lot
   */
  record AdjustedUp(EntryStamp stamp, Lot lot) implements LedgerEntry {
    /** An entry of these parts. */
    public AdjustedUp {
      requireNonNull(stamp, "stamp");
      requireNonNull(lot, "lot");
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.adjustedUp(this);
    }
  }

  /**
   * Points were debited by hand.
   *
   * @param stamp what every entry says of itself
   * @param taken what the lots gave
   * @param debt what is owed now
   * @param writtenOff what nobody gave
   * @param reason why, for people
   */
  record AdjustedDown(
      EntryStamp stamp, List<Portion> taken, Points debt, Points writtenOff, String reason)
      implements LedgerEntry {
    /** An entry of these parts. */
    public AdjustedDown {
      requireNonNull(stamp, "stamp");
      taken = ImmutableList.copyOf(taken);
      requireNonNull(debt, "debt");
      requireNonNull(writtenOff, "writtenOff");
      requireNonNull(reason, "reason");
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.adjustedDown(this);
    }
  }

  /**
   * Points went to another member.
   *
   * @param stamp what every entry says of itself
   * @param to the other member
   * @param taken what the lots gave
   */
  record TransferredOut(EntryStamp stamp, MemberId to, List<Portion> taken) implements LedgerEntry {
    /** An entry of these parts. */
    public TransferredOut {
      requireNonNull(stamp, "stamp");
      requireNonNull(to, "to");
      taken = ImmutableList.copyOf(taken);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.transferredOut(this);
    }
  }

  /**
   * Points came from another member.
   *
   * @param stamp what every entry says of itself
   * @param from the other member
   * @param lots the lots as opened
   */
  record TransferredIn(EntryStamp stamp, MemberId from, List<Lot> lots) implements LedgerEntry {
    /** An entry of these parts. */
    public TransferredIn {
      requireNonNull(stamp, "stamp");
      requireNonNull(from, "from");
      lots = ImmutableList.copyOf(lots);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.transferredIn(this);
    }
  }

  /**
   * Another account went up in this one.
   *
   * @param stamp what every entry says of itself
   * @param other the other account, as it was
   */
  record Absorbed(EntryStamp stamp, PointsAccount.Snapshot other) implements LedgerEntry {
    /** An entry of these parts. */
    public Absorbed {
      requireNonNull(stamp, "stamp");
      requireNonNull(other, "other");
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.absorbed(this);
    }
  }

  /**
   * This account went up in another.
   *
   * @param stamp what every entry says of itself
   * @param into the owner of the other account
   */
  record MergedAway(EntryStamp stamp, MemberId into) implements LedgerEntry {
    /** An entry of these parts. */
    public MergedAway {
      requireNonNull(stamp, "stamp");
      requireNonNull(into, "into");
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.mergedAway(this);
    }
  }

  /**
   * What the account had was lost with it; its holds ended.
   *
   * @param stamp what every entry says of itself
   * @param taken what the lots had, held points included
   */
  record Forfeited(EntryStamp stamp, List<Portion> taken) implements LedgerEntry {
    /** An entry of these parts. */
    public Forfeited {
      requireNonNull(stamp, "stamp");
      taken = ImmutableList.copyOf(taken);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.forfeited(this);
    }
  }

  /**
   * The account takes no commands any more.
   *
   * @param stamp what every entry says of itself
   * @param reason why, for people
   */
  record Closed(EntryStamp stamp, String reason) implements LedgerEntry {
    /** An entry of these parts. */
    public Closed {
      requireNonNull(stamp, "stamp");
      requireNonNull(reason, "reason");
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.closed(this);
    }
  }

  /**
   * Spending was stopped.
   *
   * @param stamp what every entry says of itself
   * @param reason why, for people
   */
  record Frozen(EntryStamp stamp, String reason) implements LedgerEntry {
    /** An entry of these parts. */
    public Frozen {
      requireNonNull(stamp, "stamp");
      requireNonNull(reason, "reason");
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.frozen(this);
    }
  }

  /**
   * Spending was allowed again.
   *
   * @param stamp what every entry says of itself
   */
  record Thawed(EntryStamp stamp) implements LedgerEntry {
    /** An entry of these parts. */
    public Thawed {
      requireNonNull(stamp, "stamp");
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.thawed(this);
    }
  }

  /**
   * The member did something; activity-bound lots live on until a new date.
   *
   * @param stamp what every entry says of itself
   * @param kind what the member did
   * @param activeUntil the new date, if the program has one
   */
  record ActivityRecorded(EntryStamp stamp, ActivityKind kind, Optional<LotExpiry.At> activeUntil)
      implements LedgerEntry {
    /** An entry of these parts. */
    public ActivityRecorded {
      requireNonNull(stamp, "stamp");
      requireNonNull(kind, "kind");
      requireNonNull(activeUntil, "activeUntil");
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.activityRecorded(this);
    }
  }

  /**
   * Expiry was stopped.
   *
   * @param stamp what every entry says of itself
   */
  record ExpirySuspended(EntryStamp stamp) implements LedgerEntry {
    /** An entry of these parts. */
    public ExpirySuspended {
      requireNonNull(stamp, "stamp");
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.expirySuspended(this);
    }
  }

  /**
   * Expiry bites again.
   *
   * @param stamp what every entry says of itself
   */
  record ExpiryResumed(EntryStamp stamp) implements LedgerEntry {
    /** An entry of these parts. */
    public ExpiryResumed {
      requireNonNull(stamp, "stamp");
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.expiryResumed(this);
    }
  }

  /**
   * The balance was stated, and right.
   *
   * @param stamp what every entry says of itself
   * @param balance available points less debt
   */
  record Checkpointed(EntryStamp stamp, Balance balance) implements LedgerEntry {
    /** An entry of these parts. */
    public Checkpointed {
      requireNonNull(stamp, "stamp");
      requireNonNull(balance, "balance");
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.checkpointed(this);
    }
  }

  /**
   * Somebody asked what time had done.
   *
   * @param stamp what every entry says of itself
   */
  record Swept(EntryStamp stamp) implements LedgerEntry {
    /** An entry of these parts. */
    public Swept {
      requireNonNull(stamp, "stamp");
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.swept(this);
    }
  }
}
