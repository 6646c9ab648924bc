package dev.laurel.core.ledger;

import static dev.laurel.core.ledger.Decider.ACCEPTED;
import static dev.laurel.core.ledger.Decider.insufficient;
import static dev.laurel.core.ledger.Decider.zero;
import static dev.laurel.core.ledger.Gate.limit;
import static dev.laurel.core.ledger.Gate.reference;

import com.google.common.collect.Lists;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.points.Points;
import dev.laurel.core.time.Expiry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The commands that take something back, and the manual debit, which may run short as they do. */
final class Reversals {
  private final Draft draft;
  private final AccountWriter account;
  private final LedgerCommand command;
  private final LedgerPolicy policy;

  Reversals(Draft draft, LedgerCommand command, LedgerPolicy policy) {
    this.draft = draft;
    this.account = draft.writer();
    this.command = command;
    this.policy = policy;
  }

  Optional<Refusal> cancelPending(LedgerCommand.CancelPending cancel) {
    List<Portion> taken = new ArrayList<>();
    for (Lot lot : Selections.of(cancel.lots(), account)) {
      if (lot.pending()) {
        taken.add(new Portion(lot.id(), lot.remaining()));
      }
    }
    if (taken.isEmpty()) {
      return reference(RefusalCode.UNKNOWN_REFERENCE, command, "pending lots", cancel.lots());
    }
    draft.add(new LedgerEntry.PendingCancelled(draft.stamp(), taken));
    return ACCEPTED;
  }

  Optional<Refusal> reverseAccrual(LedgerCommand.ReverseAccrual reversal) {
    Optional<AccountMemory.Accrual> found = account.memory.accrual(reversal.source());
    if (found.isEmpty()) {
      return reference(RefusalCode.UNKNOWN_REFERENCE, command, "activity", reversal.source());
    }
    AccountMemory.Accrual accrual = found.get();
    Points left = accrual.granted().minus(accrual.settled());
    if (left.isZero() && !accrual.granted().isZero()) {
      return reference(RefusalCode.ALREADY_REVERSED, command, "activity", reversal.source());
    }
    return takeBack(accrual, left.minusAtMost(reversal.entitled()));
  }

  private Optional<Refusal> takeBack(AccountMemory.Accrual accrual, Points amount) {
    Taking pending = new Taking(amount);
    Taking usable = new Taking(amount);
    List<Lot> own = ownLots(accrual);
    own.stream().filter(Lot::pending).forEach(pending::from);
    usable.open = pending.open;
    if (policy.reversalSource() != ReversalSource.OWN_PENDING) {
      own.stream().filter(lot -> !lot.pending()).forEach(usable::from);
    }
    if (policy.reversalSource() == ReversalSource.ANY_LOT) {
      usable.fromAll(account.book().inBurnOrder(account.activeUntil().map(LotExpiry.At::instant)));
    }
    return shortfall(amount, usable.open).or(() -> {
      Points none = account.type().zero();
      Points missing = usable.open;
      Remainder remainder = policy.remainder();
      draft.add(new LedgerEntry.AccrualReversed(
          draft.stamp(),
          accrual.source(),
          pending.portions(),
          usable.portions(),
          remainder instanceof Remainder.Debt ? missing : none,
          remainder instanceof Remainder.WriteOff ? missing : none,
          remainder instanceof Remainder.ReduceCashRefund ? missing : none));
      return ACCEPTED;
    });
  }

  /** The open lots of an activity, in burn order as far as they are usable. */
  private List<Lot> ownLots(AccountMemory.Accrual accrual) {
    List<Lot> lots = new ArrayList<>();
    for (LotId id : accrual.lots()) {
      Lot lot = account.book().get(id);
      if (lot != null && !lot.remaining().isZero()) {
        lots.add(lot);
      }
    }
    lots.sort(account.book().comparator(account.activeUntil().map(LotExpiry.At::instant)));
    return lots;
  }

  /** The refusal of a debit that runs short, if the policy has one. */
  private Optional<Refusal> shortfall(Points amount, Points missing) {
    if (missing.isZero()) {
      return ACCEPTED;
    }
    if (policy.remainder() instanceof Remainder.Reject) {
      return insufficient(command, amount, account);
    }
    if (policy.remainder() instanceof Remainder.Debt debt) {
      Points limit = account.type().points(debt.limit());
      Points owed = account.debt().plus(missing);
      return owed.compareTo(limit) > 0
          ? limit(RefusalCode.DEBT_LIMIT, command, limit.toString(), owed)
          : ACCEPTED;
    }
    return ACCEPTED;
  }

  Optional<Refusal> adjustDown(LedgerCommand.AdjustDown adjust) {
    Points there = adjust.points().min(account.available());
    Points missing = adjust.points().minus(there);
    boolean owed = policy.remainder() instanceof Remainder.Debt;
    if (policy.remainder() instanceof Remainder.ReduceCashRefund && !missing.isZero()) {
      // No cash is refunded here that could be reduced.
      return zero(command, adjust.points())
          .or(() -> insufficient(command, adjust.points(), account));
    }
    return zero(command, adjust.points())
        .or(() -> shortfall(adjust.points(), missing))
        .or(() -> {
          Points none = account.type().zero();
          draft.add(new LedgerEntry.AdjustedDown(
              draft.stamp(),
              account.allocate(there),
              owed ? missing : none,
              owed ? none : missing,
              adjust.reason()));
          return ACCEPTED;
        });
  }

  Optional<Refusal> reverseRedemption(LedgerCommand.ReverseRedemption reversal) {
    Optional<Refusal> nothing = reversal.points().flatMap(points -> zero(command, points));
    if (nothing.isPresent()) {
      return nothing;
    }
    Optional<AccountMemory.Redemption> found = account.memory.redemption(reversal.redemption());
    if (found.isEmpty()) {
      boolean isReversal = account.memory.reversals.containsKey(reversal.redemption());
      RefusalCode code = isReversal ? RefusalCode.NOT_REFUNDABLE : RefusalCode.UNKNOWN_REFERENCE;
      return reference(code, command, "redemption", reversal.redemption());
    }
    AccountMemory.Redemption redemption = found.get();
    Points reversible = redemption.reversible();
    if (reversal.points().isEmpty() && reversible.isZero()) {
      return reference(RefusalCode.ALREADY_REVERSED, command, "redemption", reversal.redemption());
    }
    Points amount = reversal.points().orElse(reversible);
    if (amount.compareTo(reversible) > 0) {
      return limit(RefusalCode.REFUND_EXCEEDS_ORIGINAL, command, reversible.toString(), amount);
    }
    putBack(redemption, amount);
    return ACCEPTED;
  }

  /**
   * Undoes the last part of a redemption that is not undone yet: the debt it left, then its lots
   * from the last.
   */
  private void putBack(AccountMemory.Redemption redemption, Points amount) {
    Points debtLeft = redemption.debt().minusAtMost(redemption.reversed());
    Points fromDebt = amount.min(debtLeft);
    Points cancelled = fromDebt.min(account.debt());
    List<Lot> opened = new ArrayList<>();
    if (cancelled.compareTo(fromDebt) < 0) {
      LotOrigin origin =
          new LotOrigin.Adjusted("debt of redemption " + redemption.command() + " was repaid");
      Points repaid = fromDebt.minus(cancelled);
      opened.add(fresh(origin, LotNames.derived(command.id(), "debt"), repaid, LotExpiry.never()));
    }
    List<Portion> returned = new ArrayList<>();
    List<Replacement> replaced = new ArrayList<>();
    Points skip = redemption.reversed().minusAtMost(redemption.debt());
    Points open = amount.minus(fromDebt);
    for (Portion portion : Lists.reverse(redemption.taken())) {
      Points left = portion.points().minusAtMost(skip);
      skip = skip.minusAtMost(portion.points());
      Points part = open.min(left);
      open = open.minus(part);
      if (!part.isZero()) {
        putBack(new Portion(portion.lot(), part), returned, replaced);
      }
    }
    draft.add(new LedgerEntry.RedemptionReversed(
        draft.stamp(), redemption.command(), returned, replaced, cancelled, opened));
  }

  private void putBack(Portion portion, List<Portion> returned, List<Replacement> replaced) {
    Lot lot = account.known(portion.lot());
    Instant now = draft.effectiveAt();
    boolean gone =
        !account.isExpirySuspended() && lot.expiry() instanceof LotExpiry.At at && at.isGoneAt(now);
    Optional<LotExpiry> another = gone ? anotherExpiry() : Optional.empty();
    if (another.isPresent()) {
      LotOrigin origin = new LotOrigin.Restored(lot.id(), lot.origin());
      LotId name = LotNames.derived(command.id(), lot.id().value());
      replaced.add(new Replacement(portion, fresh(origin, name, portion.points(), another.get())));
    } else {
      returned.add(portion);
    }
  }

  private Lot fresh(LotOrigin origin, LotId name, Points points, LotExpiry expiry) {
    return Lot.opened(name, origin, draft.occurredAt(), points, Activation.immediate(), expiry);
  }

  private Optional<LotExpiry> anotherExpiry() {
    RestoredExpiry choice = policy.restoredExpiry();
    if (choice instanceof RestoredExpiry.Grace grace) {
      return Optional.of(
          LotExpiry.from(Expiry.after(grace.period()), draft.occurredAt(), policy.calendar()));
    }
    if (choice instanceof RestoredExpiry.Fresh fresh) {
      return Optional.of(LotExpiry.from(fresh.expiry(), draft.occurredAt(), policy.calendar()));
    }
    return Optional.empty();
  }

  /** Portions taken from one lot after another until there are enough. */
  private static final class Taking {
    private final Map<LotId, Points> taken = new LinkedHashMap<>();
    private Points open;

    Taking(Points amount) {
      open = amount;
    }

    void from(Lot lot) {
      Points before = taken.getOrDefault(lot.id(), open.type().zero());
      Points part = open.min(lot.remaining().minus(before));
      if (!part.isZero()) {
        taken.put(lot.id(), before.plus(part));
        open = open.minus(part);
      }
    }

    void fromAll(Iterator<Lot> lots) {
      while (!open.isZero() && lots.hasNext()) {
        from(lots.next());
      }
    }

    List<Portion> portions() {
      List<Portion> portions = new ArrayList<>();
      taken.forEach((lot, points) -> portions.add(new Portion(lot, points)));
      return portions;
    }
  }
}
