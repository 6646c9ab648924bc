package dev.laurel.core.testkit;

import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.ActivityKind;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.ledger.Activation;
import dev.laurel.core.ledger.BurnOrder;
import dev.laurel.core.ledger.LedgerCommand;
import dev.laurel.core.ledger.LedgerPolicy;
import dev.laurel.core.ledger.LotExpiry;
import dev.laurel.core.ledger.LotGrant;
import dev.laurel.core.ledger.LotSelection;
import dev.laurel.core.ledger.Portion;
import dev.laurel.core.ledger.RefusalCode;
import dev.laurel.core.ledger.Remainder;
import dev.laurel.core.ledger.RestoredExpiry;
import dev.laurel.core.ledger.ReversalSource;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import dev.laurel.core.time.Expiry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The ledger as one would write it on paper: lists, loops over everything, no indexes, no sharing.
 *
 * <p>Written from the specification and not from the ledger proper, so that the two check each
 * other. The steps that a broken twin breaks are protected methods.
 */
public class NaiveLedger implements LedgerUnderTest {
  /** A lot on paper. */
  protected static final class PaperLot {
    final LotId id;
    final @Nullable ActivityId source;
    final Instant earnedAt;
    final long granted;
    final Activation activation;
    long left;
    long held;
    boolean pending;
    LotExpiry expiry;

    PaperLot(
        LotId id,
        @Nullable ActivityId source,
        Instant earnedAt,
        long granted,
        Activation activation,
        LotExpiry expiry) {
      this.id = id;
      this.source = source;
      this.earnedAt = earnedAt;
      this.granted = granted;
      this.left = granted;
      this.activation = activation;
      this.pending = !(activation instanceof Activation.Immediate);
      this.expiry = expiry;
    }

    PaperLot copy() {
      PaperLot copy = new PaperLot(id, source, earnedAt, granted, activation, expiry);
      copy.left = left;
      copy.held = held;
      copy.pending = pending;
      return copy;
    }
  }

  /** A part of a lot on paper. */
  protected record Part(LotId lot, long units) {}

  /** A hold on paper. */
  protected record PaperHold(CommandId id, List<Part> parts, Instant until) {}

  /** A redemption on paper. */
  protected record PaperRedemption(CommandId id, List<Part> parts, long reversed) {
    long total() {
      return parts.stream().mapToLong(Part::units).sum();
    }
  }

  /** What an activity earned, on paper. */
  protected record PaperAccrual(ActivityId source, long granted, long settled) {}

  protected final LedgerPolicy policy;
  protected final PointType type = LedgerHistories.STARS;
  protected List<PaperLot> lots = new ArrayList<>();
  protected List<PaperHold> holds = new ArrayList<>();
  protected List<PaperRedemption> redemptions = new ArrayList<>();
  protected List<PaperAccrual> accruals = new ArrayList<>();
  protected Map<CommandId, RefusalCode> endedHolds = new HashMap<>();
  protected Set<CommandId> reversals = new HashSet<>();
  protected Instant now = Instant.EPOCH;
  protected @Nullable Instant activeUntil;
  protected boolean suspended;
  protected String status = "open";
  protected long accrued;
  protected long transferredIn;
  protected long reinstated;
  protected long adjustedUp;
  protected long redeemed;
  protected long expired;
  protected long reversed;
  protected long forfeited;
  protected long transferredOut;
  protected long adjustedDown;
  protected long debt;
  protected List<Part> lastAllocation = new ArrayList<>();

  /** An account under this policy to which nothing has happened. */
  public NaiveLedger(LedgerPolicy policy) {
    this.policy = policy;
  }

  /** A new model of the same kind, for a fork. */
  protected NaiveLedger blank() {
    return new NaiveLedger(policy);
  }

  @Override
  public LedgerUnderTest fork() {
    return copy();
  }

  /** The same page once more. */
  protected NaiveLedger copy() {
    NaiveLedger copy = blank();
    copy.become(this);
    return copy;
  }

  /** Takes over what is on another page. */
  protected void become(NaiveLedger other) {
    lots = new ArrayList<>(other.lots.stream().map(PaperLot::copy).toList());
    holds = new ArrayList<>(other.holds);
    redemptions = new ArrayList<>(other.redemptions);
    accruals = new ArrayList<>(other.accruals);
    endedHolds = new HashMap<>(other.endedHolds);
    reversals = new HashSet<>(other.reversals);
    now = other.now;
    activeUntil = other.activeUntil;
    suspended = other.suspended;
    status = other.status;
    accrued = other.accrued;
    transferredIn = other.transferredIn;
    reinstated = other.reinstated;
    adjustedUp = other.adjustedUp;
    redeemed = other.redeemed;
    expired = other.expired;
    reversed = other.reversed;
    forfeited = other.forfeited;
    transferredOut = other.transferredOut;
    adjustedDown = other.adjustedDown;
    debt = other.debt;
    lastAllocation = new ArrayList<>(other.lastAllocation);
  }

  @Override
  public Optional<RefusalCode> submit(LedgerCommand command) {
    Optional<RefusalCode> closed = gate(command);
    if (closed.isPresent()) {
      return closed;
    }
    NaiveLedger draft = copy();
    Instant at = command.occurredAt().isAfter(now) ? command.occurredAt() : now;
    draft.pass(at);
    Optional<RefusalCode> refusal = draft.carryOut(command);
    if (refusal.isPresent()) {
      return refusal;
    }
    draft.pass(at);
    become(draft);
    return Optional.empty();
  }

  private Optional<RefusalCode> gate(LedgerCommand command) {
    if (command.occurredAt().isAfter(command.recordedAt().plus(policy.futureSkew()))) {
      return Optional.of(RefusalCode.TIME_IN_FUTURE);
    }
    if (status.equals("closed")) {
      return Optional.of(RefusalCode.MEMBER_CLOSED);
    }
    boolean spends = command instanceof LedgerCommand.Redeem
        || command instanceof LedgerCommand.Hold
        || command instanceof LedgerCommand.Capture
        || command instanceof LedgerCommand.TransferOut;
    return status.equals("frozen") && spends
        ? Optional.of(RefusalCode.MEMBER_FROZEN)
        : Optional.empty();
  }

  /** What a command does, or why not. */
  protected Optional<RefusalCode> carryOut(LedgerCommand command) {
    if (command instanceof LedgerCommand.Accrue accrue) {
      return accrue(accrue);
    } else if (command instanceof LedgerCommand.Activate activate) {
      return activate(activate);
    } else if (command instanceof LedgerCommand.CancelPending cancel) {
      return cancel(cancel);
    } else if (command instanceof LedgerCommand.Redeem redeem) {
      return redeem(redeem);
    } else if (command instanceof LedgerCommand.Hold hold) {
      return hold(hold);
    } else if (command instanceof LedgerCommand.Capture capture) {
      return capture(capture);
    } else if (command instanceof LedgerCommand.Release release) {
      return release(release);
    } else if (command instanceof LedgerCommand.ReverseRedemption reversal) {
      return reverseRedemption(reversal);
    } else if (command instanceof LedgerCommand.ReverseAccrual reversal) {
      return reverseAccrual(reversal);
    } else if (command instanceof LedgerCommand.AdjustUp up) {
      return credit(
          up.lot(),
          up.points(),
          up.expiry(),
          up,
          () -> adjustedUp += up.points().units());
    } else if (command instanceof LedgerCommand.Reinstate reinstate) {
      return reinstate(reinstate);
    } else if (command instanceof LedgerCommand.AdjustDown down) {
      return adjustDown(down);
    } else if (command instanceof LedgerCommand.Extend extend) {
      return extend(extend);
    } else if (command instanceof LedgerCommand.TransferOut out) {
      return transferOut(out);
    } else if (command instanceof LedgerCommand.RecordActivity activity) {
      touch(activity.kind(), command.occurredAt());
    } else if (command instanceof LedgerCommand.SuspendExpiry) {
      suspended = true;
    } else if (command instanceof LedgerCommand.ResumeExpiry) {
      suspended = false;
    } else if (command instanceof LedgerCommand.Freeze) {
      status = "frozen";
    } else if (command instanceof LedgerCommand.Thaw) {
      status = "open";
    } else if (command instanceof LedgerCommand.Close) {
      close();
    } else if (!(command instanceof LedgerCommand.Expire)) {
      throw new AssertionError("the naive ledger does not know " + command);
    }
    now = max(now, command.occurredAt());
    return Optional.empty();
  }

  private Optional<RefusalCode> accrue(LedgerCommand.Accrue command) {
    long room = policy.accountLimit() - there();
    for (LotGrant grant : command.grants()) {
      if (grant.points().units() > room) {
        return Optional.of(RefusalCode.POINTS_LIMIT);
      }
      room -= grant.points().units();
    }
    if (accruals.stream().anyMatch(known -> known.source().equals(command.source()))) {
      return Optional.of(RefusalCode.SOURCE_ALREADY_USED);
    }
    List<LotGrant> grants =
        command.grants().stream().filter(grant -> !grant.points().isZero()).toList();
    long distinct = grants.stream().map(LotGrant::lot).distinct().count();
    if (distinct != grants.size() || grants.stream().anyMatch(grant -> find(grant.lot()) != null)) {
      return Optional.of(RefusalCode.LOT_ALREADY_USED);
    }
    long granted = 0;
    for (LotGrant grant : grants) {
      granted += grant.points().units();
      lots.add(new PaperLot(
          grant.lot(),
          command.source(),
          command.occurredAt(),
          grant.points().units(),
          grant.activation(),
          grant.expiry()));
    }
    accrued += granted;
    accruals.add(new PaperAccrual(command.source(), granted, 0));
    if (!touch(command.kind(), command.occurredAt())
        && command.grants().stream()
            .anyMatch(grant -> grant.expiry() instanceof LotExpiry.WithActivity)) {
      startClock(command.occurredAt());
    }
    return Optional.empty();
  }

  private long there() {
    return lots.stream().mapToLong(lot -> lot.left + lot.held).sum();
  }

  /** Moves the date of inactivity if the kind of activity counts. */
  protected boolean touch(ActivityKind kind, Instant at) {
    if (policy.inactivity().isEmpty() || !policy.inactivity().get().kinds().contains(kind)) {
      return false;
    }
    Instant date = policy.inactivity().get().expiresAt(at, policy.calendar()).orElseThrow();
    activeUntil = activeUntil == null ? date : max(activeUntil, date);
    return true;
  }

  private void startClock(Instant at) {
    if (activeUntil == null && policy.inactivity().isPresent()) {
      activeUntil = policy.inactivity().get().expiresAt(at, policy.calendar()).orElseThrow();
    }
  }

  private Optional<RefusalCode> activate(LedgerCommand.Activate command) {
    List<PaperLot> chosen =
        selected(command.lots()).stream().filter(lot -> lot.pending).toList();
    if (chosen.isEmpty()) {
      return Optional.of(RefusalCode.UNKNOWN_REFERENCE);
    }
    chosen.forEach(lot -> lot.pending = false);
    return Optional.empty();
  }

  private List<PaperLot> selected(LotSelection selection) {
    List<PaperLot> open = lots.stream().filter(lot -> lot.left + lot.held > 0).toList();
    if (selection instanceof LotSelection.EarnedBy by) {
      return open.stream().filter(lot -> by.source().equals(lot.source)).toList();
    } else if (selection instanceof LotSelection.WaitingFor waiting) {
      return open.stream()
          .filter(lot -> lot.activation.equals(Activation.onEvent(waiting.key())))
          .toList();
    } else if (selection instanceof LotSelection.All) {
      return open;
    }
    throw new AssertionError("the naive ledger does not know " + selection);
  }

  private Optional<RefusalCode> cancel(LedgerCommand.CancelPending command) {
    List<PaperLot> chosen =
        selected(command.lots()).stream().filter(lot -> lot.pending).toList();
    if (chosen.isEmpty()) {
      return Optional.of(RefusalCode.UNKNOWN_REFERENCE);
    }
    for (PaperLot lot : chosen) {
      reversed += lot.left;
      settle(lot.source, lot.left);
      lot.left = 0;
    }
    return Optional.empty();
  }

  private void settle(@Nullable ActivityId source, long units) {
    accruals.replaceAll(known -> known.source().equals(source)
        ? new PaperAccrual(known.source(), known.granted(), known.settled() + units)
        : known);
  }

  private Optional<RefusalCode> redeem(LedgerCommand.Redeem command) {
    Optional<RefusalCode> refusal = spendable(command.points());
    if (refusal.isPresent()) {
      return refusal;
    }
    List<Part> parts = draw(command.points().units());
    redeemed += command.points().units();
    redemptions.add(new PaperRedemption(command.id(), parts, 0));
    touch(ActivityKind.REDEMPTION, command.occurredAt());
    return Optional.empty();
  }

  private Optional<RefusalCode> spendable(Points points) {
    if (points.isZero()) {
      return Optional.of(RefusalCode.POINTS_ZERO);
    }
    return points.units() > available()
        ? Optional.of(RefusalCode.INSUFFICIENT_POINTS)
        : Optional.empty();
  }

  /** What can be spent. */
  protected long available() {
    return lots.stream().filter(lot -> !lot.pending).mapToLong(lot -> lot.left).sum();
  }

  /** Takes usable points in burn order and notes what came from where. */
  protected List<Part> draw(long units) {
    List<Part> parts = new ArrayList<>();
    long open = units;
    for (PaperLot lot : inBurnOrder()) {
      long part = Math.min(open, lot.left);
      if (part > 0) {
        lot.left -= part;
        open -= part;
        parts.add(new Part(lot.id, part));
      }
    }
    lastAllocation = parts;
    return parts;
  }

  /** The usable lots in the order of the policy. */
  protected List<PaperLot> inBurnOrder() {
    return lots.stream()
        .filter(lot -> !lot.pending && lot.left > 0)
        .sorted(order())
        .toList();
  }

  private Comparator<PaperLot> order() {
    Comparator<PaperLot> byEnd = Comparator.comparing(this::end);
    Comparator<PaperLot> byAge = Comparator.comparing(lot -> lot.earnedAt);
    Comparator<PaperLot> byName = Comparator.comparing(lot -> lot.id);
    return policy.burnOrder() == BurnOrder.SOONEST_EXPIRY
        ? byEnd.thenComparing(byAge).thenComparing(byName)
        : (policy.burnOrder() == BurnOrder.OLDEST_FIRST ? byAge : byAge.reversed())
            .thenComparing(byEnd)
            .thenComparing(byName);
  }

  /** The instant at which a lot is gone. */
  protected Instant end(PaperLot lot) {
    if (lot.expiry instanceof LotExpiry.At at) {
      return at.instant();
    }
    boolean lives = lot.expiry instanceof LotExpiry.WithActivity && activeUntil != null;
    return lives ? activeUntil : Instant.MAX;
  }

  private Optional<RefusalCode> hold(LedgerCommand.Hold command) {
    if (command.expiresAt().isAfter(command.occurredAt().plus(policy.longestHold()))) {
      return Optional.of(RefusalCode.EXPIRY_INVALID);
    }
    Optional<RefusalCode> refusal = spendable(command.points());
    if (refusal.isEmpty()) {
      List<Part> parts = draw(command.points().units());
      parts.forEach(part -> lot(part.lot()).held += part.units());
      holds.add(new PaperHold(command.id(), parts, command.expiresAt()));
    }
    return refusal;
  }

  private Optional<RefusalCode> capture(LedgerCommand.Capture command) {
    if (command.points().isZero()) {
      return Optional.of(RefusalCode.POINTS_ZERO);
    }
    PaperHold hold = openHold(command.hold());
    if (hold == null) {
      return Optional.of(whyNot(command.hold()));
    }
    if (command.points().units() > hold.parts().stream().mapToLong(Part::units).sum()) {
      return Optional.of(RefusalCode.HOLD_EXCEEDED);
    }
    long open = command.points().units();
    List<Part> taken = new ArrayList<>();
    for (Part part : hold.parts()) {
      long spent = Math.min(open, part.units());
      open -= spent;
      lot(part.lot()).held -= part.units();
      lot(part.lot()).left += part.units() - spent;
      if (spent > 0) {
        taken.add(new Part(part.lot(), spent));
      }
    }
    redeemed += command.points().units();
    redemptions.add(new PaperRedemption(command.id(), taken, 0));
    end(hold, RefusalCode.HOLD_ALREADY_CAPTURED);
    touch(ActivityKind.REDEMPTION, command.occurredAt());
    return Optional.empty();
  }

  /** A hold that has not ended. */
  protected @Nullable PaperHold openHold(CommandId id) {
    return holds.stream().filter(hold -> hold.id().equals(id)).findFirst().orElse(null);
  }

  private RefusalCode whyNot(CommandId hold) {
    return endedHolds.getOrDefault(hold, RefusalCode.UNKNOWN_REFERENCE);
  }

  /** Notes that a hold has ended. */
  protected void end(PaperHold hold, RefusalCode how) {
    holds.remove(hold);
    endedHolds.put(hold.id(), how);
  }

  private Optional<RefusalCode> release(LedgerCommand.Release command) {
    PaperHold hold = openHold(command.hold());
    if (hold == null) {
      return Optional.of(whyNot(command.hold()));
    }
    giveBack(hold, RefusalCode.HOLD_ALREADY_VOIDED);
    return Optional.empty();
  }

  /** Returns what a hold had set aside. */
  protected void giveBack(PaperHold hold, RefusalCode how) {
    for (Part part : hold.parts()) {
      lot(part.lot()).held -= part.units();
      lot(part.lot()).left += part.units();
    }
    end(hold, how);
  }

  private Optional<RefusalCode> reverseRedemption(LedgerCommand.ReverseRedemption command) {
    if (command.points().isPresent() && command.points().get().isZero()) {
      return Optional.of(RefusalCode.POINTS_ZERO);
    }
    Optional<PaperRedemption> found = redemptions.stream()
        .filter(known -> known.id().equals(command.redemption()))
        .findFirst();
    if (found.isEmpty()) {
      boolean reversal = reversals.contains(command.redemption());
      return Optional.of(reversal ? RefusalCode.NOT_REFUNDABLE : RefusalCode.UNKNOWN_REFERENCE);
    }
    PaperRedemption redemption = found.get();
    long left = redemption.total() - redemption.reversed();
    if (command.points().isEmpty() && left == 0) {
      return Optional.of(RefusalCode.ALREADY_REVERSED);
    }
    long units = command.points().map(Points::units).orElse(left);
    if (units > left) {
      return Optional.of(RefusalCode.REFUND_EXCEEDS_ORIGINAL);
    }
    restore(redemption, units, command);
    redeemed -= units;
    redemptions.set(
        redemptions.indexOf(redemption),
        new PaperRedemption(redemption.id(), redemption.parts(), redemption.reversed() + units));
    reversals.add(command.id());
    return Optional.empty();
  }

  /** Puts points back point by point, from the last that was taken. */
  protected void restore(PaperRedemption redemption, long units, LedgerCommand command) {
    List<LotId> everyPoint = new ArrayList<>();
    for (Part part : redemption.parts()) {
      for (long i = 0; i < part.units(); i++) {
        everyPoint.add(part.lot());
      }
    }
    int end = everyPoint.size() - (int) redemption.reversed();
    SortedMap<LotId, Long> back = new TreeMap<>();
    for (LotId lot : everyPoint.subList(end - (int) units, end)) {
      back.merge(lot, 1L, Long::sum);
    }
    back.forEach((id, points) -> restore(lot(id), points, command));
  }

  private void restore(PaperLot lot, long units, LedgerCommand command) {
    boolean gone = !suspended && lot.expiry instanceof LotExpiry.At && !end(lot).isAfter(now);
    LotExpiry other = lot.expiry;
    if (policy.restoredExpiry() instanceof RestoredExpiry.Grace grace) {
      other = LotExpiry.from(Expiry.after(grace.period()), command.occurredAt(), policy.calendar());
    } else if (policy.restoredExpiry() instanceof RestoredExpiry.Fresh fresh) {
      other = LotExpiry.from(fresh.expiry(), command.occurredAt(), policy.calendar());
    }
    if (gone && !(policy.restoredExpiry() instanceof RestoredExpiry.Original)) {
      LotId name = LotId.of(command.id() + "/" + lot.id);
      lots.add(new PaperLot(
          name, lot.source, command.occurredAt(), units, Activation.immediate(), other));
    } else {
      lot.left += units;
    }
  }

  private Optional<RefusalCode> reverseAccrual(LedgerCommand.ReverseAccrual command) {
    Optional<PaperAccrual> found = accruals.stream()
        .filter(known -> known.source().equals(command.source()))
        .findFirst();
    if (found.isEmpty()) {
      return Optional.of(RefusalCode.UNKNOWN_REFERENCE);
    }
    long left = found.get().granted() - found.get().settled();
    if (left == 0 && found.get().granted() > 0) {
      return Optional.of(RefusalCode.ALREADY_REVERSED);
    }
    long amount = Math.max(0, left - command.entitled().units());
    long open = amount;
    for (PaperLot lot : sources(command.source())) {
      long part = Math.min(open, lot.left);
      lot.left -= part;
      open -= part;
    }
    Optional<RefusalCode> refusal = shortfall(open);
    if (refusal.isPresent()) {
      return refusal;
    }
    boolean owed = policy.remainder() instanceof Remainder.Debt;
    reversed += amount - open + (owed ? open : 0);
    debt += owed ? open : 0;
    settle(command.source(), amount);
    reversals.add(command.id());
    touch(ActivityKind.RETURN, command.occurredAt());
    return Optional.empty();
  }

  /** The lots that a reversal takes from, in order. */
  protected List<PaperLot> sources(ActivityId source) {
    List<PaperLot> order = new ArrayList<>();
    lots.stream()
        .filter(lot -> lot.pending && source.equals(lot.source))
        .sorted(order())
        .forEach(order::add);
    if (policy.reversalSource() != ReversalSource.OWN_PENDING) {
      inBurnOrder().stream().filter(lot -> source.equals(lot.source)).forEach(order::add);
    }
    if (policy.reversalSource() == ReversalSource.ANY_LOT) {
      inBurnOrder().stream().filter(lot -> !source.equals(lot.source)).forEach(order::add);
    }
    return order;
  }

  private Optional<RefusalCode> shortfall(long missing) {
    if (missing == 0) {
      return Optional.empty();
    }
    if (policy.remainder() instanceof Remainder.Reject) {
      return Optional.of(RefusalCode.INSUFFICIENT_POINTS);
    }
    boolean tooMuch =
        policy.remainder() instanceof Remainder.Debt limited && debt + missing > limited.limit();
    return tooMuch ? Optional.of(RefusalCode.DEBT_LIMIT) : Optional.empty();
  }

  private Optional<RefusalCode> credit(
      LotId id, Points points, LotExpiry expiry, LedgerCommand command, Runnable count) {
    if (points.isZero()) {
      return Optional.of(RefusalCode.POINTS_ZERO);
    }
    if (points.units() > policy.accountLimit() - there()) {
      return Optional.of(RefusalCode.POINTS_LIMIT);
    }
    if (find(id) != null) {
      return Optional.of(RefusalCode.LOT_ALREADY_USED);
    }
    lots.add(new PaperLot(
        id, null, command.occurredAt(), points.units(), Activation.immediate(), expiry));
    count.run();
    if (expiry instanceof LotExpiry.WithActivity) {
      startClock(command.occurredAt());
    }
    return Optional.empty();
  }

  private Optional<RefusalCode> reinstate(LedgerCommand.Reinstate command) {
    long before = expired - reinstated;
    Optional<RefusalCode> refusal = credit(
        command.lot(),
        command.points(),
        command.expiry(),
        command,
        () -> reinstated += command.points().units());
    return refusal.isEmpty() && command.points().units() > before
        ? Optional.of(RefusalCode.REINSTATEMENT_EXCEEDS_EXPIRED)
        : refusal;
  }

  private Optional<RefusalCode> adjustDown(LedgerCommand.AdjustDown command) {
    long units = command.points().units();
    long missing = Math.max(0, units - available());
    if (units == 0) {
      return Optional.of(RefusalCode.POINTS_ZERO);
    }
    if (missing > 0 && policy.remainder() instanceof Remainder.ReduceCashRefund) {
      return Optional.of(RefusalCode.INSUFFICIENT_POINTS);
    }
    Optional<RefusalCode> refusal = shortfall(missing);
    if (refusal.isEmpty()) {
      List<Part> before = lastAllocation;
      draw(units - missing);
      lastAllocation = before;
      boolean owed = policy.remainder() instanceof Remainder.Debt;
      adjustedDown += units - missing + (owed ? missing : 0);
      debt += owed ? missing : 0;
    }
    return refusal;
  }

  private Optional<RefusalCode> extend(LedgerCommand.Extend command) {
    if (command.expiry() instanceof LotExpiry.At at && !at.instant().isAfter(now)) {
      return Optional.of(RefusalCode.EXPIRY_INVALID);
    }
    List<PaperLot> chosen = selected(command.lots());
    if (chosen.isEmpty()) {
      return Optional.of(RefusalCode.UNKNOWN_REFERENCE);
    }
    for (PaperLot lot : chosen) {
      boolean both = command.expiry() instanceof LotExpiry.At && lot.expiry instanceof LotExpiry.At;
      boolean later = both
          ? ((LotExpiry.At) command.expiry()).instant().isAfter(end(lot))
          : !(lot.expiry instanceof LotExpiry.Never);
      if (later) {
        lot.expiry = command.expiry();
      }
    }
    if (command.expiry() instanceof LotExpiry.WithActivity) {
      startClock(command.occurredAt());
    }
    return Optional.empty();
  }

  private Optional<RefusalCode> transferOut(LedgerCommand.TransferOut command) {
    if (command.to().equals(command.member())) {
      return Optional.of(RefusalCode.TRANSFER_SELF);
    }
    Optional<RefusalCode> refusal = spendable(command.points());
    if (refusal.isEmpty()) {
      draw(command.points().units());
      transferredOut += command.points().units();
    }
    return refusal;
  }

  private void close() {
    for (PaperHold hold : List.copyOf(holds)) {
      giveBack(hold, RefusalCode.HOLD_ALREADY_VOIDED);
    }
    for (PaperLot lot : lots) {
      forfeited += lot.left;
      lot.left = 0;
    }
    status = "closed";
  }

  /** Lets time pass, one instant at which something is due after another. */
  protected void pass(Instant until) {
    act();
    Optional<Instant> next = nextDue(until);
    while (next.isPresent()) {
      now = max(now, next.get());
      act();
      next = nextDue(until);
    }
    now = max(now, until);
  }

  private Optional<Instant> nextDue(Instant until) {
    List<Instant> due = new ArrayList<>();
    for (PaperLot lot : lots) {
      if (!suspended && lot.left > 0 && lot.expiry instanceof LotExpiry.At) {
        due.add(end(lot));
      }
      if (lot.pending && lot.left > 0 && lot.activation instanceof Activation.At at) {
        due.add(at.instant());
      }
    }
    holds.forEach(hold -> due.add(hold.until()));
    if (!suspended && activeUntil != null) {
      due.add(activeUntil);
    }
    return due.stream().filter(at -> !at.isAfter(until)).min(Comparator.naturalOrder());
  }

  /**
   * Does all that is due now: dates, then inactivity, then holds, then activations; debt as soon as
   * it can.
   */
  protected void act() {
    boolean acted = true;
    while (acted) {
      expireDated();
      expireInactive();
      repayDebt();
      acted = timeOutOne() || activateDue();
    }
  }

  /** Expires the lots whose date has come. */
  protected void expireDated() {
    for (PaperLot lot : lots) {
      if (!suspended && lot.expiry instanceof LotExpiry.At && !end(lot).isAfter(now)) {
        expired += lot.left;
        lot.left = 0;
      }
    }
  }

  private void expireInactive() {
    if (suspended || activeUntil == null || activeUntil.isAfter(now)) {
      return;
    }
    Expiry.Inactivity rule = policy.inactivity().orElseThrow();
    LotExpiry over = LotExpiry.at(
        activeUntil, policy.calendar().dateOf(activeUntil.minusNanos(1)), rule.toString());
    for (PaperLot lot : lots) {
      if (!lot.pending && lot.expiry instanceof LotExpiry.WithActivity) {
        expired += lot.left;
        lot.left = 0;
        lot.expiry = over;
      }
    }
    activeUntil = null;
  }

  /** Pays what is owed from what is usable. */
  protected void repayDebt() {
    long paid = Math.min(debt, available());
    if (paid > 0) {
      List<Part> before = lastAllocation;
      draw(paid);
      lastAllocation = before;
      debt -= paid;
    }
  }

  private boolean timeOutOne() {
    Optional<PaperHold> over = holds.stream()
        .filter(hold -> !hold.until().isAfter(now))
        .min(Comparator.comparing(PaperHold::until).thenComparing(PaperHold::id));
    over.ifPresent(hold -> giveBack(hold, RefusalCode.HOLD_ALREADY_EXPIRED));
    return over.isPresent();
  }

  private boolean activateDue() {
    boolean any = false;
    for (PaperLot lot : lots) {
      if (lot.pending
          && lot.left > 0
          && lot.activation instanceof Activation.At at
          && !at.instant().isAfter(now)) {
        lot.pending = false;
        any = true;
      }
    }
    return any;
  }

  /** The lot of this name, or nothing. */
  protected @Nullable PaperLot find(LotId id) {
    return lots.stream().filter(lot -> lot.id.equals(id)).findFirst().orElse(null);
  }

  private PaperLot lot(LotId id) {
    PaperLot lot = find(id);
    if (lot == null) {
      throw new AssertionError("the naive ledger has no lot " + id);
    }
    return lot;
  }

  /** The later of two instants. */
  protected static Instant max(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  @Override
  public Sight see(Instant asOf) {
    NaiveLedger then = copy();
    then.pass(asOf);
    return then.sight();
  }

  /** What is there now, summed up from the lots. */
  protected Sight sight() {
    long pending =
        lots.stream().filter(lot -> lot.pending).mapToLong(lot -> lot.left).sum();
    long held = lots.stream().mapToLong(lot -> lot.held).sum();
    SortedMap<LotId, LotSight> open = new TreeMap<>();
    for (PaperLot lot : lots) {
      if (lot.left + lot.held > 0) {
        open.put(lot.id, new LotSight(lot.granted, lot.left, lot.held, lot.pending));
      }
    }
    return new Sight(
        new Terms(
            accrued,
            transferredIn,
            reinstated,
            adjustedUp,
            available(),
            pending,
            held,
            redeemed,
            expired,
            reversed,
            forfeited,
            transferredOut,
            adjustedDown,
            debt),
        open);
  }

  @Override
  public Instant clock() {
    return now;
  }

  @Override
  public List<Portion> lastAllocation() {
    return lastAllocation.stream()
        .map(part -> new Portion(part.lot(), type.points(part.units())))
        .toList();
  }

  /** The owner on the page. */
  protected MemberId member() {
    return LedgerHistories.MEMBER;
  }
}
