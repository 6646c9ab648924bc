package dev.laurel.core.breakage;

import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.points.PointRate;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.immutables.value.Value;

/**
 * What a model expects of cohorts of points, one by one and together.
 *
 * <p>Three rates have three denominators and are not to be mixed up. Of 7,500 points issued, 3,920
 * are redeemed and 1,738.78 expected to be: the ultimate redemption rate is 75.45 % of the points
 * <em>issued</em>, the future redemption rate 48.57 % of the 3,580 <em>outstanding</em>. The third,
 * what was redeemed in a period per point issued in it, is no estimate of either; it is
 * {@code RedemptionTriangle.periodRatio}.
 */
@Value.Immutable
public abstract class BreakageForecast {
  private static final double SLACK = 1e-6;

  BreakageForecast() {}

  /** The name of the model. */
  public abstract String model();

  /** The cohorts, in the order in which the model was given them. */
  public abstract List<CohortForecast> cohorts();

  /** The redemptions still expected of all cohorts, in the smallest units of the points. */
  public abstract Estimate future();

  /** The parts of the standard error of the total; absent where the model has none. */
  public abstract Optional<ErrorParts> parts();

  /** Points issued by all cohorts. */
  @Value.Derived
  public long issued() {
    return sum(Cohort::issued);
  }

  /** Points redeemed to date. */
  @Value.Derived
  public long redeemed() {
    return sum(Cohort::redeemed);
  }

  /** Points outstanding. */
  @Value.Derived
  public long outstanding() {
    return sum(Cohort::outstanding);
  }

  /**
   * Ultimate redemptions per point issued, the field's URR; absent if nothing was issued.
   *
   * <p>Not to be applied to the points outstanding.
   */
  public Optional<Estimate> ultimateRedemptionRate() {
    return issued() == 0
        ? Optional.empty()
        : Optional.of(future().plus((double) redeemed()).times(1.0 / issued()));
  }

  /** The share of points issued that will never be redeemed; absent if nothing was issued. */
  public Optional<Estimate> breakageRate() {
    return ultimateRedemptionRate().map(rate -> rate.times(-1).plus(1));
  }

  /** Expected redemptions per point outstanding; absent if nothing is outstanding. */
  public Optional<Estimate> futureRedemptionRate() {
    return outstanding() == 0 ? Optional.empty() : Optional.of(future().times(1.0 / outstanding()));
  }

  /**
   * What the redemptions still expected will cost, rounded once.
   *
   * @param unitCost what points cost, such as 1,000 points = EUR 8.00
   * @param rounding how the amount is rounded to the currency
   */
  public Liability liability(PointRate unitCost, RoundingMode rounding) {
    return Liability.of(
        unitCost.points().type().points(outstanding()), future(), unitCost, rounding);
  }

  /** A builder without parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link BreakageForecast}. */
  public static final class Builder extends ImmutableBreakageForecast.Builder {
    Builder() {}
  }

  @Value.Check
  void check() {
    double sum = cohorts().stream().mapToDouble(each -> each.future().value()).sum();
    InvalidValueException.check(
        Math.abs(sum - future().value()) <= SLACK * Math.max(1, Math.abs(sum)),
        FailureCode.TOTAL_MISMATCH,
        "future",
        "a forecast must add up its cohorts: %s, found %s",
        sum,
        future().value());
  }

  private long sum(ToLongFunction<Cohort> count) {
    long sum = 0;
    for (CohortForecast each : cohorts()) {
      sum = Math.addExact(sum, count.applyAsLong(each.cohort()));
    }
    return sum;
  }
}
