package dev.laurel.core.breakage;

import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.List;
import java.util.Optional;

/**
 * One ultimate redemption rate for every cohort, as judgement or a contract gives it.
 *
 * <p>At 80 %, a cohort of 1,000,000 points of which 500,000 are redeemed will redeem 300,000 more:
 * the rate is one of points issued, so it is not 80 % of the rest.
 *
 * @param ultimateRate the ultimate redemption rate, from 0 to 1
 */
public record FixedRate(double ultimateRate) implements BreakageModel {
  /**
   * A rate from 0 to 1.
   *
   * @throws InvalidValueException PERCENT_RANGE if it is outside
   */
  public FixedRate {
    InvalidValueException.check(
        ultimateRate >= 0 && ultimateRate <= 1,
        FailureCode.PERCENT_RANGE,
        "ultimateRate",
        "an ultimate redemption rate must lie from 0 to 1: %s",
        ultimateRate);
  }

  @Override
  public String name() {
    return "fixed rate";
  }

  @Override
  public BreakageForecast forecast(List<Cohort> cohorts) {
    return Forecasts.of(this, cohorts, this::future, List.of("the rate is given, not estimated"));
  }

  private CohortForecast future(Cohort cohort) {
    double rest = ultimateRate * cohort.issued() - cohort.redeemed();
    double future = Math.min(Math.max(rest, 0), (double) cohort.outstanding());
    return new CohortForecast(
        cohort, Estimate.builder().value(future).method(name()).build(), Optional.empty());
  }
}
