package dev.laurel.core.economics;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.Points;
import java.math.RoundingMode;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a program gives back per unit of spend, and what spend it must bring.
 *
 * <p>At 1 point per euro, 200 points worth EUR 1.00, 80 % ever redeemed and a redemption costing 70
 * % of its face, the headline says 0.5 %, members get 0.4 %, and it costs 0.28 %.
 */
@Value.Immutable
public abstract class ProgramEconomics {
  ProgramEconomics() {}

  /** What is earned: 1 point for EUR 1.00 of spend. */
  public abstract PointRate earning();

  /** What points are worth to a member: 200 points are EUR 1.00. */
  public abstract PointRate faceValue();

  /** The share of points issued that will be redeemed, from 0 to 1. */
  public abstract Ratio ultimateRate();

  /** What a redemption costs per unit of its face value, such as 0.7. */
  public abstract Ratio costRatio();

  /** The share of a sale that is margin before rewards, from 0 to 1. */
  public abstract Ratio margin();

  /**
   * How much more customers pay for the same because the experience is better, such as 0.02; none
   * unless said otherwise. All of it is margin. It must have been measured; the library assumes
   * nothing.
   */
  @Value.Default
  public Ratio pricePremium() {
    return Ratio.ZERO;
  }

  /** What the program promises per unit of spend. */
  public Ratio headlineRebate() {
    return Rates.moneyPerPoint(faceValue()).dividedBy(Rates.moneyPerPoint(earning()));
  }

  /** What members will get per unit of spend, at face value. */
  public Ratio expectedFaceRebate() {
    return headlineRebate().times(ultimateRate());
  }

  /** What members' rewards will cost per unit of spend. */
  public Ratio expectedCostRebate() {
    return expectedFaceRebate().times(costRatio());
  }

  /**
   * How much more members must buy for the program to pay for itself: 7/73, or 9.589 %, on a base
   * of EUR 1,000,000 at a margin of 30 %, rewards of 0.8 % and a fixed cost of EUR 20,000.
   *
   * <p>Absent where it does not exist, since each sale would lose. Below zero where the price
   * premium alone pays. The uplift must be one against a control group.
   *
   * @param base what members would spend without the program; above zero
   * @param fixed what the program costs whatever they spend
   * @throws InvalidValueException RANGE if the base is not above zero or the cost below it;
   *     MIXED_CURRENCY if they are in two currencies
   */
  public Optional<Ratio> breakEvenUplift(ExactMoney base, ExactMoney fixed) {
    checkAmounts(base, fixed);
    Ratio gained = marginPerSale();
    if (!gained.isPositive()) {
      return Optional.empty();
    }
    Ratio needed = Ratio.of(fixed.minor(), base.minor()).plus(margin());
    return Optional.of(needed.dividedBy(gained).minus(Ratio.ONE));
  }

  /**
   * What the program changes in profit if members buy so much more.
   *
   * @throws InvalidValueException as {@link #breakEvenUplift}
   */
  public ExactMoney profitChange(
      ExactMoney base, ExactMoney fixed, Ratio uplift, RoundingMode rounding) {
    checkAmounts(base, fixed);
    Ratio perBase = Ratio.ONE.plus(uplift).times(marginPerSale()).minus(margin());
    return base.times(perBase, rounding).minus(fixed);
  }

  /**
   * How many points a budget of cost lets the program issue: 38,109,756 for EUR 250,000 at EUR
   * 0.008 a point of which 82 % are redeemed. Absent if points cost nothing.
   *
   * @throws InvalidValueException RANGE if the budget is negative
   */
  public Optional<Points> issuanceBudget(ExactMoney budget) {
    InvalidValueException.check(
        !budget.isNegative() && budget.isSameCurrency(faceValue().money()),
        FailureCode.RANGE,
        "budget",
        "a budget must be at least 0 and in the currency of the program: %s",
        budget);
    Ratio cost = Rates.moneyPerPoint(faceValue()).times(costRatio()).times(ultimateRate());
    if (cost.isZero()) {
      return Optional.empty();
    }
    long units = Ratio.scale(budget.minor(), Ratio.ONE.dividedBy(cost), RoundingMode.FLOOR);
    return Optional.of(faceValue().points().type().points(units));
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ProgramEconomics}. */
  public static final class Builder extends ImmutableProgramEconomics.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    Rates.checkSame(earning(), faceValue(), "faceValue");
    Rates.checkShare(ultimateRate(), "ultimateRate", "an ultimate redemption rate");
    Rates.checkShare(margin(), "margin", "a margin");
    InvalidValueException.check(
        !costRatio().isNegative() && !pricePremium().isNegative(),
        FailureCode.RANGE,
        "costRatio",
        "a cost ratio and a price premium must be at least 0: %s, %s",
        costRatio(),
        pricePremium());
  }

  /** What a sale that was worth one without the program leaves: premium in, rewards out. */
  private Ratio marginPerSale() {
    Ratio price = Ratio.ONE.plus(pricePremium());
    return price.times(Ratio.ONE.minus(expectedCostRebate())).minus(Ratio.ONE.minus(margin()));
  }

  private void checkAmounts(ExactMoney base, ExactMoney fixed) {
    InvalidValueException.check(
        base.isSameCurrency(fixed) && base.isSameCurrency(faceValue().money()),
        FailureCode.MIXED_CURRENCY,
        "base",
        "amounts must be in the currency of the program: %s, %s",
        base,
        fixed);
    InvalidValueException.check(
        base.isPositive() && !fixed.isNegative(),
        FailureCode.RANGE,
        "base",
        "a program must have a base above 0 and a fixed cost of at least 0: %s, %s",
        base,
        fixed);
  }
}
