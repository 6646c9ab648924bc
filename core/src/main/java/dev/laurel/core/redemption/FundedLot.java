package dev.laurel.core.redemption;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.identity.Partner;
import dev.laurel.core.ledger.Lot;
import dev.laurel.core.ledger.LotExpiry;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.Points;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/**
 * Points of one lot with what they cost and who bears it: 500 points earned on 10 January that cost
 * EUR 3.00.
 *
 * <p>The ledger knows neither costs nor funders: they are the books' and stand beside its lots.
 *
 * @param id the lot
 * @param points what is left in it
 * @param earnedAt business time of the credit
 * @param expiresAt when it is gone; absent if it never is
 * @param cost what all its points together cost, zero or more
 * @param funder the partner who bears the cost; absent if the program does
 */
public record FundedLot(
    LotId id,
    Points points,
    Instant earnedAt,
    Optional<Instant> expiresAt,
    ExactMoney cost,
    Optional<Partner> funder) {
  /**
   * A lot of checked parts.
   *
   * @throws InvalidValueException RANGE if it holds no points or costs less than nothing
   */
  public FundedLot {
    requireNonNull(id, "id");
    requireNonNull(earnedAt, "earnedAt");
    requireNonNull(expiresAt, "expiresAt");
    requireNonNull(funder, "funder");
    InvalidValueException.check(
        !points.isZero() && !cost.isNegative(),
        FailureCode.RANGE,
        "points",
        "lot '%s' must hold points that cost zero or more: %s, %s",
        id,
        points,
        cost);
  }

  /** What is left of a ledger's lot, with its cost and its funder. */
  public static FundedLot from(Lot lot, ExactMoney cost, Optional<Partner> funder) {
    Optional<Instant> end =
        lot.expiry() instanceof LotExpiry.At at ? Optional.of(at.instant()) : Optional.empty();
    return new FundedLot(lot.id(), lot.remaining(), lot.earnedAt(), end, cost, funder);
  }

  /** The cost of some of the points; all of them cost all of it. */
  ExactMoney costOf(Points some) {
    return cost.times(Ratio.of(some.units(), points.units()), RoundingMode.HALF_EVEN);
  }

  /** The lot without some of its points and their cost; absent where it is used up. */
  Optional<FundedLot> without(Points some) {
    return some.equals(points)
        ? Optional.empty()
        : Optional.of(new FundedLot(
            id, points.minus(some), earnedAt, expiresAt, cost.minus(costOf(some)), funder));
  }
}
