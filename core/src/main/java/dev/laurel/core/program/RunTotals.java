package dev.laurel.core.program;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.ledger.AccountTotals;
import dev.laurel.core.ledger.PointsAccount;
import dev.laurel.core.points.PointType;
import java.time.Instant;
import java.util.Comparator;
import java.util.TreeMap;

/**
 * The sums over many members: what a program has issued, what is outstanding and where the rest
 * went.
 *
 * <p>Sums merge: in whatever order members are added, and however the members are divided, the
 * result is the same.
 *
 * @param members how many members were added
 * @param byType the running totals by type of points, in order of the types' codes; here available
 *     points and debt may both be above zero, since they are those of different members
 */
public record RunTotals(long members, ImmutableSortedMap<PointType, Sums> byType) {
  private static final Comparator<PointType> BY_CODE = Comparator.comparing(PointType::code);

  /**
   * The sums of one type, in its smallest units; the terms are those of {@link AccountTotals}.
   *
   * @param accrued earned by activities
   * @param transferredIn received from other members
   * @param reinstated given back after expiry
   * @param adjustedUp credited by hand
   * @param available usable now
   * @param pending not usable yet
   * @param held set aside
   * @param redeemed spent
   * @param expired lost to time
   * @param reversed taken back
   * @param forfeited lost with accounts
   * @param transferredOut given to other members
   * @param adjustedDown debited by hand
   * @param debt owed
   */
  public record Sums(
      long accrued,
      long transferredIn,
      long reinstated,
      long adjustedUp,
      long available,
      long pending,
      long held,
      long redeemed,
      long expired,
      long reversed,
      long forfeited,
      long transferredOut,
      long adjustedDown,
      long debt) {
    private static final Sums ZERO = new Sums(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    static Sums of(AccountTotals totals) {
      return new Sums(
          totals.accrued(),
          totals.transferredIn(),
          totals.reinstated(),
          totals.adjustedUp(),
          totals.available(),
          totals.pending(),
          totals.held(),
          totals.redeemed(),
          totals.expired(),
          totals.reversed(),
          totals.forfeited(),
          totals.transferredOut(),
          totals.adjustedDown(),
          totals.debt());
    }

    Sums plus(Sums other) {
      return new Sums(
          Math.addExact(accrued, other.accrued),
          Math.addExact(transferredIn, other.transferredIn),
          Math.addExact(reinstated, other.reinstated),
          Math.addExact(adjustedUp, other.adjustedUp),
          Math.addExact(available, other.available),
          Math.addExact(pending, other.pending),
          Math.addExact(held, other.held),
          Math.addExact(redeemed, other.redeemed),
          Math.addExact(expired, other.expired),
          Math.addExact(reversed, other.reversed),
          Math.addExact(forfeited, other.forfeited),
          Math.addExact(transferredOut, other.transferredOut),
          Math.addExact(adjustedDown, other.adjustedDown),
          Math.addExact(debt, other.debt));
    }

    /** What came in: the left side of the identity. */
    public long in() {
      return Math.addExact(
          Math.addExact(accrued, transferredIn), Math.addExact(reinstated, adjustedUp));
    }

    /** What is there or went out, less what is owed: the right side of the identity. */
    public long out() {
      long there = Math.addExact(available, Math.addExact(pending, held));
      long gone =
          Math.addExact(redeemed, Math.addExact(expired, Math.addExact(reversed, forfeited)));
      long given = Math.addExact(transferredOut, adjustedDown);
      return Math.subtractExact(Math.addExact(there, Math.addExact(gone, given)), debt);
    }
  }

  /** Sums of these parts. */
  public RunTotals {
    requireNonNull(byType, "byType");
  }

  /** The sums over no members. */
  public static RunTotals none() {
    return new RunTotals(
        0, ImmutableSortedMap.<PointType, Sums>orderedBy(BY_CODE).build());
  }

  /** These sums and those of one more member at an instant. */
  public RunTotals plus(Member member, Instant asOf) {
    TreeMap<PointType, Sums> sums = new TreeMap<>(byType);
    for (PointsAccount account : member.accounts().values()) {
      Instant at = asOf.isBefore(account.clock()) ? account.clock() : asOf;
      sums.merge(account.type(), Sums.of(account.totals(at)), Sums::plus);
    }
    return new RunTotals(members + 1, ImmutableSortedMap.copyOfSorted(sums));
  }

  /** The sums over both sets of members. */
  public RunTotals merge(RunTotals other) {
    TreeMap<PointType, Sums> sums = new TreeMap<>(byType);
    other.byType.forEach((type, more) -> sums.merge(type, more, Sums::plus));
    return new RunTotals(
        Math.addExact(members, other.members), ImmutableSortedMap.copyOfSorted(sums));
  }

  /** The sums of a type; zero where there are none. */
  public Sums of(PointType type) {
    return byType.getOrDefault(type, Sums.ZERO);
  }
}
