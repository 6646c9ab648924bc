package dev.laurel.core.economics;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import java.math.RoundingMode;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a tier costs over the one below it.
 *
 * <p>1,200 members who spend EUR 2,500.00 a year, half a point more per euro at EUR 0.008 a point
 * of which 92 % are redeemed, and perks of EUR 18.00 each: EUR 11,040.00 and EUR 21,600.00,
 * together EUR 32,640.00, or EUR 27.20 a member. At a margin of 30 % each must spend EUR 90.67
 * more.
 */
@Value.Immutable
public abstract class TierEconomics {
  TierEconomics() {}

  /** How many members have the tier; at least one. */
  public abstract long members();

  /** What one of them spends. */
  public abstract ExactMoney spend();

  /** What the tier earns in addition: 1 point for EUR 2.00 of spend. */
  public abstract PointRate extraEarning();

  /** What points cost: 1,000 points are EUR 8.00. */
  public abstract PointRate unitCost();

  /** The share of points issued that will be redeemed, from 0 to 1. */
  public abstract Ratio ultimateRate();

  /** What the other benefits cost for one member. */
  public abstract ExactMoney perks();

  /** How amounts are rounded to the currency. */
  public abstract RoundingMode rounding();

  /** What the points will cost that the tier earns in addition. */
  public ExactMoney pointsCost() {
    Ratio share = Rates.moneyPerPoint(unitCost())
        .dividedBy(Rates.moneyPerPoint(extraEarning()))
        .times(ultimateRate());
    return spend().times(members()).times(share, rounding());
  }

  /** What the other benefits cost. */
  public ExactMoney perksCost() {
    return perks().times(members());
  }

  /** What the tier costs. */
  public ExactMoney cost() {
    return pointsCost().plus(perksCost());
  }

  /** What the tier costs for one member. */
  public ExactMoney costPerMember() {
    return cost().times(Ratio.of(1, members()), rounding());
  }

  /**
   * How much more a member must spend for the tier to pay for itself; absent without a margin.
   *
   * @throws InvalidValueException PERCENT_RANGE if the margin is not from 0 to 1
   */
  public Optional<ExactMoney> breakEvenSpend(Ratio margin) {
    Rates.checkShare(margin, "margin", "a margin");
    return margin.isZero()
        ? Optional.empty()
        : Optional.of(cost().times(Ratio.of(1, members()).dividedBy(margin), rounding()));
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link TierEconomics}. */
  public static final class Builder extends ImmutableTierEconomics.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    Rates.checkSame(extraEarning(), unitCost(), "unitCost");
    Rates.checkShare(ultimateRate(), "ultimateRate", "an ultimate redemption rate");
    InvalidValueException.check(
        members() >= 1 && !spend().isNegative() && !perks().isNegative(),
        FailureCode.RANGE,
        "members",
        "a tier must have members, who cost and spend from 0: %s members, %s, %s",
        members(),
        spend(),
        perks());
    InvalidValueException.check(
        spend().isSameCurrency(unitCost().money())
            && perks().isSameCurrency(unitCost().money()),
        FailureCode.MIXED_CURRENCY,
        "spend",
        "a tier must be in one currency: %s, %s, %s",
        spend(),
        perks(),
        unitCost());
  }
}
