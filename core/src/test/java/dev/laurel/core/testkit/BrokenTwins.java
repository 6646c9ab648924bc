package dev.laurel.core.testkit;

import com.google.common.collect.ImmutableMap;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.ledger.LedgerPolicy;
import dev.laurel.core.ledger.LotExpiry;
import dev.laurel.core.ledger.RefusalCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Ledgers that are broken in one way each, most of them as a real one was; every one breaks the law
 * it is filed under, or the laws are worth nothing.
 */
public final class BrokenTwins {
  private BrokenTwins() {}

  /**
   * A broken ledger.
   *
   * @param law the law that tells it from a sound one
   * @param maker how to get one
   */
  public record Twin(LedgerLaw law, Function<LedgerPolicy, LedgerUnderTest> maker) {}

  /** The twins by what is broken. */
  public static Map<String, Twin> all() {
    return ImmutableMap.<String, Twin>builder()
        .put(
            "FloCafe 78: expired credits are dropped, all debits are not",
            new Twin(LedgerLaw.THE_BALANCE_IS_THE_LOTS, BalanceCollapse::new))
        .put(
            "expiry waits for a job",
            new Twin(LedgerLaw.LAZY_EXPIRY_IS_EAGER_EXPIRY, ExpiryJob::new))
        .put(
            "a lot can be spent at its expiry",
            new Twin(LedgerLaw.EXPIRY_IS_HALF_OPEN, LateByAMilli::new))
        .put(
            "Kademi 4759: expiry a zone's offset early",
            new Twin(LedgerLaw.EXPIRY_IS_HALF_OPEN, EarlyByAnHour::new))
        .put(
            "Odoo 257854: a return keeps the points",
            new Twin(LedgerLaw.RETURN_UNDOES_A_PURCHASE, ReturnKeepsPoints::new))
        .put(
            "Odoo 212922: a return charges the points again",
            new Twin(LedgerLaw.RETURN_UNDOES_A_PURCHASE, ReturnChargesTwice::new))
        .put(
            "ERPNext 59050: the whole is granted, a part deducted",
            new Twin(LedgerLaw.ALLOCATIONS_ARE_EXACT, DeductsASubset::new))
        .put(
            "the same, seen by the books",
            new Twin(LedgerLaw.POINTS_ARE_CONSERVED, DeductsASubset::new))
        .put("debt is never repaid", new Twin(LedgerLaw.DEBT_IS_REPAID_FIRST, DebtForEver::new))
        .put("debt is forgiven", new Twin(LedgerLaw.SPENT_POINTS_ARE_OWED, DebtForgiven::new))
        .put(
            "a hold can be captured twice",
            new Twin(LedgerLaw.A_HOLD_ENDS_ONCE, DoubleCapture::new))
        .put("a hold sets nothing aside", new Twin(LedgerLaw.A_HOLD_MOVES_POINTS, HoldIsANote::new))
        .put(
            "a timed-out hold loses its points",
            new Twin(LedgerLaw.A_TIMED_OUT_HOLD_RETURNS_ITS_POINTS, HoldEats::new))
        .put(
            "a released hold loses its points",
            new Twin(LedgerLaw.HOLD_AND_RELEASE_IS_NOTHING, HoldEats::new))
        .put(
            "refunds have no bound", new Twin(LedgerLaw.REFUNDS_ARE_BOUNDED, RefundsUnbounded::new))
        .put(
            "Choice Hotels: a cancellation can be repeated",
            new Twin(LedgerLaw.REFUND_UNDOES_A_REDEMPTION, RefundsUnbounded::new))
        .put(
            "a refund refills the first lot first",
            new Twin(LedgerLaw.A_PARTIAL_REFUND_IS_A_SMALLER_REDEMPTION, RefundsInBurnOrder::new))
        .put(
            "a late refund revives expired points",
            new Twin(LedgerLaw.A_LATE_REFUND_REVIVES_NOTHING, RefundRevives::new))
        .put(
            "Square: a floor on each refund leaks",
            new Twin(LedgerLaw.RETURNS_DO_NOT_LEAK, FlooredReturns::new))
        .put(
            "a refusal has already taken the points",
            new Twin(LedgerLaw.REFUSALS_LEAVE_NO_TRACE, RefusalTakes::new))
        .put(
            "Amex 2015: a receipt counts again under another id",
            new Twin(LedgerLaw.A_SOURCE_EARNS_ONCE, ReceiptAgain::new))
        .put(
            "expired points come back",
            new Twin(LedgerLaw.TIME_BRINGS_NOTHING_BACK, ExpiryIsAFilter::new))
        .put(
            "debits go through without looking",
            new Twin(LedgerLaw.NOTHING_IS_NEGATIVE, Overdraws::new))
        .put(
            "a refund fills its lot beyond its size",
            new Twin(LedgerLaw.LOTS_ARE_BOUNDED, Overfills::new))
        .put(
            "a job that runs twice expires twice",
            new Twin(LedgerLaw.EXPIRY_COMPOSES, SweepsAgain::new))
        .put(
            "lots of one expiry come as they were listed",
            new Twin(LedgerLaw.TIES_ARE_BROKEN_BY_NAME, TiesAsListed::new))
        .put(
            "Medusa 16347: each hold looks at the whole balance",
            new Twin(LedgerLaw.HOLDS_DO_NOT_OVERLAP, HoldsOverlap::new))
        .put(
            "a partial capture spends the whole hold",
            new Twin(LedgerLaw.A_PARTIAL_CAPTURE_RETURNS_THE_REST, CapturesAll::new))
        .put(
            "a capture spends what its hold had set aside, and as much again",
            new Twin(LedgerLaw.HOLD_AND_CAPTURE_IS_REDEEMING, CapturesTwice::new))
        .put("each refund is rounded down", new Twin(LedgerLaw.REFUNDS_ADD_UP, FlooredRefunds::new))
        .put(
            "Odoo 212922: the return of a purchase spends",
            new Twin(LedgerLaw.TAKING_BACK_NEVER_EARNS_OR_CHARGES, ReturnChargesTwice::new))
        .put(
            "nopCommerce 5595: cancelling and refunding both give back",
            new Twin(LedgerLaw.A_REVERSAL_IS_FINAL, CancelsAndRefunds::new))
        .buildOrThrow();
  }

  private static final class BalanceCollapse extends NaiveLedger {
    BalanceCollapse(LedgerPolicy policy) {
      super(policy);
    }

    @Override
    protected NaiveLedger blank() {
      return new BalanceCollapse(policy);
    }

    @Override
    protected Sight sight() {
      Sight sound = super.sight();
      long credits = lots.stream()
          .filter(lot -> !lot.pending && end(lot).isAfter(now))
          .mapToLong(lot -> lot.granted)
          .sum();
      Terms was = sound.totals();
      long collapsed = Math.max(0, credits - was.redeemed() - was.reversed());
      return new Sight(with(was, collapsed, was.held(), was.debt()), sound.lots());
    }
  }

  private static LedgerUnderTest.Terms with(
      LedgerUnderTest.Terms was, long available, long held, long debt) {
    return new LedgerUnderTest.Terms(
        was.accrued(),
        was.transferredIn(),
        was.reinstated(),
        was.adjustedUp(),
        available,
        was.pending(),
        held,
        was.redeemed(),
        was.expired(),
        was.reversed(),
        was.forfeited(),
        was.transferredOut(),
        was.adjustedDown(),
        debt);
  }

  private static final class ExpiryJob extends NaiveLedger {
    private boolean job;

    ExpiryJob(LedgerPolicy policy) {
      super(policy);
    }

    @Override
    protected NaiveLedger blank() {
      ExpiryJob blank = new ExpiryJob(policy);
      blank.job = job;
      return blank;
    }

    @Override
    public Optional<RefusalCode> submit(LedgerCommand command) {
      job = command instanceof LedgerCommand.Expire;
      Optional<RefusalCode> refusal = super.submit(command);
      job = false;
      return refusal;
    }

    @Override
    protected Instant end(PaperLot lot) {
      return job ? super.end(lot) : Instant.MAX;
    }
  }

  private static final class LateByAMilli extends NaiveLedger {
    LateByAMilli(LedgerPolicy policy) {
      super(policy);
    }

    @Override
    protected NaiveLedger blank() {
      return new LateByAMilli(policy);
    }

    @Override
    protected Instant end(PaperLot lot) {
      return lot.expiry instanceof LotExpiry.At at ? at.instant().plusMillis(1) : super.end(lot);
    }
  }

  private static final class EarlyByAnHour extends NaiveLedger {
    EarlyByAnHour(LedgerPolicy policy) {
      super(policy);
    }

    @Override
    protected NaiveLedger blank() {
      return new EarlyByAnHour(policy);
    }

    @Override
    protected Instant end(PaperLot lot) {
      return lot.expiry instanceof LotExpiry.At at
          ? at.instant().minus(Duration.ofHours(1))
          : super.end(lot);
    }
  }

  private static final class ReturnKeepsPoints extends NaiveLedger {
    ReturnKeepsPoints(LedgerPolicy policy) {
      super(policy);
    }

    @Override
    protected NaiveLedger blank() {
      return new ReturnKeepsPoints(policy);
    }

    @Override
    protected Optional<RefusalCode> carryOut(LedgerCommand command) {
      return command instanceof LedgerCommand.ReverseAccrual
          ? Optional.empty()
          : super.carryOut(command);
    }
  }

  private static final class ReturnChargesTwice extends NaiveLedger {
    ReturnChargesTwice(LedgerPolicy policy) {
      super(policy);
    }

    @Override
    protected NaiveLedger blank() {
      return new ReturnChargesTwice(policy);
    }

    @Override
    protected Optional<RefusalCode> carryOut(LedgerCommand command) {
      Optional<RefusalCode> refusal = super.carryOut(command);
      if (refusal.isEmpty() && command instanceof LedgerCommand.ReverseAccrual && available() > 0) {
        redeemed += 1;
        draw(1);
      }
      return refusal;
    }
  }

  private static final class DeductsASubset extends NaiveLedger {
    DeductsASubset(LedgerPolicy policy) {
      super(policy);
    }

    @Override
    protected NaiveLedger blank() {
      return new DeductsASubset(policy);
    }

    @Override
    protected List<PaperLot> inBurnOrder() {
      List<PaperLot> sound = super.inBurnOrder();
      return sound.size() > 1 ? sound.subList(0, 1) : sound;
    }
  }

  private static final class DebtForEver extends NaiveLedger {
    DebtForEver(LedgerPolicy policy) {
      super(policy);
    }

    @Override
    protected NaiveLedger blank() {
      return new DebtForEver(policy);
    }

    @Override
    protected void repayDebt() {}
  }

  private static final class DebtForgiven extends NaiveLedger {
    DebtForgiven(LedgerPolicy policy) {
      super(policy);
    }

    @Override
    protected NaiveLedger blank() {
      return new DebtForgiven(policy);
    }

    @Override
    protected void repayDebt() {
      reversed -= debt;
      debt = 0;
    }
  }

  private static final class DoubleCapture extends NaiveLedger {
    DoubleCapture(LedgerPolicy policy) {
      super(policy);
    }

    @Override
    protected NaiveLedger blank() {
      return new DoubleCapture(policy);
    }

    @Override
    protected void end(PaperHold hold, RefusalCode how) {
      if (how != RefusalCode.HOLD_ALREADY_CAPTURED) {
        super.end(hold, how);
      }
    }
  }

  private static final class HoldIsANote extends NaiveLedger {
    HoldIsANote(LedgerPolicy policy) {
      super(policy);
    }

    @Override
    protected NaiveLedger blank() {
      return new HoldIsANote(policy);
    }

    @Override
    protected Sight sight() {
      Sight sound = super.sight();
      Terms was = sound.totals();
      return new Sight(
          with(was, was.available() + was.held(), was.held(), was.debt()), sound.lots());
    }
  }

  private static final class HoldEats extends NaiveLedger {
    HoldEats(LedgerPolicy policy) {
      super(policy);
    }

    @Override
    protected NaiveLedger blank() {
      return new HoldEats(policy);
    }

    @Override
    protected void giveBack(PaperHold hold, RefusalCode how) {
      super.giveBack(hold, how);
      hold.parts().forEach(part -> lots.removeIf(lot -> lot.id.equals(part.lot())));
    }
  }

  private static final class RefundsUnbounded extends NaiveLedger {
    RefundsUnbounded(LedgerPolicy policy) {
      super(policy);
    }

    @Override
    protected NaiveLedger blank() {
      return new RefundsUnbounded(policy);
    }

    @Override
    protected Optional<RefusalCode> carryOut(LedgerCommand command) {
      Optional<RefusalCode> refusal = super.carryOut(command);
      redemptions.replaceAll(known -> new PaperRedemption(known.id(), known.parts(), 0));
      return refusal;
    }
  }

  private static final class RefundsInBurnOrder extends NaiveLedger {
    RefundsInBurnOrder(LedgerPolicy policy) {
      super(policy);
    }

    @Override
    protected NaiveLedger blank() {
      return new RefundsInBurnOrder(policy);
    }

    @Override
    protected void restore(PaperRedemption redemption, long units, LedgerCommand command) {
      List<Part> turned = new ArrayList<>(redemption.parts());
      Collections.reverse(turned);
      super.restore(
          new PaperRedemption(redemption.id(), turned, redemption.reversed()), units, command);
    }
  }

  private static final class RefundRevives extends NaiveLedger {
    RefundRevives(LedgerPolicy policy) {
      super(policy);
    }

    @Override
    protected NaiveLedger blank() {
      return new RefundRevives(policy);
    }

    @Override
    protected void restore(PaperRedemption redemption, long units, LedgerCommand command) {
      redemption.parts().forEach(part -> revive(part));
      super.restore(redemption, units, command);
    }

    private void revive(Part part) {
      PaperLot lot = find(part.lot());
      if (lot != null) {
        lot.expiry = LotExpiry.never();
      }
    }
  }

  private static final class FlooredReturns extends NaiveLedger {
    FlooredReturns(LedgerPolicy policy) {
      super(policy);
    }

    @Override
    protected NaiveLedger blank() {
      return new FlooredReturns(policy);
    }

    @Override
    protected Optional<RefusalCode> carryOut(LedgerCommand command) {
      if (!(command instanceof LedgerCommand.ReverseAccrual reversal)) {
        return super.carryOut(command);
      }
      ActivityId source = reversal.source();
      Optional<PaperAccrual> accrual =
          accruals.stream().filter(known -> known.source().equals(source)).findFirst();
      long left = accrual.map(known -> known.granted() - known.settled()).orElse(0L);
      long floored = (left - Math.min(left, reversal.entitled().units())) / 10 * 10;
      return super.carryOut(
          new LedgerCommand.ReverseAccrual(reversal.stamp(), source, type.points(left - floored)));
    }
  }

  private static final class RefusalTakes extends NaiveLedger {
    RefusalTakes(LedgerPolicy policy) {
      super(policy);
    }

    @Override
    protected NaiveLedger blank() {
      return new RefusalTakes(policy);
    }

    @Override
    public Optional<RefusalCode> submit(LedgerCommand command) {
      Optional<RefusalCode> refusal = super.submit(command);
      if (refusal.filter(RefusalCode.INSUFFICIENT_POINTS::equals).isPresent()) {
        redeemed += available();
        draw(available());
      }
      return refusal;
    }
  }

  private static final class ReceiptAgain extends NaiveLedger {
    ReceiptAgain(LedgerPolicy policy) {
      super(policy);
    }

    @Override
    protected NaiveLedger blank() {
      return new ReceiptAgain(policy);
    }

    @Override
    protected Optional<RefusalCode> carryOut(LedgerCommand command) {
      if (command instanceof LedgerCommand.Accrue accrue) {
        ActivityId perCommand =
            ActivityId.of(accrue.source() + "/" + CommandId.of(accrue.id().value()));
        return super.carryOut(
            new LedgerCommand.Accrue(accrue.stamp(), perCommand, accrue.kind(), accrue.grants()));
      }
      return super.carryOut(command);
    }
  }

  /**
   * Shows the unexpired lots of a table that expiry never writes to, and forgets what was held
   * against.
   */
  private static final class ExpiryIsAFilter extends NaiveLedger {
    ExpiryIsAFilter(LedgerPolicy policy) {
      super(policy);
    }

    @Override
    protected NaiveLedger blank() {
      return new ExpiryIsAFilter(policy);
    }

    @Override
    protected Sight sight() {
      Sight sound = super.sight();
      Terms was = sound.totals();
      boolean evenDay = now.getEpochSecond() / 86_400 % 2 == 0;
      return new Sight(
          with(was, was.available() + (evenDay ? was.expired() : 0), was.held(), was.debt()),
          sound.lots());
    }
  }

  private static final class Overdraws extends NaiveLedger {
    Overdraws(LedgerPolicy policy) {
      super(policy);
    }

    @Override
    protected NaiveLedger blank() {
      return new Overdraws(policy);
    }

    @Override
    protected Optional<RefusalCode> carryOut(LedgerCommand command) {
      if (command instanceof LedgerCommand.AdjustDown down && !lots.isEmpty()) {
        lots.get(0).left -= down.points().units();
        adjustedDown += down.points().units();
        return Optional.empty();
      }
      return super.carryOut(command);
    }
  }

  private static final class Overfills extends NaiveLedger {
    Overfills(LedgerPolicy policy) {
      super(policy);
    }

    @Override
    protected NaiveLedger blank() {
      return new Overfills(policy);
    }

    @Override
    protected void restore(PaperRedemption redemption, long units, LedgerCommand command) {
      super.restore(redemption, units, command);
      PaperLot first = find(redemption.parts().get(0).lot());
      if (first != null) {
        first.left += units;
      }
    }
  }

  private static final class SweepsAgain extends NaiveLedger {
    SweepsAgain(LedgerPolicy policy) {
      super(policy);
    }

    @Override
    protected NaiveLedger blank() {
      return new SweepsAgain(policy);
    }

    @Override
    protected Optional<RefusalCode> carryOut(LedgerCommand command) {
      if (command instanceof LedgerCommand.Expire) {
        expired += expired;
      }
      return super.carryOut(command);
    }
  }

  private static final class TiesAsListed extends NaiveLedger {
    TiesAsListed(LedgerPolicy policy) {
      super(policy);
    }

    @Override
    protected NaiveLedger blank() {
      return new TiesAsListed(policy);
    }

    @Override
    protected List<PaperLot> inBurnOrder() {
      return lots.stream()
          .filter(lot -> !lot.pending && lot.left > 0)
          .sorted(Comparator.comparing(this::end))
          .toList();
    }
  }

  private static final class HoldsOverlap extends NaiveLedger {
    HoldsOverlap(LedgerPolicy policy) {
      super(policy);
    }

    @Override
    protected NaiveLedger blank() {
      return new HoldsOverlap(policy);
    }

    @Override
    protected long available() {
      return super.available() + lots.stream().mapToLong(lot -> lot.held).sum();
    }
  }

  private static final class CapturesAll extends NaiveLedger {
    CapturesAll(LedgerPolicy policy) {
      super(policy);
    }

    @Override
    protected NaiveLedger blank() {
      return new CapturesAll(policy);
    }

    @Override
    protected Optional<RefusalCode> carryOut(LedgerCommand command) {
      if (!(command instanceof LedgerCommand.Capture capture)) {
        return super.carryOut(command);
      }
      PaperHold hold = openHold(capture.hold());
      long held =
          hold == null ? 0 : hold.parts().stream().mapToLong(Part::units).sum();
      long asked = capture.points().units();
      return super.carryOut(new LedgerCommand.Capture(
          capture.stamp(), capture.hold(), type.points(Math.max(asked, held)), capture.purpose()));
    }
  }

  private static final class CapturesTwice extends NaiveLedger {
    CapturesTwice(LedgerPolicy policy) {
      super(policy);
    }

    @Override
    protected NaiveLedger blank() {
      return new CapturesTwice(policy);
    }

    @Override
    protected Optional<RefusalCode> carryOut(LedgerCommand command) {
      Optional<RefusalCode> refusal = super.carryOut(command);
      if (refusal.isEmpty() && command instanceof LedgerCommand.Capture capture) {
        long again = Math.min(available(), capture.points().units());
        draw(again);
        redeemed += again;
      }
      return refusal;
    }
  }

  private static final class FlooredRefunds extends NaiveLedger {
    FlooredRefunds(LedgerPolicy policy) {
      super(policy);
    }

    @Override
    protected NaiveLedger blank() {
      return new FlooredRefunds(policy);
    }

    @Override
    protected void restore(PaperRedemption redemption, long units, LedgerCommand command) {
      super.restore(redemption, units / 10 * 10, command);
    }
  }

  private static final class CancelsAndRefunds extends NaiveLedger {
    CancelsAndRefunds(LedgerPolicy policy) {
      super(policy);
    }

    @Override
    protected NaiveLedger blank() {
      return new CancelsAndRefunds(policy);
    }

    @Override
    protected Optional<RefusalCode> carryOut(LedgerCommand command) {
      if (command instanceof LedgerCommand.ReverseRedemption reversal
          && reversals.contains(reversal.redemption())) {
        lots.get(0).left += 1;
        redeemed -= 1;
        return Optional.empty();
      }
      return super.carryOut(command);
    }
  }
}
