package dev.laurel.core.ledger;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.time.Instant;
import java.util.Optional;

/**
 * The ledger of {@link PackedAccount}s: four kinds of command, about a hundred times faster than
 * {@link Ledger} and with the same outcome.
 *
 * <p>Accruals that are usable at once and expire after a day or never, redemptions, expiry, and
 * manual debits with the policy's {@link Remainder}. There is nothing else here: no holds, pending
 * points, reversals, transfers, merges or status, no command ids, versions or entries, and the day
 * is the smallest time. An accrual of several grants is given as several, soonest last day first.
 *
 * <p>Each command says which day it happened and answers with a refusal's code, or with nothing if
 * it was carried out. A refused command leaves no trace. One that comes late is judged on the
 * latest day that the account knows, as in {@link Ledger}. Totals of a lifetime are not kept: a
 * command for which nothing but they would exceed 64 bits is refused there and carried out here.
 */
public final class PackedLedger {
  private static final Optional<RefusalCode> ACCEPTED = Optional.empty();
  // Made once, since a fold over millions should allocate nothing.
  private static final Optional<RefusalCode> ZERO = Optional.of(RefusalCode.POINTS_ZERO);
  private static final Optional<RefusalCode> LIMIT = Optional.of(RefusalCode.POINTS_LIMIT);
  private static final Optional<RefusalCode> OVERFLOW = Optional.of(RefusalCode.POINTS_OVERFLOW);
  private static final Optional<RefusalCode> TOO_FEW = Optional.of(RefusalCode.INSUFFICIENT_POINTS);
  private static final Optional<RefusalCode> TOO_MUCH_DEBT = Optional.of(RefusalCode.DEBT_LIMIT);

  private final LedgerPolicy policy;
  private final long accountLimit;
  private final boolean forgives;
  private final long debtLimit;

  private PackedLedger(LedgerPolicy policy) {
    this.policy = policy;
    this.accountLimit = Math.min(policy.accountLimit(), PackedAccount.MOST_POINTS);
    this.forgives = policy.remainder() instanceof Remainder.WriteOff;
    this.debtLimit = policy.remainder() instanceof Remainder.Debt debt ? debt.limit() : 0;
  }

  /**
   * The ledger under this policy.
   *
   * <p>An account limit above {@link PackedAccount#MOST_POINTS} is held to that.
   *
   * @throws InvalidValueException VALUE_INVALID if the policy burns in another order than
   *     {@link BurnOrder#SOONEST_EXPIRY} or has closed books, which this ledger does not know
   */
  public static PackedLedger of(LedgerPolicy policy) {
    InvalidValueException.check(
        requireNonNull(policy, "policy").burnOrder() == BurnOrder.SOONEST_EXPIRY,
        FailureCode.VALUE_INVALID,
        "burnOrder",
        "a packed ledger must burn by SOONEST_EXPIRY: %s",
        policy.burnOrder());
    InvalidValueException.check(
        policy.closedBefore().isEmpty(),
        FailureCode.VALUE_INVALID,
        "closedBefore",
        "a packed ledger must have open books: closed before %s",
        policy.closedBefore());
    return new PackedLedger(policy);
  }

  /** The most points that an account may have. */
  public long accountLimit() {
    return accountLimit;
  }

  /** The number of the day, in the program's zone, to which an instant belongs. */
  public int day(Instant instant) {
    return PackedAccount.day(instant, policy.calendar());
  }

  /**
   * Credits points that are usable at once and through their last day, which is not before the day
   * of earning and may be {@link PackedAccount#NEVER}.
   */
  public Optional<RefusalCode> accrue(PackedAccount account, int day, int lastDay, long points) {
    checkLastDay(day, lastDay);
    int now = effective(account, day, points);
    if (points > accountLimit - account.spendable(now)) {
      return LIMIT;
    }
    account.pass(now);
    account.credit(lastDay, points);
    return ACCEPTED;
  }

  /** Spends points, of which there must be enough. */
  public Optional<RefusalCode> redeem(PackedAccount account, int day, long points) {
    int now = effective(account, day, points);
    if (points == 0) {
      return ZERO;
    }
    if (points > account.spendable(now)) {
      return TOO_FEW;
    }
    account.pass(now);
    account.take(points);
    return ACCEPTED;
  }

  /** Debits points by hand; the policy says what happens where there are too few. */
  public Optional<RefusalCode> adjustDown(PackedAccount account, int day, long points) {
    int now = effective(account, day, points);
    if (points == 0) {
      return ZERO;
    }
    long there = Math.min(points, account.spendable(now));
    long missing = points - there;
    long owed = account.debt() + missing;
    if (missing > 0 && !forgives) {
      if (debtLimit == 0) {
        return TOO_FEW;
      }
      if (owed < 0) {
        return OVERFLOW;
      }
      if (owed > debtLimit) {
        return TOO_MUCH_DEBT;
      }
    }
    account.pass(now);
    account.take(there);
    if (!forgives) {
      account.owe(missing);
    }
    return ACCEPTED;
  }

  /** Lets time act, and nothing else; every other command does so as well. */
  public Optional<RefusalCode> expire(PackedAccount account, int day) {
    account.pass(effective(account, day, 0));
    return ACCEPTED;
  }

  /** The day on which a command is judged. */
  private static int effective(PackedAccount account, int day, long points) {
    check(day, points);
    return Math.max(day, account.today());
  }

  static void check(int day, long points) {
    if (day < PackedAccount.FIRST_DAY || day > PackedAccount.LAST_DAY || points < 0) {
      throw invalid(day, points);
    }
  }

  private static InvalidValueException invalid(int day, long points) {
    return points < 0
        ? new InvalidValueException(
            FailureCode.POINTS_NEGATIVE, "points", "points must not be negative: " + points)
        : new InvalidValueException(
            FailureCode.TIME_RANGE, "day", "day must lie in the years 1971 to 9999: " + day);
  }

  static void checkLastDay(int day, int lastDay) {
    if (lastDay < day || (lastDay > PackedAccount.LAST_DAY && lastDay != PackedAccount.NEVER)) {
      throw new InvalidValueException(
          FailureCode.EXPIRY_INVALID,
          "lastDay",
          "last day must lie between the day of earning and the year 9999: earned " + day
              + ", last " + lastDay);
    }
  }
}
