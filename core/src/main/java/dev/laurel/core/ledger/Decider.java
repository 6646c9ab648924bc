package dev.laurel.core.ledger;

import static dev.laurel.core.ledger.Gate.limit;
import static dev.laurel.core.ledger.Gate.mismatch;
import static dev.laurel.core.ledger.Gate.reference;

import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.points.Balance;
import dev.laurel.core.points.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What each kind of command does: entries for the draft, or a refusal. */
final class Decider implements LedgerCommand.Cases<Optional<Refusal>> {
  static final Optional<Refusal> ACCEPTED = Optional.empty();

  private static final ActivityKind CREDIT = new ActivityKind("credit");

  private final Draft draft;
  private final AccountWriter account;
  private final LedgerPolicy policy;
  private final Credits credits;
  private final Spending spending;
  private final Reversals reversals;

  Decider(Draft draft, LedgerCommand command, LedgerPolicy policy, boolean stands) {
    this.draft = draft;
    this.account = draft.writer();
    this.policy = policy;
    this.credits = new Credits(draft, command, policy);
    this.spending = new Spending(draft, command, policy, stands);
    this.reversals = new Reversals(draft, command, policy);
  }

  @Override
  public Optional<Refusal> accrue(LedgerCommand.Accrue command) {
    Optional<Refusal> refusal = credits.accrue(command);
    if (refusal.isEmpty()) {
      record(command.kind(), isDeadlineMissing(command.grants().stream().map(LotGrant::expiry)));
    }
    return refusal;
  }

  /** Whether lots that live by activity have come to an account that has no date for them yet. */
  private boolean isDeadlineMissing(Stream<LotExpiry> expiries) {
    return account.activeUntil().isEmpty()
        && expiries.anyMatch(LotExpiry.WithActivity.class::isInstance);
  }

  private Optional<Refusal> credited(Optional<Refusal> refusal, Stream<LotExpiry> expiries) {
    if (refusal.isEmpty()) {
      record(CREDIT, isDeadlineMissing(expiries));
    }
    return refusal;
  }

  @Override
  public Optional<Refusal> activate(LedgerCommand.Activate command) {
    return credits.activate(command);
  }

  @Override
  public Optional<Refusal> cancelPending(LedgerCommand.CancelPending command) {
    return reversals.cancelPending(command);
  }

  @Override
  public Optional<Refusal> redeem(LedgerCommand.Redeem command) {
    return counting(spending.redeem(command), ActivityKind.REDEMPTION);
  }

  @Override
  public Optional<Refusal> hold(LedgerCommand.Hold command) {
    return spending.hold(command);
  }

  @Override
  public Optional<Refusal> capture(LedgerCommand.Capture command) {
    return counting(spending.capture(command), ActivityKind.REDEMPTION);
  }

  @Override
  public Optional<Refusal> release(LedgerCommand.Release command) {
    return spending.release(command);
  }

  @Override
  public Optional<Refusal> reverseRedemption(LedgerCommand.ReverseRedemption command) {
    return reversals.reverseRedemption(command);
  }

  @Override
  public Optional<Refusal> reverseAccrual(LedgerCommand.ReverseAccrual command) {
    return counting(reversals.reverseAccrual(command), ActivityKind.RETURN);
  }

  /** Keeps points alive after an accepted command, if its kind counts. */
  private Optional<Refusal> counting(Optional<Refusal> refusal, ActivityKind kind) {
    if (refusal.isEmpty()) {
      record(kind, false);
    }
    return refusal;
  }

  private void record(ActivityKind kind, boolean startsClock) {
    boolean counts = policy.inactivity().filter(rule -> rule.isCountedBy(kind)).isPresent();
    if (counts || (startsClock && policy.inactivity().isPresent())) {
      draft.add(new LedgerEntry.ActivityRecorded(draft.stamp(), kind, activeUntil()));
    }
  }

  private Optional<LotExpiry.At> activeUntil() {
    return policy
        .inactivity()
        .map(rule -> LotExpiry.At.of(rule, draft.occurredAt(), policy.calendar()))
        .map(date -> account
            .activeUntil()
            .filter(old -> old.instant().isAfter(date.instant()))
            .orElse(date));
  }

  @Override
  public Optional<Refusal> expire(LedgerCommand.Expire command) {
    draft.add(new LedgerEntry.Swept(draft.stamp()));
    return ACCEPTED;
  }

  @Override
  public Optional<Refusal> extend(LedgerCommand.Extend command) {
    return credited(credits.extend(command), Stream.of(command.expiry()));
  }

  @Override
  public Optional<Refusal> reinstate(LedgerCommand.Reinstate command) {
    return credited(credits.reinstate(command), Stream.of(command.expiry()));
  }

  @Override
  public Optional<Refusal> adjustUp(LedgerCommand.AdjustUp command) {
    return credited(credits.adjustUp(command), Stream.of(command.expiry()));
  }

  @Override
  public Optional<Refusal> adjustDown(LedgerCommand.AdjustDown command) {
    return reversals.adjustDown(command);
  }

  @Override
  public Optional<Refusal> transferOut(LedgerCommand.TransferOut command) {
    return spending.transferOut(command);
  }

  @Override
  public Optional<Refusal> transferIn(LedgerCommand.TransferIn command) {
    return credited(
        credits.transferIn(command), command.lots().stream().map(TransferredLot::expiry));
  }

  @Override
  public Optional<Refusal> absorb(LedgerCommand.Absorb command) {
    return credits.absorb(command);
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
    boolean counts =
        policy.inactivity().filter(rule -> rule.isCountedBy(command.kind())).isPresent();
    draft.add(new LedgerEntry.ActivityRecorded(
        draft.stamp(), command.kind(), counts ? activeUntil() : Optional.empty()));
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
