package dev.laurel.core.breakage;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.Optional;

/**
 * What is expected of one cohort: of 2,000 points of which 440 are redeemed, a further 1,050.93,
 * plus or minus 26.06.
 *
 * @param cohort where the cohort stands
 * @param future the redemptions still expected, in the smallest units of the points
 * @param parts the parts of the standard error; absent where the model does not tell them apart
 */
public record CohortForecast(Cohort cohort, Estimate future, Optional<ErrorParts> parts) {
  /** What rounding of doubles may add to a bound. */
  private static final double SLACK = 1e-9;

  /**
   * A forecast within what can be.
   *
   * @throws InvalidValueException RANGE if redemptions below zero, or above the points outstanding,
   *     are expected: breakage lies between 0 and 100 %
   */
  public CohortForecast {
    requireNonNull(parts, "parts");
    double expected = future.value();
    InvalidValueException.check(
        expected >= 0 && expected <= cohort.outstanding() * (1 + SLACK),
        FailureCode.RANGE,
        "future",
        "cohort '%s' must be expected to redeem from 0 to its outstanding %s: %s",
        cohort.name(),
        cohort.outstanding(),
        expected);
  }

  /** Redemptions to date and expected ones together. */
  public double ultimate() {
    return cohort.redeemed() + future.value();
  }

  /**
   * The ultimate redemption rate: ultimate redemptions per point issued; absent if none were
   * issued.
   */
  public Optional<Estimate> ultimateRedemptionRate() {
    return cohort.issued() == 0
        ? Optional.empty()
        : Optional.of(future.plus((double) cohort.redeemed()).times(1.0 / cohort.issued()));
  }
}
