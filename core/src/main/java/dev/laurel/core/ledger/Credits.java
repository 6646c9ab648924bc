package dev.laurel.core.ledger;

import static dev.laurel.core.ledger.Decider.ACCEPTED;
import static dev.laurel.core.ledger.Decider.zero;
import static dev.laurel.core.ledger.Gate.limit;
import static dev.laurel.core.ledger.Gate.reference;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.points.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The commands by which points come in, become usable or live longer. */
final class Credits {
  private final Draft draft;
  private final AccountWriter account;
  private final LedgerCommand command;
  private final LedgerPolicy policy;

  Credits(Draft draft, LedgerCommand command, LedgerPolicy policy) {
    this.draft = draft;
    this.account = draft.writer();
    this.command = command;
    this.policy = policy;
  }

  Optional<Refusal> accrue(LedgerCommand.Accrue accrue) {
    ImmutableList<Lot> lots = opened(accrue);
    // Written out, since most commands come here.
    Optional<Refusal> refusal = withinLimit(lots);
    if (refusal.isEmpty()) {
      refusal = unused(accrue.source());
    }
    if (refusal.isEmpty()) {
      refusal = unused(lots);
    }
    if (refusal.isEmpty()) {
      draft.add(new LedgerEntry.Accrued(draft.stamp(), accrue.source(), accrue.kind(), lots));
    }
    return refusal;
  }

  private ImmutableList<Lot> opened(LedgerCommand.Accrue accrue) {
    List<LotGrant> grants = accrue.grants();
    ImmutableList.Builder<Lot> lots = ImmutableList.builderWithExpectedSize(grants.size());
    for (LotGrant grant : grants) {
      if (!grant.points().isZero()) {
        LotOrigin origin = new LotOrigin.Earned(accrue.source(), grant.rule());
        lots.add(opened(grant.lot(), origin, grant.points(), grant.activation(), grant.expiry()));
      }
    }
    return lots.build();
  }

  private Lot opened(
      LotId id, LotOrigin origin, Points points, Activation activation, LotExpiry expiry) {
    return Lot.opened(id, origin, draft.occurredAt(), points, activation, expiry);
  }

  private Optional<Refusal> withinLimit(List<Lot> lots) {
    long room = policy.accountLimit();
    Tally tally = account.tally();
    long there = Tally.sum(Tally.sum(tally.available, tally.pending), tally.held);
    for (Lot lot : lots) {
      long units = lot.granted().units();
      // Where the limit is the largest number there is, what does not fit is an overflow.
      if (units > room - Math.min(there, room) && room != Long.MAX_VALUE) {
        return limit(
            RefusalCode.POINTS_LIMIT,
            command,
            account.type().points(room).toString(),
            lot.granted());
      }
      there = Tally.sum(there, units);
    }
    return ACCEPTED;
  }

  private Optional<Refusal> unused(ActivityId source) {
    AccountMemory.Accrual known = account.memory.accruals.get(source);
    return known == null
        ? ACCEPTED
        : reference(
            RefusalCode.SOURCE_ALREADY_USED, command, "an activity accrued by", known.command());
  }

  private Optional<Refusal> unused(List<Lot> lots) {
    // One lot, as most credits have, cannot repeat a name.
    boolean isOne = lots.size() == 1;
    Set<LotId> names = isOne ? ImmutableSet.of() : Sets.newHashSetWithExpectedSize(lots.size());
    for (Lot lot : lots) {
      boolean isRepeated = !isOne && !names.add(lot.id());
      if (isRepeated || account.find(lot.id()) != null) {
        return reference(RefusalCode.LOT_ALREADY_USED, command, "lot", lot.id());
      }
    }
    return ACCEPTED;
  }

  Optional<Refusal> activate(LedgerCommand.Activate activate) {
    List<Portion> lots = new ArrayList<>();
    for (Lot lot : Selections.of(activate.lots(), account)) {
      if (lot.pending()) {
        lots.add(new Portion(lot.id(), lot.remaining()));
      }
    }
    if (lots.isEmpty()) {
      return reference(RefusalCode.UNKNOWN_REFERENCE, command, "pending lots", activate.lots());
    }
    draft.add(new LedgerEntry.Activated(draft.stamp(), lots));
    return ACCEPTED;
  }

  Optional<Refusal> extend(LedgerCommand.Extend extend) {
    if (extend.expiry() instanceof LotExpiry.At at && at.isGoneAt(draft.effectiveAt())) {
      return limit(
          RefusalCode.EXPIRY_INVALID, command, "after " + draft.effectiveAt(), at.instant());
    }
    List<Lot> lots = Selections.of(extend.lots(), account);
    if (lots.isEmpty()) {
      return reference(RefusalCode.UNKNOWN_REFERENCE, command, "lots", extend.lots());
    }
    List<LotId> extended = lots.stream()
        .filter(lot -> isLater(extend.expiry(), lot.expiry()))
        .map(Lot::id)
        .collect(ImmutableList.toImmutableList());
    draft.add(new LedgerEntry.Extended(draft.stamp(), extended, extend.expiry()));
    return ACCEPTED;
  }

  /** Whether one expiry is more generous than another; an extension never takes time away. */
  private static boolean isLater(LotExpiry one, LotExpiry other) {
    if (one instanceof LotExpiry.At date && other instanceof LotExpiry.At otherDate) {
      return date.instant().isAfter(otherDate.instant());
    }
    return !(other instanceof LotExpiry.Never);
  }

  Optional<Refusal> reinstate(LedgerCommand.Reinstate reinstate) {
    Lot lot = opened(
        reinstate.lot(),
        new LotOrigin.Reinstated(),
        reinstate.points(),
        Activation.immediate(),
        reinstate.expiry());
    return credit(lot).or(() -> withinExpired(reinstate.points())).or(() -> {
      draft.add(new LedgerEntry.Reinstated(draft.stamp(), lot));
      return ACCEPTED;
    });
  }

  private Optional<Refusal> withinExpired(Points points) {
    Points most = account.type().points(account.tally().expired - account.tally().reinstated);
    return points.compareTo(most) > 0
        ? limit(RefusalCode.REINSTATEMENT_EXCEEDS_EXPIRED, command, most.toString(), points)
        : ACCEPTED;
  }

  Optional<Refusal> adjustUp(LedgerCommand.AdjustUp adjust) {
    LotOrigin origin = new LotOrigin.Adjusted(adjust.reason());
    Lot lot =
        opened(adjust.lot(), origin, adjust.points(), Activation.immediate(), adjust.expiry());
    Optional<Refusal> refusal = credit(lot);
    if (refusal.isEmpty()) {
      draft.add(new LedgerEntry.AdjustedUp(draft.stamp(), lot));
    }
    return refusal;
  }

  private Optional<Refusal> credit(Lot lot) {
    return zero(command, lot.granted())
        .or(() -> withinLimit(List.of(lot)))
        .or(() -> unused(List.of(lot)));
  }

  Optional<Refusal> transferIn(LedgerCommand.TransferIn transfer) {
    if (transfer.from().equals(account.member())) {
      return reference(RefusalCode.TRANSFER_SELF, command, "member", transfer.from());
    }
    List<Lot> lots = new ArrayList<>();
    for (TransferredLot lot : transfer.lots()) {
      LotOrigin origin = new LotOrigin.Transferred(transfer.from(), lot.origin());
      lots.add(Lot.opened(
          lot.lot(), origin, lot.earnedAt(), lot.points(), Activation.immediate(), lot.expiry()));
    }
    Optional<Refusal> refusal = zero(command, Lot.granted(lots, account.type()))
        .or(() -> withinLimit(lots))
        .or(() -> unused(lots));
    if (refusal.isEmpty()) {
      draft.add(new LedgerEntry.TransferredIn(draft.stamp(), transfer.from(), lots));
    }
    return refusal;
  }

  Optional<Refusal> absorb(LedgerCommand.Absorb absorb) {
    PointsAccount.Snapshot other = absorb.other();
    if (other.member().equals(account.member())) {
      return reference(RefusalCode.MERGE_SELF, command, "member", other.member());
    }
    for (AccountMemory.Accrual accrual : other.accruals()) {
      if (account.memory.accrual(accrual.source()).isPresent()) {
        return unused(accrual.source());
      }
    }
    for (Lot lot : ImmutableList.<Lot>builder()
        .addAll(other.lots())
        .addAll(other.closedLots())
        .build()) {
      if (account.find(lot.id()) != null) {
        return reference(RefusalCode.LOT_ALREADY_USED, command, "lot", lot.id());
      }
    }
    draft.add(new LedgerEntry.Absorbed(draft.stamp(), other));
    return ACCEPTED;
  }
}
