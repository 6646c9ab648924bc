package dev.laurel.core.ledger;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.identity.MemberId;
import java.time.Instant;
import java.util.Optional;

/**
 * What happens between two accounts of one point type, on both sides or on neither.
 *
 * <p>Both sides carry the same command id.
 */
public final class Transfers {
  private final Ledger ledger;

  private Transfers(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Transfers under the policy of this ledger. */
  public static Transfers of(Ledger ledger) {
    return new Transfers(ledger);
  }

  /**
   * Gives points of one member to another. Lots keep their grant date, and their expiry unless the
   * policy says otherwise.
   */
  public TransferDecision transfer(
      PointsAccount giver, PointsAccount receiver, LedgerCommand.TransferOut command) {
    Optional<Refusal> misaddressed = misaddressed(receiver, command.to(), command);
    if (misaddressed.isPresent()) {
      return new TransferDecision.Refused(misaddressed.get());
    }
    return ledger
        .decide(giver, command)
        .match(
            given -> received(given, receiver, command),
            refused -> new TransferDecision.Refused(refused.reason()));
  }

  private static Optional<Refusal> misaddressed(
      PointsAccount receiver, MemberId to, LedgerCommand command) {
    if (to.equals(command.member())) {
      RefusalCode code = command instanceof LedgerCommand.MergeAway
          ? RefusalCode.MERGE_SELF
          : RefusalCode.TRANSFER_SELF;
      return Gate.reference(code, command, "member", to);
    }
    return receiver.member().equals(to)
        ? Optional.empty()
        : Gate.mismatch(RefusalCode.MEMBER_MISMATCH, command, "receiver", to, receiver.member());
  }

  private TransferDecision received(
      Decision.Accepted given, PointsAccount receiver, LedgerCommand.TransferOut command) {
    ImmutableList.Builder<TransferredLot> lots = ImmutableList.builder();
    for (LedgerEntry entry : given.entries()) {
      if (entry instanceof LedgerEntry.TransferredOut out) {
        out.taken().forEach(portion -> lots.add(moved(portion, given.account(), command)));
      }
    }
    CommandStamp stamp = otherSide(command.stamp(), receiver.member());
    return both(
        given,
        ledger.decide(
            receiver, new LedgerCommand.TransferIn(stamp, command.member(), lots.build())));
  }

  private TransferredLot moved(Portion portion, PointsAccount giver, LedgerCommand command) {
    Lot lot = giver.lot(portion.lot()).orElseThrow();
    LotExpiry expiry = ledger.policy().transferExpiry() instanceof TransferExpiry.Fresh fresh
        ? LotExpiry.from(fresh.expiry(), command.occurredAt(), ledger.policy().calendar())
        : lot.expiry();
    return new TransferredLot(
        LotNames.derived(command.id(), lot.id().value()),
        lot.id(),
        portion.points(),
        lot.earnedAt(),
        expiry);
  }

  /**
   * Lets one account go up in another: lots, holds, debt, totals and memory, all under the names
   * they had. The account that is gone refuses every later command.
   */
  public TransferDecision merge(
      PointsAccount gone, PointsAccount kept, LedgerCommand.MergeAway command) {
    Optional<Refusal> misaddressed = misaddressed(kept, command.into(), command);
    if (misaddressed.isPresent()) {
      return new TransferDecision.Refused(misaddressed.get());
    }
    if (!gone.type().equals(kept.type())) {
      return new TransferDecision.Refused(
          Gate.mismatch(RefusalCode.TYPE_MISMATCH, command, "point type", kept.type(), gone.type())
              .orElseThrow());
    }
    return ledger
        .decide(gone, command)
        .match(
            given -> absorbed(given, gone, kept, command),
            refused -> new TransferDecision.Refused(refused.reason()));
  }

  private TransferDecision absorbed(
      Decision.Accepted given,
      PointsAccount gone,
      PointsAccount kept,
      LedgerCommand.MergeAway command) {
    Instant at = gone.clock().isAfter(command.occurredAt()) ? gone.clock() : command.occurredAt();
    PointsAccount.Snapshot last = ledger.settle(gone, at).account().snapshot();
    CommandStamp stamp = otherSide(command.stamp(), kept.member());
    return both(given, ledger.decide(kept, new LedgerCommand.Absorb(stamp, last)));
  }

  /**
   * The stamp of the other side; the version that the sender expects is that of the account it
   * named.
   */
  private static CommandStamp otherSide(CommandStamp stamp, MemberId member) {
    return CommandStamp.of(stamp.id(), member, stamp.occurredAt(), stamp.recordedAt());
  }

  private static TransferDecision both(Decision.Accepted given, Decision received) {
    return received.match(
        taken -> new TransferDecision.Done(given, taken),
        refused -> new TransferDecision.Refused(refused.reason()));
  }
}
