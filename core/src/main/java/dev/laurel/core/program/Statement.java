package dev.laurel.core.program;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.ledger.AccountTotals;
import dev.laurel.core.ledger.ExpirySchedule;
import dev.laurel.core.ledger.Lot;
import dev.laurel.core.ledger.PointsAccount;
import dev.laurel.core.points.Balance;
import dev.laurel.core.points.PointType;
import java.time.Instant;
import java.util.List;

/**
 * Where a member stands at an instant: balances, the lots they are made of, and what expires when.
 *
 * @param member the member
 * @param asOf the instant
 * @param accounts one part for each type of points the member has had
 */
public record Statement(MemberId member, Instant asOf, List<Account> accounts) {
  /**
   * The part of one type of points.
   *
   * @param type the points
   * @param balance what can be spent, or is owed
   * @param totals every term of the identity
   * @param lots the usable lots in the order in which they will be spent
   * @param pending the lots that are not usable yet
   * @param expiring when what is available will be gone; its sum is what is available
   */
  public record Account(
      PointType type,
      Balance balance,
      AccountTotals totals,
      List<Lot> lots,
      List<Lot> pending,
      ExpirySchedule expiring) {
    /** A part of these parts. */
    public Account {
      requireNonNull(type, "type");
      requireNonNull(balance, "balance");
      requireNonNull(totals, "totals");
      lots = ImmutableList.copyOf(lots);
      pending = ImmutableList.copyOf(pending);
      requireNonNull(expiring, "expiring");
    }

    static Account of(PointsAccount account, Instant asOf) {
      return new Account(
          account.type(),
          account.balance(asOf),
          account.totals(asOf),
          account.lots(asOf),
          account.pendingLots(asOf),
          account.expiring(asOf));
    }
  }

  /** A statement of these parts. */
  public Statement {
    requireNonNull(member, "member");
    requireNonNull(asOf, "asOf");
    accounts = ImmutableList.copyOf(accounts);
  }

  /**
   * The statement of a member at an instant, which is not before the latest thing that happened to
   * the member; earlier ones are asked of a {@link MemberHistory}.
   */
  public static Statement of(Member member, Instant asOf) {
    return new Statement(
        member.id(),
        asOf,
        member.accounts().values().stream()
            .map(account -> Account.of(account, asOf))
            .collect(ImmutableList.toImmutableList()));
  }
}
