package dev.laurel.core.valuation;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.PointType;
import dev.laurel.core.points.Points;
import dev.laurel.core.valuation.JournalEntry.Event;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * The points of a program whose issuer accrues what redemptions will cost, as card issuers do.
 *
 * <p>The liability is the redemptions still expected, times what a point costs: of 10,000 points of
 * which 9,000 are expected to be redeemed at EUR 0.008, 2,000 have been: EUR 56.00. The expense of
 * an event is what was paid and the change of the liability. A changed expectation runs through
 * expense for all points still outstanding.
 *
 * @param unitCost what a point costs
 * @param expected the redemptions expected in all, those to date included
 * @param redeemed the redemptions to date
 */
public record CostAccrual(PointRate unitCost, Points expected, Points redeemed) {
  /**
   * What an event costs.
   *
   * @param expense what goes through expense; below zero where less is expected
   * @param paid what was paid for redemptions
   * @param next the accrual afterwards
   */
  public record Change(ExactMoney expense, ExactMoney paid, CostAccrual next) {
    /** A change of these parts. */
    public Change {
      requireNonNull(expense, "expense");
      requireNonNull(paid, "paid");
      requireNonNull(next, "next");
    }

    /** The entry of the event. */
    public JournalEntry entry(LocalDate date, Event event, String subject) {
      return JournalEntry.on(date, event, subject)
          .debit(AccountRole.REWARDS_EXPENSE, expense)
          .debit(AccountRole.REWARDS_LIABILITY, paid.minus(expense))
          .credit(AccountRole.CASH, paid)
          .build();
    }
  }

  /** An accrual of these parts. */
  public CostAccrual {
    requireNonNull(unitCost, "unitCost");
    // Sums tell points of another type.
    expected.plus(redeemed).plus(unitCost.points());
  }

  /** An accrual before any points. */
  public static CostAccrual open(PointRate unitCost) {
    PointType type = unitCost.points().type();
    return new CostAccrual(unitCost, type.zero(), type.zero());
  }

  /** Points issued of which some are expected to be redeemed. */
  public Change issue(Points expectedOfThem) {
    return changed(nothing(), new CostAccrual(unitCost, expected.plus(expectedOfThem), redeemed));
  }

  /** Another expectation of all redemptions, those to date included. */
  public Change reestimate(Points allRedemptions) {
    return changed(nothing(), new CostAccrual(unitCost, allRedemptions, redeemed));
  }

  /** Another cost of a point, for all that are still expected. */
  public Change reprice(PointRate cost) {
    return changed(nothing(), new CostAccrual(cost, expected, redeemed));
  }

  /** Points redeemed, and what that cost in fact. */
  public Change redeem(Points points, ExactMoney cost) {
    return changed(cost, new CostAccrual(unitCost, expected, redeemed.plus(points)));
  }

  /** What the redemptions still expected will cost; nothing where there were more than expected. */
  public ExactMoney liability() {
    return unitCost.worth(expected.minusAtMost(redeemed), RoundingMode.HALF_EVEN);
  }

  private ExactMoney nothing() {
    return unitCost.money().minus(unitCost.money());
  }

  private Change changed(ExactMoney paid, CostAccrual next) {
    return new Change(paid.plus(next.liability()).minus(liability()), paid, next);
  }
}
