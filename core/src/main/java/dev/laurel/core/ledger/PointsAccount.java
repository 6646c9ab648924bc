package dev.laurel.core.ledger;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.internal.CompactMap;
import dev.laurel.core.points.Balance;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import dev.laurel.core.time.Span;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one member has of one point type, and what it takes to take things back.
 *
 * <p>An account is an immutable value; {@link Ledger#decide} gives the next one. Questions name
 * their instant, and the answer counts what time has done by then: points that are gone at
 * {@code asOf} are not in it, whether or not a sweep ran.
 */
public final class PointsAccount {
  private static final LotBook NO_LOTS = LotBook.empty(BurnOrder.SOONEST_EXPIRY);
  private static final AccountStatus OPEN = new AccountStatus.Open();

  private final MemberId member;
  private final AccountStatus status;
  private final long version;
  private final long sequence;
  private final Instant clock;
  private final Instant recordedAt;
  private final AccountTotals totals;
  private final Optional<LotExpiry.At> activeUntil;
  private final boolean expirySuspended;
  private final LotBook book;
  private final CompactMap<CommandId, Hold> holds;
  private final AccountMemory memory;

  PointsAccount(
      MemberId member,
      AccountStatus status,
      long version,
      long sequence,
      Instant clock,
      Instant recordedAt,
      AccountTotals totals,
      Optional<LotExpiry.At> activeUntil,
      boolean expirySuspended,
      LotBook book,
      CompactMap<CommandId, Hold> holds,
      AccountMemory memory) {
    this.member = member;
    this.status = status;
    this.version = version;
    this.sequence = sequence;
    this.clock = clock;
    this.recordedAt = recordedAt;
    this.totals = totals;
    this.activeUntil = activeUntil;
    this.expirySuspended = expirySuspended;
    this.book = book;
    this.holds = holds;
    this.memory = memory;
  }

  /** The account to which nothing has happened yet. */
  public static PointsAccount open(MemberId member, PointType type) {
    return open(member, type, NO_LOTS);
  }

  static PointsAccount open(MemberId member, PointType type, LotBook noLots) {
    return new PointsAccount(
        requireNonNull(member, "member"),
        OPEN,
        0,
        0,
        Span.BEGINNING,
        Span.BEGINNING,
        AccountTotals.none(requireNonNull(type, "type")),
        Optional.empty(),
        false,
        noLots,
        CompactMap.empty(),
        AccountMemory.EMPTY);
  }

  /** The owner. */
  public MemberId member() {
    return member;
  }

  /** What is counted. */
  public PointType type() {
    return totals.type();
  }

  /** Whether it takes commands. */
  public AccountStatus status() {
    return status;
  }

  /** How many commands it has accepted. */
  public long version() {
    return version;
  }

  /** How many entries it has. */
  public long sequence() {
    return sequence;
  }

  /**
   * The latest business instant that has been applied; questions about earlier ones go to
   * {@link AccountLog}.
   */
  public Instant clock() {
    return clock;
  }

  /** The knowledge time of the latest entry. */
  public Instant recordedAt() {
    return recordedAt;
  }

  /** The running totals at {@link #clock()}. */
  public AccountTotals totals() {
    return totals;
  }

  /** The running totals at an instant. */
  public AccountTotals totals(Instant asOf) {
    return at(asOf).totals;
  }

  /** What can be spent at an instant. */
  public Points available(Instant asOf) {
    return type().points(at(asOf).totals.available());
  }

  /** What is earned but not yet usable at an instant. */
  public Points pending(Instant asOf) {
    return type().points(at(asOf).totals.pending());
  }

  /** What holds have set aside at an instant. */
  public Points held(Instant asOf) {
    return type().points(at(asOf).totals.held());
  }

  /** What is owed at an instant. */
  public Points debt(Instant asOf) {
    return type().points(at(asOf).totals.debt());
  }

  /** What can be spent, or else what is owed, at an instant. */
  public Balance balance(Instant asOf) {
    AccountTotals then = at(asOf).totals;
    return Balance.of(type().points(then.available()), type().points(then.debt()));
  }

  /** The usable lots at an instant, in burn order; what they have left is what is available. */
  public List<Lot> lots(Instant asOf) {
    PointsAccount then = at(asOf);
    return ImmutableList.copyOf(then.book.inBurnOrder(then.activeUntil.map(LotExpiry.At::instant)));
  }

  /** The lots that are not yet usable at an instant, by name. */
  public List<Lot> pendingLots(Instant asOf) {
    return at(asOf).book.lots().stream()
        .filter(Lot::pending)
        .collect(ImmutableList.toImmutableList());
  }

  /** A lot, open or remembered, as it is at {@link #clock()}. */
  public Optional<Lot> lot(LotId lot) {
    Lot open = book.get(requireNonNull(lot, "lot"));
    return Optional.ofNullable(open == null ? memory.closedLots.get(lot) : open);
  }

  /** The holds that have not ended at an instant, by name. */
  public List<Hold> holds(Instant asOf) {
    return ImmutableList.copyOf(at(asOf).holds.values());
  }

  /** When the available points will be gone, if nothing happens. */
  public ExpirySchedule expiring(Instant asOf) {
    PointsAccount then = at(asOf);
    return ExpirySchedule.of(then.type(), then.lots(asOf), then.activeUntil);
  }

  /** The date of the lots that live by activity, if the program has one and there has been any. */
  public Optional<LotExpiry.At> activeUntil() {
    return activeUntil;
  }

  /** Whether a status holds expiry off. */
  public boolean isExpirySuspended() {
    return expirySuspended;
  }

  /** What is remembered for reversals. */
  public AccountMemory memory() {
    return memory;
  }

  /**
   * The account without the memory of what happened before an instant: it can no longer be
   * reversed, and balances stay the same.
   */
  public PointsAccount forget(Instant before) {
    AccountMemory kept = memory.forget(requireNonNull(before, "before"));
    return kept.size() == memory.size()
        ? this
        : new PointsAccount(
            member,
            status,
            version,
            sequence,
            clock,
            recordedAt,
            totals,
            activeUntil,
            expirySuspended,
            book,
            holds,
            kept);
  }

  private PointsAccount at(Instant asOf) {
    InvalidValueException.check(
        !requireNonNull(asOf, "asOf").isBefore(clock),
        FailureCode.TIME_RANGE,
        "asOf",
        "account of '%s' must be asked about its present, not its past: clock %s, asOf %s",
        member,
        clock,
        asOf);
    return Draft.isQuietUntil(asOf, this) ? this : Ledger.settled(this, asOf);
  }

  LotBook book() {
    return book;
  }

  CompactMap<CommandId, Hold> openHolds() {
    return holds;
  }

  /** The account as plain data, to be stored. */
  public Snapshot snapshot() {
    return new Snapshot(
        member,
        status,
        version,
        sequence,
        clock,
        recordedAt,
        totals,
        activeUntil,
        expirySuspended,
        book.order,
        ImmutableList.copyOf(book.lots()),
        ImmutableList.copyOf(holds.values()),
        ImmutableList.copyOf(memory.closedLots.values()),
        ImmutableList.copyOf(memory.accruals.values()),
        ImmutableList.copyOf(memory.redemptions.values()),
        ImmutableList.copyOf(memory.endedHolds.values()),
        memory.reversals);
  }

  /** The account that a snapshot was taken of. */
  public static PointsAccount from(Snapshot snapshot) {
    LotBook book = LotBook.empty(snapshot.burnOrder());
    for (Lot lot : snapshot.lots()) {
      book = book.with(lot);
    }
    return new PointsAccount(
        snapshot.member(),
        snapshot.status(),
        snapshot.version(),
        snapshot.sequence(),
        snapshot.clock(),
        snapshot.recordedAt(),
        snapshot.totals(),
        snapshot.activeUntil(),
        snapshot.expirySuspended(),
        book,
        CompactMap.from(Maps.uniqueIndex(snapshot.holds(), Hold::id)),
        AccountMemory.of(
            Maps.uniqueIndex(snapshot.closedLots(), Lot::id),
            Maps.uniqueIndex(snapshot.accruals(), AccountMemory.Accrual::source),
            Maps.uniqueIndex(snapshot.redemptions(), AccountMemory.Redemption::command),
            Maps.uniqueIndex(snapshot.endedHolds(), AccountMemory.EndedHold::hold),
            snapshot.reversals()));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PointsAccount that
        && member.equals(that.member)
        && status.equals(that.status)
        && version == that.version
        && sequence == that.sequence
        && clock.equals(that.clock)
        && recordedAt.equals(that.recordedAt)
        && totals.equals(that.totals)
        && activeUntil.equals(that.activeUntil)
        && expirySuspended == that.expirySuspended
        && book.equals(that.book)
        && holds.equals(that.holds)
        && memory.equals(that.memory);
  }

  @Override
  public int hashCode() {
    return member.hashCode() + 31 * (totals.hashCode() + 31 * Long.hashCode(sequence));
  }

  @Override
  public String toString() {
    return "account of " + member + ": " + totals + ", version " + version + " at " + clock;
  }

  /**
   * An account as plain data; lists are in order of their names.
   *
   * @param member the owner
   * @param status whether it takes commands
   * @param version how many commands it has accepted
   * @param sequence how many entries it has
   * @param clock the latest business instant applied
   * @param recordedAt the knowledge time of the latest entry
   * @param totals the running totals
   * @param activeUntil the date of the lots that live by activity
   * @param expirySuspended whether a status holds expiry off
   * @param burnOrder the order in which lots are consumed
   * @param lots the open lots
   * @param holds the holds that have not ended
   * @param closedLots the lots that are empty but remembered
   * @param accruals what is remembered of activities
   * @param redemptions what is remembered of redemptions
   * @param endedHolds what is remembered of holds
   * @param reversals the commands that were reversals, and when
   */
  public record Snapshot(
      MemberId member,
      AccountStatus status,
      long version,
      long sequence,
      Instant clock,
      Instant recordedAt,
      AccountTotals totals,
      Optional<LotExpiry.At> activeUntil,
      boolean expirySuspended,
      BurnOrder burnOrder,
      List<Lot> lots,
      List<Hold> holds,
      List<Lot> closedLots,
      List<AccountMemory.Accrual> accruals,
      List<AccountMemory.Redemption> redemptions,
      List<AccountMemory.EndedHold> endedHolds,
      Map<CommandId, Instant> reversals) {
    /** A snapshot of these parts. */
    public Snapshot {
      requireNonNull(member, "member");
      requireNonNull(status, "status");
      requireNonNull(clock, "clock");
      requireNonNull(recordedAt, "recordedAt");
      requireNonNull(totals, "totals");
      requireNonNull(activeUntil, "activeUntil");
      requireNonNull(burnOrder, "burnOrder");
      lots = ImmutableList.copyOf(lots);
      holds = ImmutableList.copyOf(holds);
      closedLots = ImmutableList.copyOf(closedLots);
      accruals = ImmutableList.copyOf(accruals);
      redemptions = ImmutableList.copyOf(redemptions);
      endedHolds = ImmutableList.copyOf(endedHolds);
      reversals = ImmutableMap.copyOf(reversals);
    }
  }
}
