package dev.laurel.core.ledger;

import static dev.laurel.core.ledger.Decider.ACCEPTED;
import static dev.laurel.core.ledger.Decider.insufficient;
import static dev.laurel.core.ledger.Decider.zero;
import static dev.laurel.core.ledger.Gate.limit;
import static dev.laurel.core.ledger.Gate.reference;

import dev.laurel.core.identity.CommandId;
import dev.laurel.core.points.Points;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The commands by which members spend, or prepare to. */
final class Spending {
  private final Draft draft;
  private final AccountWriter account;
  private final LedgerCommand command;
  private final LedgerPolicy policy;
  private final boolean stands;

  Spending(Draft draft, LedgerCommand command, LedgerPolicy policy, boolean stands) {
    this.draft = draft;
    this.account = draft.writer();
    this.command = command;
    this.policy = policy;
    this.stands = stands;
  }

  Optional<Refusal> redeem(LedgerCommand.Redeem redeem) {
    return zero(command, redeem.points())
        .or(() -> stands ? ACCEPTED : enough(redeem.points()))
        .or(() -> spend(redeem.points(), redeem.purpose()));
  }

  private Optional<Refusal> enough(Points points) {
    return points.compareTo(account.available()) > 0
        ? insufficient(command, points, account)
        : ACCEPTED;
  }

  /**
   * Spends what there is; more is asked only of a redemption that stands, and then the policy
   * decides.
   */
  private Optional<Refusal> spend(Points points, String purpose) {
    Points none = account.type().zero();
    Points there = points.min(account.available());
    Points missing = points.minus(there);
    boolean forgiven = policy.remainder() instanceof Remainder.WriteOff;
    draft.add(new LedgerEntry.Redeemed(
        draft.stamp(),
        account.allocate(there),
        forgiven ? none : missing,
        forgiven ? missing : none,
        purpose));
    return ACCEPTED;
  }

  Optional<Refusal> hold(LedgerCommand.Hold hold) {
    Instant latest = hold.occurredAt().plus(policy.longestHold());
    if (hold.expiresAt().isAfter(latest)) {
      return limit(RefusalCode.EXPIRY_INVALID, command, "until " + latest, hold.expiresAt());
    }
    return zero(command, hold.points()).or(() -> enough(hold.points())).or(() -> {
      List<Portion> allocation = account.allocate(hold.points());
      draft.add(new LedgerEntry.Held(draft.stamp(), allocation, hold.expiresAt()));
      return ACCEPTED;
    });
  }

  Optional<Refusal> capture(LedgerCommand.Capture capture) {
    return zero(command, capture.points()).or(() -> captureOpen(capture));
  }

  private Optional<Refusal> captureOpen(LedgerCommand.Capture capture) {
    Hold hold = account.holds().get(capture.hold());
    if (hold == null) {
      return stands ? spend(capture.points(), capture.purpose()) : noHold(capture.hold());
    }
    if (capture.points().compareTo(hold.points()) > 0) {
      return limit(RefusalCode.HOLD_EXCEEDED, command, hold.points().toString(), capture.points());
    }
    List<Portion> taken = new ArrayList<>();
    List<Portion> returned = new ArrayList<>();
    Points open = capture.points();
    for (Portion portion : hold.allocation()) {
      Points part = open.min(portion.points());
      open = open.minus(part);
      addIfAny(taken, portion, part);
      addIfAny(returned, portion, portion.points().minus(part));
    }
    draft.add(
        new LedgerEntry.Captured(draft.stamp(), hold.id(), taken, returned, capture.purpose()));
    return ACCEPTED;
  }

  private static void addIfAny(List<Portion> portions, Portion whole, Points part) {
    if (!part.isZero()) {
      portions.add(new Portion(whole.lot(), part));
    }
  }

  private Optional<Refusal> noHold(CommandId hold) {
    return account
        .memory
        .endedHold(hold)
        .map(ended -> reference(codeOf(ended.end()), command, "hold", hold))
        .orElseGet(() -> reference(RefusalCode.UNKNOWN_REFERENCE, command, "hold", hold));
  }

  private static RefusalCode codeOf(Hold.End end) {
    return switch (end) {
      case CAPTURED -> RefusalCode.HOLD_ALREADY_CAPTURED;
      case VOIDED -> RefusalCode.HOLD_ALREADY_VOIDED;
      case EXPIRED -> RefusalCode.HOLD_ALREADY_EXPIRED;
    };
  }

  Optional<Refusal> release(LedgerCommand.Release release) {
    Hold hold = account.holds().get(release.hold());
    if (hold == null) {
      return noHold(release.hold());
    }
    draft.add(new LedgerEntry.HoldReleased(draft.stamp(), hold.id(), hold.allocation()));
    return ACCEPTED;
  }

  Optional<Refusal> transferOut(LedgerCommand.TransferOut transfer) {
    if (transfer.to().equals(account.member())) {
      return reference(RefusalCode.TRANSFER_SELF, command, "member", transfer.to());
    }
    return zero(command, transfer.points()).or(() -> enough(transfer.points())).or(() -> {
      List<Portion> taken = account.allocate(transfer.points());
      draft.add(new LedgerEntry.TransferredOut(draft.stamp(), transfer.to(), taken));
      return ACCEPTED;
    });
  }
}
