package dev.laurel.core.redemption;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.LotId;
import dev.laurel.core.identity.Partner;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.Points;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Which lots a redemption would take, what that costs and who bears it.
 *
 * <p>Cost is conserved to the last coin: what is drawn and what is left cost what the lots cost.
 *
 * @param draws what each lot gives, in burn order
 * @param left what remains of the lots, in burn order
 * @param cost what the drawn points cost
 */
public record BurnPlan(List<Draw> draws, List<FundedLot> left, ExactMoney cost) {
  /**
   * What one lot gives.
   *
   * @param lot the lot
   * @param points the points, above zero
   * @param cost their cost
   * @param funder who bears it; absent if the program does
   */
  public record Draw(LotId lot, Points points, ExactMoney cost, Optional<Partner> funder) {
    /** A draw of these parts. */
    public Draw {
      requireNonNull(lot, "lot");
      requireNonNull(points, "points");
      requireNonNull(cost, "cost");
      requireNonNull(funder, "funder");
    }
  }

  /** A plan of these parts. */
  public BurnPlan {
    draws = ImmutableList.copyOf(draws);
    left = ImmutableList.copyOf(left);
    requireNonNull(cost, "cost");
  }

  /**
   * The plan for a number of points.
   *
   * @throws InvalidValueException RANGE if the lots hold fewer, REQUIRED without lots,
   *     TYPE_MISMATCH or MIXED_CURRENCY
   */
  public static BurnPlan of(Collection<FundedLot> lots, BurnRanking ranking, Points points) {
    InvalidValueException.check(
        !lots.isEmpty(), FailureCode.REQUIRED, "lots", "a burn plan must have lots");
    ImmutableList.Builder<Draw> draws = ImmutableList.builder();
    ImmutableList.Builder<FundedLot> left = ImmutableList.builder();
    ExactMoney first = lots.iterator().next().cost();
    ExactMoney cost = first.minus(first);
    Points open = points;
    for (FundedLot lot : ImmutableList.sortedCopyOf(ranking.comparator(), lots)) {
      Points part = open.min(lot.points());
      open = open.minus(part);
      // Also where nothing is drawn: amounts of another currency must not pass unseen.
      cost = cost.plus(lot.costOf(part));
      if (!part.isZero()) {
        draws.add(new Draw(lot.id(), part, lot.costOf(part), lot.funder()));
      }
      lot.without(part).ifPresent(left::add);
    }
    InvalidValueException.check(
        open.isZero(),
        FailureCode.RANGE,
        "points",
        "a burn plan must find its points in the lots: %s, missing %s",
        points,
        open);
    return new BurnPlan(draws.build(), left.build(), cost);
  }

  /** The part of the cost that a partner bears. */
  public ExactMoney costOf(Partner funder) {
    return costWhere(Optional.of(funder));
  }

  /** The part of the cost that the program bears. */
  public ExactMoney ownCost() {
    return costWhere(Optional.empty());
  }

  private ExactMoney costWhere(Optional<Partner> funder) {
    ExactMoney sum = cost.minus(cost);
    for (Draw draw : draws) {
      sum = draw.funder().equals(funder) ? sum.plus(draw.cost()) : sum;
    }
    return sum;
  }
}
