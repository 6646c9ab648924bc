package dev.laurel.core.redemption;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.Points;

/**
 * What a redemption brought for each point: a flight of USD 3,000 for 60,000 points is 5 cents.
 *
 * <p>The price to compare with is a judgement and the caller's: a list price flatters, what the
 * member would have paid does not. The library keeps its kind beside the number and never guesses.
 *
 * @param reference the price in money that the points replaced
 * @param kind what sort of price that is
 * @param stillPayable what was paid in money besides, such as taxes
 * @param spent the points, above zero
 * @param forgone the points that paying in money would have earned
 */
public record RealisedValue(
    ExactMoney reference, PriceKind kind, ExactMoney stillPayable, Points spent, Points forgone) {
  /** What sort of price points are compared with. */
  public enum PriceKind {
    /** The published price. */
    LIST,
    /** The price most buyers pay. */
    USUAL,
    /** What this member would have paid. */
    WILLINGNESS_TO_PAY
  }

  /**
   * A comparison of checked parts.
   *
   * @throws InvalidValueException MIXED_CURRENCY, TYPE_MISMATCH, or RANGE if no points were spent
   */
  public RealisedValue {
    requireNonNull(kind, "kind");
    reference.minus(stillPayable);
    spent.plus(forgone);
    InvalidValueException.check(
        !spent.isZero(), FailureCode.RANGE, "spent", "a redemption must spend points: %s", spent);
  }

  /** A comparison that leaves points forgone aside. */
  public static RealisedValue of(
      ExactMoney reference, PriceKind kind, ExactMoney stillPayable, Points spent) {
    return new RealisedValue(reference, kind, stillPayable, spent, spent.type().zero());
  }

  /** The smallest coins for a point: 5 cents for USD 3,000 and 60,000 points. */
  public Ratio perPoint() {
    return per(spent);
  }

  /**
   * The same with the points forgone counted as spent, since paying in money would have earned
   * them.
   */
  public Ratio perPointWithForgone() {
    return per(spent.plus(forgone));
  }

  private Ratio per(Points points) {
    Ratio perUnit = Ratio.of(reference.minus(stillPayable).minor(), points.units());
    long unitsPerPoint = 1;
    for (int i = 0; i < points.type().scale(); i++) {
      unitsPerPoint *= 10;
    }
    return perUnit.times(unitsPerPoint);
  }
}
