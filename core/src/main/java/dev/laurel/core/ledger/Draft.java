package dev.laurel.core.ledger;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.identity.CommandId;
import dev.laurel.core.points.Points;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

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
  private final ImmutableList.Builder<LedgerEntry> entries = ImmutableList.builder();
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
    Optional<Refusal> refusal = command.match(new Decider(this, command, policy, stands));
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
    Optional<Instant> next = next().filter(due -> !due.isAfter(until));
    while (next.isPresent()) {
      cursor = later(cursor, next.get());
      while (actNow()) {}
      next = next().filter(due -> !due.isAfter(until));
    }
    cursor = later(cursor, until);
  }

  /** Whether time has nothing to do: the common case, told apart before anything is tried. */
  private boolean isQuietUntil(Instant until) {
    Tally tally = account.tally();
    return (tally.debt == 0 || tally.available == 0)
        && next().filter(due -> !due.isAfter(until)).isEmpty();
  }

  private Optional<Instant> next() {
    Optional<Instant> soonest = account.nextTimeout();
    soonest = sooner(soonest, account.book().nextActivation());
    if (!account.isExpirySuspended()) {
      soonest = sooner(soonest, account.book().nextExpiry());
      soonest = sooner(soonest, account.activeUntil().map(LotExpiry.At::instant));
    }
    return soonest;
  }

  private static Optional<Instant> sooner(Optional<Instant> one, Optional<Instant> other) {
    return one.isEmpty() || other.filter(one.get()::isAfter).isPresent() ? other : one;
  }

  /** Does the first thing that is due at the cursor, and says whether there was one. */
  private boolean actNow() {
    return expire() || lapse() || repay() || timeOut() || activate();
  }

  private boolean expire() {
    if (account.isExpirySuspended()
        || account.book().nextExpiry().filter(this::isDue).isEmpty()) {
      return false;
    }
    List<Portion> taken = new ArrayList<>();
    Iterator<Lot> lots = account.book().byExpiry();
    while (lots.hasNext()) {
      Lot lot = lots.next();
      if (!(lot.expiry() instanceof LotExpiry.At at) || !isDue(at.instant())) {
        break;
      }
      taken.add(new Portion(lot.id(), lot.remaining()));
    }
    add(new LedgerEntry.Expired(stampAt(cursor), taken));
    return true;
  }

  private boolean lapse() {
    Optional<LotExpiry.At> date = account.activeUntil().filter(at -> isDue(at.instant()));
    if (account.isExpirySuspended() || date.isEmpty()) {
      return false;
    }
    List<Portion> taken = new ArrayList<>();
    Iterator<Lot> lots = account.book().livingByActivity();
    while (lots.hasNext()) {
      Lot lot = lots.next();
      taken.add(new Portion(lot.id(), lot.remaining()));
    }
    add(new LedgerEntry.Lapsed(stampAt(cursor), taken, date.get()));
    return true;
  }

  private boolean repay() {
    Points debt = account.debt().min(account.available());
    if (debt.isZero()) {
      return false;
    }
    add(new LedgerEntry.DebtRepaid(stampAt(cursor), account.allocate(debt)));
    return true;
  }

  private boolean timeOut() {
    Optional<Hold> hold = account.firstToTimeOut().filter(first -> isDue(first.expiresAt()));
    hold.ifPresent(h -> add(new LedgerEntry.HoldTimedOut(stampAt(cursor), h.id(), h.allocation())));
    return hold.isPresent();
  }

  private boolean activate() {
    if (account.book().nextActivation().filter(this::isDue).isEmpty()) {
      return false;
    }
    List<Portion> lots = new ArrayList<>();
    Iterator<Lot> pending = account.book().byActivation();
    while (pending.hasNext()) {
      Lot lot = pending.next();
      if (!(lot.activation() instanceof Activation.At at) || !isDue(at.instant())) {
        break;
      }
      lots.add(new Portion(lot.id(), lot.remaining()));
    }
    lots.sort(Comparator.comparing(Portion::lot));
    add(new LedgerEntry.Activated(stampAt(cursor), lots));
    return true;
  }

  private boolean isDue(Instant due) {
    return !due.isAfter(cursor);
  }
}
