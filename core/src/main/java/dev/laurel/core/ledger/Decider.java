package dev.laurel.core.ledger;

import static dev.laurel.core.ledger.Gate.limit;
import static dev.laurel.core.ledger.Gate.mismatch;
import static dev.laurel.core.ledger.Gate.reference;

import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.points.Balance;
import dev.laurel.core.points.Points;
import dev.laurel.core.time.Expiry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What each kind of command does: entries for the draft, or a refusal. */
final class Decider implements LedgerCommand.Cases<Optional<Refusal>> {
  static final Optional<Refusal> ACCEPTED = Optional.empty();

  private static final ActivityKind CREDIT = new ActivityKind("credit");

  private final Draft draft;
  private final AccountWriter account;
  private final LedgerPolicy policy;
  private final boolean stands;

  Decider(Draft draft, LedgerPolicy policy, boolean stands) {
    this.draft = draft;
    this.account = draft.writer();
    this.policy = policy;
    this.stands = stands;
  }

  private Credits credits(LedgerCommand command) {
    return new Credits(draft, command, policy);
  }

  private Spending spending(LedgerCommand command) {
    return new Spending(draft, command, policy, stands);
  }

  private Reversals reversals(LedgerCommand command) {
    return new Reversals(draft, command, policy);
  }

  @Override
  public Optional<Refusal> accrue(LedgerCommand.Accrue command) {
    return credited(
        credits(command).accrue(command),
        command.kind(),
        Lists.transform(command.grants(), LotGrant::expiry));
  }

  /** Keeps points alive after an accepted credit, and starts their time if none runs yet. */
  private Optional<Refusal> credited(
      Optional<Refusal> refusal, ActivityKind kind, List<LotExpiry> expiries) {
    if (refusal.isEmpty() && policy.inactivity().isPresent()) {
      record(kind, isDeadlineMissing(expiries));
    }
    return refusal;
  }

  /** Whether lots that live by activity have come to an account that has no date for them yet. */
  private boolean isDeadlineMissing(List<LotExpiry> expiries) {
    return account.activeUntil().isEmpty()
        && Iterables.any(expiries, LotExpiry.WithActivity.class::isInstance);
  }

  @Override
  public Optional<Refusal> activate(LedgerCommand.Activate command) {
    return credits(command).activate(command);
  }

  @Override
  public Optional<Refusal> cancelPending(LedgerCommand.CancelPending command) {
    return reversals(command).cancelPending(command);
  }

  @Override
  public Optional<Refusal> redeem(LedgerCommand.Redeem command) {
    return counting(spending(command).redeem(command), ActivityKind.REDEMPTION);
  }

  @Override
  public Optional<Refusal> hold(LedgerCommand.Hold command) {
    return spending(command).hold(command);
  }

  @Override
  public Optional<Refusal> capture(LedgerCommand.Capture command) {
    return counting(spending(command).capture(command), ActivityKind.REDEMPTION);
  }

  @Override
  public Optional<Refusal> release(LedgerCommand.Release command) {
    return spending(command).release(command);
  }

  @Override
  public Optional<Refusal> reverseRedemption(LedgerCommand.ReverseRedemption command) {
    return reversals(command).reverseRedemption(command);
  }

  @Override
  public Optional<Refusal> reverseAccrual(LedgerCommand.ReverseAccrual command) {
    return counting(reversals(command).reverseAccrual(command), ActivityKind.RETURN);
  }

  /** Keeps points alive after an accepted command, if its kind counts. */
  private Optional<Refusal> counting(Optional<Refusal> refusal, ActivityKind kind) {
    if (refusal.isEmpty()) {
      record(kind, false);
    }
    return refusal;
  }

  private void record(ActivityKind kind, boolean startsClock) {
    Optional<Expiry.Inactivity> rule = policy.inactivity();
    if (rule.isPresent() && (startsClock || rule.get().isCountedBy(kind))) {
      LotExpiry.At until = activeUntil(rule.get());
      draft.add(new LedgerEntry.ActivityRecorded(draft.stamp(), kind, Optional.of(until)));
    }
  }

  /** The date that an activity now gives, unless an earlier one has given a later date. */
  private LotExpiry.At activeUntil(Expiry.Inactivity rule) {
    LotExpiry.At date = LotExpiry.At.of(rule, draft.occurredAt(), policy.calendar());
    return account
        .activeUntil()
        .filter(old -> old.instant().isAfter(date.instant()))
        .orElse(date);
  }

  @Override
  public Optional<Refusal> expire(LedgerCommand.Expire command) {
    draft.add(new LedgerEntry.Swept(draft.stamp()));
    return ACCEPTED;
  }

  @Override
  public Optional<Refusal> extend(LedgerCommand.Extend command) {
    return credited(credits(command).extend(command), CREDIT, List.of(command.expiry()));
  }

  @Override
  public Optional<Refusal> reinstate(LedgerCommand.Reinstate command) {
    return credited(credits(command).reinstate(command), CREDIT, List.of(command.expiry()));
  }

  @Override
  public Optional<Refusal> adjustUp(LedgerCommand.AdjustUp command) {
    return credited(credits(command).adjustUp(command), CREDIT, List.of(command.expiry()));
  }

  @Override
  public Optional<Refusal> adjustDown(LedgerCommand.AdjustDown command) {
    return reversals(command).adjustDown(command);
  }

  @Override
  public Optional<Refusal> transferOut(LedgerCommand.TransferOut command) {
    return spending(command).transferOut(command);
  }

  @Override
  public Optional<Refusal> transferIn(LedgerCommand.TransferIn command) {
    return credited(
        credits(command).transferIn(command),
        CREDIT,
        Lists.transform(command.lots(), TransferredLot::expiry));
  }

  @Override
  public Optional<Refusal> absorb(LedgerCommand.Absorb command) {
    return credits(command).absorb(command);
  }

  @Override
  public Optional<Refusal> mergeAway(LedgerCommand.MergeAway command) {
    if (command.into().equals(account.member())) {
      return reference(RefusalCode.MERGE_SELF, command, "member", command.into());
    }
    draft.add(new LedgerEntry.MergedAway(draft.stamp(), command.into()));
    return ACCEPTED;
  }

  @Override
  public Optional<Refusal> close(LedgerCommand.Close command) {
    List<Portion> lost = new ArrayList<>();
    for (Lot lot : account.book().lots()) {
      lost.add(new Portion(lot.id(), lot.remaining().plus(lot.held())));
    }
    if (!lost.isEmpty()) {
      draft.add(new LedgerEntry.Forfeited(draft.stamp(), lost));
    }
    draft.add(new LedgerEntry.Closed(draft.stamp(), command.reason()));
    return ACCEPTED;
  }

  @Override
  public Optional<Refusal> freeze(LedgerCommand.Freeze command) {
    draft.add(new LedgerEntry.Frozen(draft.stamp(), command.reason()));
    return ACCEPTED;
  }

  @Override
  public Optional<Refusal> thaw(LedgerCommand.Thaw command) {
    draft.add(new LedgerEntry.Thawed(draft.stamp()));
    return ACCEPTED;
  }

  @Override
  public Optional<Refusal> recordActivity(LedgerCommand.RecordActivity command) {
    Optional<LotExpiry.At> until =
        policy.inactivity().filter(rule -> rule.isCountedBy(command.kind())).map(this::activeUntil);
    draft.add(new LedgerEntry.ActivityRecorded(draft.stamp(), command.kind(), until));
    return ACCEPTED;
  }

  @Override
  public Optional<Refusal> suspendExpiry(LedgerCommand.SuspendExpiry command) {
    draft.add(new LedgerEntry.ExpirySuspended(draft.stamp()));
    return ACCEPTED;
  }

  @Override
  public Optional<Refusal> resumeExpiry(LedgerCommand.ResumeExpiry command) {
    draft.add(new LedgerEntry.ExpiryResumed(draft.stamp()));
    return ACCEPTED;
  }

  @Override
  public Optional<Refusal> checkpoint(LedgerCommand.Checkpoint command) {
    Balance balance = Balance.of(account.available(), account.debt());
    if (!balance.equals(command.balance())) {
      return mismatch(
          RefusalCode.CHECKPOINT_MISMATCH, command, "balance", balance, command.balance());
    }
    draft.add(new LedgerEntry.Checkpointed(draft.stamp(), balance));
    return ACCEPTED;
  }

  /** The refusal of a command that speaks of no points. */
  static Optional<Refusal> zero(LedgerCommand command, Points points) {
    return points.isZero()
        ? limit(RefusalCode.POINTS_ZERO, command, "at least 1", points)
        : ACCEPTED;
  }

  /** The refusal of a command for want of points. */
  static Optional<Refusal> insufficient(
      LedgerCommand command, Points requested, AccountWriter account) {
    return Optional.of(Refusal.of(
        RefusalCode.INSUFFICIENT_POINTS,
        command.id(),
        new Refusal.Shortfall(requested, account.available(), account.held())));
  }
}
