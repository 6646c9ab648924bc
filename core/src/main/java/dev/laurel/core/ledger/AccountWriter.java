package dev.laurel.core.ledger;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.ActivityId;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.internal.CompactMap;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An account while entries are applied to it: the same state in assignable fields, so that a
 * command with five entries makes one new account and not five. The parts are persistent, so that
 * nothing is copied.
 */
final class AccountWriter {
  private final MemberId member;
  private final Tally tally;
  AccountStatus status;
  private long version;
  private long sequence;
  private Instant clock;
  private Instant recordedAt;
  Optional<LotExpiry.At> activeUntil;
  boolean expirySuspended;
  private LotBook book;
  private CompactMap<CommandId, Hold> holds;
  AccountMemory memory;

  private AccountWriter(PointsAccount account, BurnOrder order) {
    member = account.member();
    tally = Tally.of(account.totals());
    status = account.status();
    version = account.version();
    sequence = account.sequence();
    clock = account.clock();
    recordedAt = account.recordedAt();
    activeUntil = account.activeUntil();
    expirySuspended = account.isExpirySuspended();
    book = account.book().ordered(order);
    holds = account.openHolds();
    memory = account.memory();
  }

  static AccountWriter of(PointsAccount account, BurnOrder order) {
    return new AccountWriter(account, order);
  }

  PointsAccount account() {
    return account(clock);
  }

  PointsAccount account(Instant asOf) {
    return new PointsAccount(
        member,
        status,
        version,
        sequence,
        asOf,
        recordedAt,
        tally.totals(),
        activeUntil,
        expirySuspended,
        book,
        holds,
        memory);
  }

  void apply(LedgerEntry entry) {
    checkNext(entry.stamp());
    entry.match(new EntryEffects(this));
    sequence = entry.stamp().sequence();
    version = entry.stamp().version();
    clock = clock.isAfter(entry.at()) ? clock : entry.at();
    recordedAt = entry.stamp().recordedAt();
  }

  private void checkNext(EntryStamp stamp) {
    InvalidValueException.check(
        stamp.member().equals(member),
        FailureCode.VALUE_INVALID,
        "member",
        "an entry must be of the account's member: expected %s, found %s",
        member,
        stamp.member());
    InvalidValueException.check(
        stamp.sequence() <= sequence + 1,
        FailureCode.SEQUENCE_GAP,
        "sequence",
        "an entry must follow the one before: expected %s, found %s",
        sequence + 1,
        stamp.sequence());
    InvalidValueException.check(
        stamp.sequence() == sequence + 1,
        FailureCode.LOG_FORK,
        "sequence",
        "an entry must follow the one before: expected %s, found %s again",
        sequence + 1,
        stamp.sequence());
  }

  MemberId member() {
    return member;
  }

  PointType type() {
    return tally.type;
  }

  long sequence() {
    return sequence;
  }

  Instant clock() {
    return clock;
  }

  LotBook book() {
    return book;
  }

  Tally tally() {
    return tally;
  }

  Points available() {
    return type().points(tally.available);
  }

  Points held() {
    return type().points(tally.held);
  }

  Points debt() {
    return type().points(tally.debt);
  }

  boolean isExpirySuspended() {
    return expirySuspended;
  }

  Optional<LotExpiry.At> activeUntil() {
    return activeUntil;
  }

  /** A lot that is open or remembered, if it is either. */
  @Nullable
  Lot find(LotId lot) {
    Lot open = book.get(lot);
    return open == null ? memory.closedLots.get(lot) : open;
  }

  Lot known(LotId lot) {
    Lot known = find(lot);
    if (known == null) {
      throw new InvalidValueException(
          FailureCode.REFERENCE_UNKNOWN, "lot", "an entry must name a known lot: " + lot);
    }
    return known;
  }

  /** The lots that give this many available points, in burn order. */
  List<Portion> allocate(Points points) {
    List<Portion> portions = new ArrayList<>();
    Points open = points;
    Iterator<Lot> lots = book.inBurnOrder(activeUntil.map(LotExpiry.At::instant));
    while (!open.isZero()) {
      Lot lot = lots.next();
      Points part = open.min(lot.remaining());
      portions.add(new Portion(lot.id(), part));
      open = open.minus(part);
    }
    return portions;
  }

  /**
   * Keeps a lot as it is now; one that is empty moves to the memory, one that is not moves back.
   */
  void put(Lot lot) {
    int before = book.size();
    book = book.with(lot);
    if (lot.isClosed()) {
      memory = memory.withClosed(lot);
    } else if (book.size() > before) {
      // Only a lot that is new to the book can be among the closed ones.
      memory = memory.withoutClosed(lot.id());
    }
  }

  /** Opens a lot and links it to the activity behind it, if that is remembered. */
  void open(Lot lot) {
    put(lot);
    Optional<ActivityId> source = lot.origin().activity();
    AccountMemory.Accrual accrual = source.isPresent() ? memory.accruals.get(source.get()) : null;
    if (accrual != null && !accrual.lots().contains(lot.id())) {
      memory = memory.with(accrual.with(lot.id()));
    }
  }

  CompactMap<CommandId, Hold> holds() {
    return holds;
  }

  void place(Hold hold) {
    holds = holds.plus(hold.id(), hold);
  }

  void end(CommandId hold, Hold.End end, Instant at) {
    holds = holds.minus(hold);
    memory = memory.with(new AccountMemory.EndedHold(hold, end, at));
  }

  /**
   * Every lot that is usable, or has been, and lives by activity, gets the date on which it died.
   */
  void fixActivityDates(LotExpiry.At date) {
    for (Lot lot : book.lots()) {
      if (!lot.pending() && lot.expiry() instanceof LotExpiry.WithActivity) {
        book = book.with(lot.expiring(date));
      }
    }
    for (Lot lot : memory.closedLots.values()) {
      if (!lot.pending() && lot.expiry() instanceof LotExpiry.WithActivity) {
        memory = memory.withClosed(lot.expiring(date));
      }
    }
  }

  void clear() {
    book = book.cleared();
    holds = CompactMap.empty();
    memory = AccountMemory.EMPTY;
    activeUntil = Optional.empty();
    tally.clear();
  }
}
