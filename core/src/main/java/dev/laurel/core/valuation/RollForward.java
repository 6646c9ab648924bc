package dev.laurel.core.valuation;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.PointsOverflowException;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointType;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a balance went from the start of a period to its end: 7,559 and 658 issued, less 543 and 30
 * redeemed, are 7,644.
 *
 * <p>It foots: the opening balance and the movements are the closing balance, or it cannot be made.
 *
 * @param unit what is counted
 * @param opening the balance at the start, in smallest units
 * @param movements what was added, or taken where it is below zero, by kind; without zeros
 * @param closing the balance at the end, in smallest units
 */
public record RollForward(
    Unit unit, long opening, ImmutableSortedMap<Movement, Long> movements, long closing) {
  /** What a balance is counted in. */
  public sealed interface Unit {
    /**
     * Points.
     *
     * @param type the type of points
     */
    record Counted(PointType type) implements Unit {
      /** Points of this type. */
      public Counted {
        requireNonNull(type, "type");
      }
    }

    /**
     * Money.
     *
     * @param currency the ISO 4217 code
     */
    record Currency(String currency) implements Unit {
      /** Money of this currency. */
      public Currency {
        ExactMoney.zero(currency);
      }
    }
  }

  /** Why a balance of points, or of the money for them, moves; in the order of a table. */
  public enum Movement {
    /** Points issued, or money deferred for them. */
    ISSUED,
    /** Points credited by hand or given back after expiry. */
    ADJUSTED_UP,
    /** Points received from other accounts. */
    TRANSFERRED_IN,
    /** Points redeemed, or money recognised for them. */
    REDEEMED,
    /** Redemptions taken back, or their money. */
    RESTORED,
    /** Money recognised for the past because an estimate changed. */
    CATCH_UP,
    /** Points that time took, or money recognised for them. */
    EXPIRED,
    /** Points lost with their accounts. */
    FORFEITED,
    /** Points taken back with their sales, or their money. */
    CLAWED_BACK,
    /** Points debited by hand. */
    ADJUSTED_DOWN,
    /** Points given to other accounts. */
    TRANSFERRED_OUT,
    /** Money that is owed to somebody else for points that are gone. */
    OWED_TO_OTHERS,
    /** Anything else, such as rewards that are not the program's own. */
    OTHER
  }

  /**
   * A table that foots.
   *
   * @throws InvalidValueException TOTAL_MISMATCH, telling the difference
   * @throws PointsOverflowException if a sum does not fit
   */
  public RollForward {
    requireNonNull(unit, "unit");
    TreeMap<Movement, Long> some = new TreeMap<>(movements);
    some.values().removeIf(amount -> amount == 0);
    movements = ImmutableSortedMap.copyOfSorted(some);
    long sum = opening;
    for (long amount : movements.values()) {
      sum = plus(sum, amount);
    }
    InvalidValueException.check(
        sum == closing,
        FailureCode.TOTAL_MISMATCH,
        "closing",
        "a roll-forward must foot: opening %s, movements %s, closing %s, difference %s",
        opening,
        movements,
        closing,
        closing - sum);
  }

  /** A table of points, in the smallest units of their type. */
  public static RollForward ofPoints(
      PointType type, long opening, Map<Movement, Long> movements, long closing) {
    return new RollForward(
        new Unit.Counted(type), opening, ImmutableSortedMap.copyOf(movements), closing);
  }

  /**
   * A table of money.
   *
   * @throws InvalidValueException MIXED_CURRENCY
   */
  public static RollForward ofMoney(
      ExactMoney opening, Map<Movement, ExactMoney> movements, ExactMoney closing) {
    TreeMap<Movement, Long> minor = new TreeMap<>();
    movements.forEach((movement, amount) ->
        minor.put(movement, amount.plus(opening.minus(opening)).minor()));
    return new RollForward(
        new Unit.Currency(opening.currency()),
        opening.minor(),
        ImmutableSortedMap.copyOfSorted(minor),
        closing.plus(opening.minus(opening)).minor());
  }

  /** The sum of one kind of movement, zero if there was none. */
  public long movement(Movement movement) {
    return movements.getOrDefault(requireNonNull(movement, "movement"), 0L);
  }

  /**
   * The same period of another part, such as another cohort: all numbers are added.
   *
   * @throws InvalidValueException TYPE_MISMATCH if the other counts something else
   */
  public RollForward plus(RollForward other) {
    checkUnit(other);
    return new RollForward(
        unit, plus(opening, other.opening), moved(other), plus(closing, other.closing));
  }

  /**
   * This period and the next as one.
   *
   * @throws InvalidValueException TYPE_MISMATCH if the next counts something else, TOTAL_MISMATCH
   *     if it does not open as this one closes
   */
  public RollForward then(RollForward next) {
    checkUnit(next);
    InvalidValueException.check(
        closing == next.opening,
        FailureCode.TOTAL_MISMATCH,
        "opening",
        "a period must open as the one before closes: closing %s, opening %s, difference %s",
        closing,
        next.opening,
        next.opening - closing);
    return new RollForward(unit, opening, moved(next), next.closing);
  }

  private void checkUnit(RollForward other) {
    InvalidValueException.check(
        unit.equals(other.unit),
        FailureCode.TYPE_MISMATCH,
        "unit",
        "roll-forwards must count the same: %s and %s",
        unit,
        other.unit);
  }

  private ImmutableSortedMap<Movement, Long> moved(RollForward other) {
    TreeMap<Movement, Long> sums = new TreeMap<>(movements);
    other.movements.forEach((movement, more) -> sums.merge(movement, more, RollForward::plus));
    return ImmutableSortedMap.copyOfSorted(sums);
  }

  private static long plus(long one, long other) {
    long sum = one + other;
    if (((one ^ sum) & (other ^ sum)) < 0) {
      throw PointsOverflowException.of(one, "+", other);
    }
    return sum;
  }
}
