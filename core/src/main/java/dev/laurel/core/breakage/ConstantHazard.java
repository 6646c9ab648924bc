package dev.laurel.core.breakage;

import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The closed form for points of which the same share is redeemed in every period until they expire.
 *
 * <p>At 5 % a month, 70.80 % are redeemed if points expire after 24 months, 84.22 % after 36. If
 * they never expire but 4 % of the members leave each month, 56.82 %; with both, 50.59 %. Within a
 * period redemption comes first, then members leave.
 *
 * @param redemption the share of the points still there that is redeemed in a period, from 0 to 1
 * @param churn the share of what then remains that is lost with its members, from 0 to 1
 * @param periods after how many periods points expire; absent if they never do
 */
public record ConstantHazard(double redemption, double churn, OptionalInt periods)
    implements BreakageModel {
  /**
   * A model of checked shares.
   *
   * @throws InvalidValueException PERCENT_RANGE if a share is not from 0 to 1; RANGE if points
   *     expire before the first period
   */
  public ConstantHazard {
    InvalidValueException.check(
        redemption >= 0 && redemption <= 1 && churn >= 0 && churn <= 1,
        FailureCode.PERCENT_RANGE,
        "redemption",
        "a hazard must have shares from 0 to 1: redemption %s, churn %s",
        redemption,
        churn);
    InvalidValueException.check(
        periods.orElse(1) >= 1,
        FailureCode.RANGE,
        "periods",
        "points must live for at least one period: %s",
        periods);
  }

  /** Points that expire after so many periods. */
  public static ConstantHazard expiring(double redemption, double churn, int periods) {
    return new ConstantHazard(redemption, churn, OptionalInt.of(periods));
  }

  /** Points that never expire. */
  public static ConstantHazard lasting(double redemption, double churn) {
    return new ConstantHazard(redemption, churn, OptionalInt.empty());
  }

  @Override
  public String name() {
    return "constant hazard";
  }

  /** The share of points just issued that will be redeemed. */
  public double ultimateRate() {
    return futureRate(0);
  }

  /** The share of points that have lived through so many periods that will still be redeemed. */
  public double futureRate(int age) {
    if (redemption == 0) {
      return 0;
    }
    double stays = (1 - redemption) * (1 - churn);
    double unexpired = 1;
    if (periods.isPresent()) {
      unexpired = 1 - Math.pow(stays, Math.max(0, periods.getAsInt() - age));
    }
    return redemption * unexpired / (1 - stays);
  }

  @Override
  public BreakageForecast forecast(List<Cohort> cohorts) {
    return Forecasts.of(
        this,
        cohorts,
        this::future,
        List.of(
            "the same share is redeemed in every period, whoever the members are",
            "in a period redemption comes before churn",
            "the shares are given, not estimated"));
  }

  private CohortForecast future(Cohort cohort) {
    double future = futureRate(cohort.age()) * cohort.outstanding();
    return new CohortForecast(
        cohort, Estimate.builder().value(future).method(name()).build(), Optional.empty());
  }
}
