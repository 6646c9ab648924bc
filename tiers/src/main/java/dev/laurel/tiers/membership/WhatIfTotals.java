package dev.laurel.tiers.membership;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Sets;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.PointType;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * The differences that a changed program makes over many members: a sum, which merges in any order.
 *
 * @param question what was asked
 * @param members how many members were looked at
 * @param changed for how many of them anything would be different
 * @param points the points by type, in smallest units
 * @param moves how many members would be in which tier instead of which, by ladder
 * @param rejectedNow how many events are rejected
 * @param rejectedThen how many events would be rejected
 */
public record WhatIfTotals(
    WhatIf question,
    long members,
    long changed,
    ImmutableSortedMap<PointType, Sums> points,
    ImmutableSortedMap<Move, Long> moves,
    long rejectedNow,
    long rejectedThen) {
  private static final Comparator<PointType> BY_CODE = Comparator.comparing(PointType::code);

  /**
   * Points of one type over all members, in smallest units.
   *
   * @param issuedNow earned and not taken back
   * @param issuedThen the same under the other program
   * @param balanceNow what can be spent less what is owed
   * @param balanceThen the same under the other program
   * @param expiredNow what time has taken
   * @param expiredThen the same under the other program
   */
  public record Sums(
      long issuedNow,
      long issuedThen,
      long balanceNow,
      long balanceThen,
      long expiredNow,
      long expiredThen) {
    private static final Sums ZERO = new Sums(0, 0, 0, 0, 0, 0);

    Sums plus(Sums other) {
      return new Sums(
          Math.addExact(issuedNow, other.issuedNow),
          Math.addExact(issuedThen, other.issuedThen),
          Math.addExact(balanceNow, other.balanceNow),
          Math.addExact(balanceThen, other.balanceThen),
          Math.addExact(expiredNow, other.expiredNow),
          Math.addExact(expiredThen, other.expiredThen));
    }

    /** How many more points would have been issued. */
    public long issuedDifference() {
      return Math.subtractExact(issuedThen, issuedNow);
    }
  }

  /**
   * A tier and what it would be instead; the same where nothing moves.
   *
   * @param ladder the ladder's code
   * @param now the tier's code; empty where the program has no such ladder
   * @param then the code of the tier that it would be; empty where the other program has no such
   *     ladder
   */
  public record Move(String ladder, String now, String then) implements Comparable<Move> {
    /** A move of these parts. */
    public Move {
      requireNonNull(ladder, "ladder");
      requireNonNull(now, "now");
      requireNonNull(then, "then");
    }

    @Override
    public int compareTo(Move other) {
      return Comparator.comparing(Move::ladder)
          .thenComparing(Move::now)
          .thenComparing(Move::then)
          .compare(this, other);
    }
  }

  /** Totals of these parts. */
  public WhatIfTotals {
    requireNonNull(question, "question");
    requireNonNull(points, "points");
    requireNonNull(moves, "moves");
  }

  /** The totals over no members. */
  public static WhatIfTotals none(WhatIf question) {
    return new WhatIfTotals(
        question,
        0,
        0,
        ImmutableSortedMap.<PointType, Sums>orderedBy(BY_CODE).build(),
        ImmutableSortedMap.of(),
        0,
        0);
  }

  /** These totals and one more member. */
  public WhatIfTotals plus(MemberDifference one) {
    TreeMap<PointType, Sums> sums = new TreeMap<>(points);
    one.now().issued().keySet().forEach(type -> sums.putIfAbsent(type, Sums.ZERO));
    one.then().issued().keySet().forEach(type -> sums.putIfAbsent(type, Sums.ZERO));
    sums.replaceAll((type, sum) -> sum.plus(sums(one, type)));
    TreeMap<Move, Long> moved = new TreeMap<>(moves);
    Map<String, String> now = one.now().tiers();
    Map<String, String> then = one.then().tiers();
    for (String ladder : Sets.union(now.keySet(), then.keySet())) {
      Move move = new Move(ladder, now.getOrDefault(ladder, ""), then.getOrDefault(ladder, ""));
      moved.merge(move, 1L, Long::sum);
    }
    return new WhatIfTotals(
        question,
        members + 1,
        changed + (one.isChanged() ? 1 : 0),
        ImmutableSortedMap.copyOfSorted(sums),
        ImmutableSortedMap.copyOf(moved),
        rejectedNow + one.now().rejected(),
        rejectedThen + one.then().rejected());
  }

  /**
   * The totals over both sets of members.
   *
   * @throws InvalidValueException VALUE_INVALID if they answer different questions
   */
  public WhatIfTotals merge(WhatIfTotals other) {
    InvalidValueException.check(
        question.equals(other.question),
        FailureCode.VALUE_INVALID,
        "question",
        "totals must answer one question: %s version %s as of %s, %s version %s as of %s",
        question.then().points().latest().id(),
        question.then().points().latest().version(),
        question.asOf(),
        other.question.then().points().latest().id(),
        other.question.then().points().latest().version(),
        other.question.asOf());
    TreeMap<PointType, Sums> sums = new TreeMap<>(points);
    other.points.forEach((type, more) -> sums.merge(type, more, Sums::plus));
    TreeMap<Move, Long> moved = new TreeMap<>(moves);
    other.moves.forEach((move, count) -> moved.merge(move, count, Long::sum));
    return new WhatIfTotals(
        question,
        members + other.members,
        changed + other.changed,
        ImmutableSortedMap.copyOfSorted(sums),
        ImmutableSortedMap.copyOf(moved),
        rejectedNow + other.rejectedNow,
        rejectedThen + other.rejectedThen);
  }

  /** The points of a type; zero where there are none. */
  public Sums of(PointType type) {
    return points.getOrDefault(type, Sums.ZERO);
  }

  /**
   * What the difference in issued points costs at an expected cost per point, below zero where less
   * would be issued: 1,000 more points at EUR 0.60 for 100 are EUR 6.00.
   */
  public ExactMoney cost(PointRate expected, RoundingMode rounding) {
    Ratio perUnit = Ratio.of(expected.money().minor(), expected.points().units());
    long units = of(expected.points().type()).issuedDifference();
    return ExactMoney.ofMinor(
        expected.money().currency(), perUnit.times(units).roundToLong(rounding));
  }

  private static Sums sums(MemberDifference one, PointType type) {
    return new Sums(
        of(one.now().issued(), type),
        of(one.then().issued(), type),
        of(one.now().balances(), type),
        of(one.then().balances(), type),
        of(one.now().expired(), type),
        of(one.then().expired(), type));
  }

  private static long of(Map<PointType, Long> map, PointType type) {
    return map.getOrDefault(type, 0L);
  }
}
