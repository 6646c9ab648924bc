package dev.laurel.core.breakage;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.Points;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What outstanding points will cost: expected future redemptions times the cost of a point.
 *
 * <p>Of 10,000,000 points outstanding, 82 % are expected to be redeemed at EUR 0.008 each: EUR
 * 65,600.00. It is never points outstanding times one less the breakage of points issued.
 *
 * <p>"Ten per cent more breakage" has two meanings, and so two methods: {@link #withRateShifted}
 * moves the rate by percentage points, {@link #withBreakageChanged} the breakage in proportion.
 *
 * @param outstanding the points that can still be redeemed
 * @param expected the redemptions expected of them, in smallest units
 * @param unitCost what points cost
 * @param rounding how amounts are rounded to the currency, once
 */
public record Liability(
    Points outstanding, Estimate expected, PointRate unitCost, RoundingMode rounding) {
  private static final double SLACK = 1e-9;

  /**
   * A liability within what can be.
   *
   * @throws InvalidValueException TYPE_MISMATCH if the cost is that of other points; RANGE if
   *     redemptions below zero or above the points outstanding are expected
   */
  public Liability {
    requireNonNull(rounding, "rounding");
    InvalidValueException.check(
        outstanding.type().equals(unitCost.points().type()),
        FailureCode.TYPE_MISMATCH,
        "unitCost",
        "a liability must be of points of one type: %s and %s",
        outstanding.type(),
        unitCost.points().type());
    InvalidValueException.check(
        expected.value() >= 0 && expected.value() <= outstanding.units() * (1 + SLACK),
        FailureCode.RANGE,
        "expected",
        "a liability must expect redemptions from 0 to the outstanding %s: %s",
        outstanding.units(),
        expected.value());
  }

  /** The liability of points of which so many are expected to be redeemed. */
  public static Liability of(
      Points outstanding, Estimate expected, PointRate unitCost, RoundingMode rounding) {
    return new Liability(outstanding, expected, unitCost, rounding);
  }

  /**
   * The liability at a given rate of future redemption, from 0 to 1.
   *
   * @throws InvalidValueException PERCENT_RANGE if the rate is not from 0 to 1
   */
  public static Liability at(
      Ratio futureRate, Points outstanding, PointRate unitCost, RoundingMode rounding) {
    InvalidValueException.check(
        !futureRate.isNegative() && futureRate.compareTo(Ratio.ONE) <= 0,
        FailureCode.PERCENT_RANGE,
        "futureRate",
        "a rate of redemption must lie from 0 to 1: %s",
        futureRate);
    double expected =
        outstanding.units() * ((double) futureRate.numerator() / futureRate.denominator());
    return of(outstanding, given(expected), unitCost, rounding);
  }

  /** The expected cost. */
  public ExactMoney amount() {
    return cost(expected.value());
  }

  /** The lower end of the interval in money; absent where the expectation has no interval. */
  public Optional<ExactMoney> lower() {
    return expected.interval().map(range -> cost(range.lower()));
  }

  /** The upper end of the interval in money; absent where the expectation has no interval. */
  public Optional<ExactMoney> upper() {
    return expected.interval().map(range -> cost(range.upper()));
  }

  /** Expected redemptions per point outstanding; absent if nothing is outstanding. */
  public Optional<Estimate> futureRedemptionRate() {
    return outstanding.isZero()
        ? Optional.empty()
        : Optional.of(expected.times(1.0 / outstanding.units()));
  }

  /**
   * The liability if the rate of future redemption were so many percentage points higher: at +1, 82
   * % become 83 %, and EUR 65,600 become EUR 66,400.
   *
   * @throws InvalidValueException RANGE if the rate would leave 0 to 100 %
   */
  public Liability withRateShifted(double percentagePoints) {
    return with(given(expected.value() + outstanding.units() * percentagePoints / 100));
  }

  /**
   * The liability if breakage changed in proportion: at -10 %, 18 % become 16.2 %, and EUR 65,600
   * become EUR 67,040.
   *
   * <p>Breakage here is that of the points outstanding: one less the rate of future redemption.
   *
   * @throws InvalidValueException RANGE if breakage would exceed 100 %
   */
  public Liability withBreakageChanged(double percent) {
    double broken = (outstanding.units() - expected.value()) * (1 + percent / 100);
    return with(given(outstanding.units() - broken));
  }

  /**
   * The liability if a point cost so much more: by 1/20, EUR 0.008 become EUR 0.0084, and EUR
   * 65,600 become EUR 68,880.
   *
   * @throws InvalidValueException RANGE if a point would cost nothing or less
   */
  public Liability withUnitCostChanged(Ratio share) {
    Ratio perUnit =
        Ratio.of(unitCost.money().minor(), unitCost.points().units()).times(Ratio.ONE.plus(share));
    PointRate changed = PointRate.of(
        outstanding.type().points(perUnit.denominator()),
        ExactMoney.ofMinor(unitCost.money().currency(), perUnit.numerator()));
    return new Liability(outstanding, expected, changed, rounding);
  }

  private static Estimate given(double value) {
    Estimate.Builder estimate = Estimate.builder().value(value).method("given rate");
    return estimate.addAssumption("the rate of redemption is as given").build();
  }

  private Liability with(Estimate other) {
    return new Liability(outstanding, other, unitCost, rounding);
  }

  private ExactMoney cost(double units) {
    BigDecimal minor = new BigDecimal(units)
        .multiply(BigDecimal.valueOf(unitCost.money().minor()))
        .divide(BigDecimal.valueOf(unitCost.points().units()), 0, rounding);
    return ExactMoney.ofMinor(unitCost.money().currency(), minor.longValueExact());
  }
}
