package dev.laurel.core.ledger;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.internal.CompactMap;
import dev.laurel.core.points.Points;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A decision in the making: the entries so far, the account after them, and what time does to it.
 *
 * <p>Lives only within one call; refused drafts are dropped.
 */
final class Draft {
  private final AccountWriter account;
  private final CommandId cause;
  private final Instant occurredAt;
  private final Instant recordedAt;
  private final long version;
  private final ImmutableList.Builder<LedgerEntry> entries =
      ImmutableList.builderWithExpectedSize(1);
  private Instant cursor;

  private Draft(
      AccountWriter account,
      CommandId cause,
      Instant occurredAt,
      Instant recordedAt,
      long version) {
    this.account = account;
    this.cause = cause;
    this.occurredAt = occurredAt;
    this.recordedAt = recordedAt;
    this.version = version;
    this.cursor = account.clock();
  }

  static Draft of(PointsAccount account, BurnOrder order, LedgerCommand command) {
    AccountWriter writer = AccountWriter.of(account, order);
    // Knowledge time never goes back, even if the clock that stamped the command did.
    Instant recordedAt = later(account.recordedAt(), command.recordedAt());
    return new Draft(writer, command.id(), command.occurredAt(), recordedAt, account.version() + 1);
  }

  static Draft of(PointsAccount account, BurnOrder order, CommandId cause) {
    AccountWriter writer = AccountWriter.of(account, order);
    return new Draft(writer, cause, account.clock(), account.recordedAt(), account.version());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** Time's doings, the command's, and what time makes of those. */
  Optional<Refusal> carryOut(LedgerCommand command, LedgerPolicy policy, boolean stands) {
    settle(effectiveAt());
    Optional<Refusal> refusal = command.match(new Decider(this, policy, stands));
    settle(effectiveAt());
    return refusal;
  }

  /**
   * The instant against which a command is judged: its own, or the account's clock if that is
   * ahead.
   */
  Instant effectiveAt() {
    return later(occurredAt, account.clock());
  }

  Instant occurredAt() {
    return occurredAt;
  }

  /** The stamp of the command's next entry. */
  EntryStamp stamp() {
    return stampAt(occurredAt);
  }

  private EntryStamp stampAt(Instant at) {
    return new EntryStamp(account.sequence() + 1, version, cause, account.member(), at, recordedAt);
  }

  void add(LedgerEntry entry) {
    account.apply(entry);
    entries.add(entry);
  }

  AccountWriter writer() {
    return account;
  }

  ImmutableList<LedgerEntry> entries() {
    return entries.build();
  }

  PointsAccount account() {
    return account.account(later(account.clock(), cursor));
  }

  /**
   * Lets time pass until an instant, included.
   *
   * <p>At one instant: what has reached its date goes first, then holds time out, then pending lots
   * become usable; debt is repaid as soon as there is anything to repay it with.
   */
  void settle(Instant until) {
    if (isQuietUntil(later(cursor, until))) {
      cursor = later(cursor, until);
      return;
    }
    while (actNow()) {}
    Instant next = nextBy(until);
    while (next != null) {
      cursor = later(cursor, next);
      while (actNow()) {}
      next = nextBy(until);
    }
    cursor = later(cursor, until);
  }

  /** Whether time has nothing to do: the common case, told apart before anything is tried. */
  private boolean isQuietUntil(Instant until) {
    Tally tally = account.tally();
    return (tally.debt == 0 || tally.available == 0) && nextBy(until) == null;
  }

  /** Whether time does nothing to an account until an instant, so that no draft is needed. */
  static boolean isQuietUntil(Instant until, PointsAccount account) {
    AccountTotals totals = account.totals();
    return (totals.debt() == 0 || totals.available() == 0)
        && nextBy(
                until,
                account.book(),
                account.openHolds(),
                account.activeUntil(),
                account.isExpirySuspended())
            == null;
  }

  /** The first instant until this one at which time has something to do, if there is one. */
  private @Nullable Instant nextBy(Instant until) {
    return nextBy(
        until, account.book(), account.holds(), account.activeUntil(), account.isExpirySuspended());
  }

  private static @Nullable Instant nextBy(
      Instant until,
      LotBook book,
      CompactMap<CommandId, Hold> holds,
      Optional<LotExpiry.At> activeUntil,
      boolean expirySuspended) {
    Hold hold = Hold.firstToTimeOut(holds);
    Instant next = sooner(hold == null ? null : hold.expiresAt(), book.nextActivation());
    if (!expirySuspended) {
      next = sooner(next, book.nextExpiry());
      next = sooner(next, activeUntil.map(LotExpiry.At::instant).orElse(null));
    }
    return next == null || next.isAfter(until) ? null : next;
  }

  private static @Nullable Instant sooner(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && one.isAfter(other)) ? other : one;
  }

  /** Does the first thing that is due at the cursor, and says whether there was one. */
  private boolean actNow() {
    return expire() || lapse() || repay() || timeOut() || activate();
  }

  private boolean expire() {
    if (account.isExpirySuspended() || !isDue(account.book().nextExpiry())) {
      return false;
    }
    add(new LedgerEntry.Expired(stampAt(cursor), whole(account.book().expiringBy(cursor))));
    return true;
  }

  /** All that these lots have left. */
  private static List<Portion> whole(List<Lot> lots) {
    ImmutableList.Builder<Portion> portions = ImmutableList.builderWithExpectedSize(lots.size());
    for (Lot lot : lots) {
      portions.add(new Portion(lot.id(), lot.remaining()));
    }
    return portions.build();
  }

  private boolean lapse() {
    Optional<LotExpiry.At> date = account.activeUntil();
    if (account.isExpirySuspended() || date.isEmpty() || !isDue(date.get().instant())) {
      return false;
    }
    List<Lot> lots = ImmutableList.copyOf(account.book().livingByActivity());
    add(new LedgerEntry.Lapsed(stampAt(cursor), whole(lots), date.get()));
    return true;
  }

  private boolean repay() {
    Tally tally = account.tally();
    if (tally.debt == 0 || tally.available == 0) {
      return false;
    }
    Points debt = account.debt().min(account.available());
    add(new LedgerEntry.DebtRepaid(stampAt(cursor), account.allocate(debt)));
    return true;
  }

  private boolean timeOut() {
    Hold hold = Hold.firstToTimeOut(account.holds());
    if (hold == null || !isDue(hold.expiresAt())) {
      return false;
    }
    add(new LedgerEntry.HoldTimedOut(stampAt(cursor), hold.id(), hold.allocation()));
    return true;
  }

  private boolean activate() {
    if (!isDue(account.book().nextActivation())) {
      return false;
    }
    add(new LedgerEntry.Activated(stampAt(cursor), whole(account.book().activatingBy(cursor))));
    return true;
  }

  private boolean isDue(@Nullable Instant due) {
    return due != null && !due.isAfter(cursor);
  }
}
