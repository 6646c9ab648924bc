package dev.laurel.tiers.migration;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.points.PointType;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What becomes of points of a type that the next version does not have: ten old ones are one new
 * point, or they lapse.
 *
 * <p>What a member can spend, or owes, is exchanged as one sum and rounded once; the new points
 * expire as if they had been earned at the change.
 *
 * @param from the type that is gone
 * @param to the type of the next version; absent where the points lapse and debts are forgiven
 * @param rate smallest units of the new type for one smallest unit of the old
 * @param rounding what becomes of a fraction
 */
public record PointsExchange(
    PointType from, Optional<PointType> to, Ratio rate, RoundingMode rounding) {
  /**
   * A checked exchange.
   *
   * @throws InvalidValueException RANGE if the rate is negative, or nothing where points go over
   */
  public PointsExchange {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    requireNonNull(rate, "rate");
    requireNonNull(rounding, "rounding");
    InvalidValueException.check(
        to.isPresent() ? rate.isPositive() : rate.isZero(),
        FailureCode.RANGE,
        "rate",
        "an exchange of '%s' must give something for something: %s",
        from,
        rate);
  }

  /** So many new smallest units for each old one. */
  public static PointsExchange of(PointType from, PointType to, Ratio rate, RoundingMode rounding) {
    return new PointsExchange(from, Optional.of(to), rate, rounding);
  }

  /** Nothing for them. */
  public static PointsExchange lapse(PointType from) {
    return new PointsExchange(from, Optional.empty(), Ratio.ZERO, RoundingMode.DOWN);
  }

  /** What so many old smallest units are worth, in new ones. */
  public long worth(long units) {
    return rate.times(units).roundToLong(rounding);
  }
}
