package dev.laurel.core.ledger;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import java.util.List;

/**
 * A part of one lot, such as 40 of the 100 points of lot {@code r-17/base}.
 *
 * @param lot the lot
 * @param points the part, above zero
 */
public record Portion(LotId lot, Points points) {
  /**
   * A part of checked size.
   *
   * @throws InvalidValueException RANGE if there are no points in it
   */
  public Portion {
    requireNonNull(lot, "lot");
    InvalidValueException.check(
        !points.isZero(),
        FailureCode.RANGE,
        "points",
        "a portion of lot '%s' must be above zero: %s",
        lot,
        points);
  }

  /** The sum of the parts. */
  public static Points sum(List<Portion> portions, PointType type) {
    Points sum = type.zero();
    for (Portion portion : portions) {
      sum = sum.plus(portion.points());
    }
    return sum;
  }
}
