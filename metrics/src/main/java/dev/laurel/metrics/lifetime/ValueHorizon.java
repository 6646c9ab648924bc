package dev.laurel.metrics.lifetime;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.stream.IntStream;

/**
 * How far ahead value is counted, and what it loses on the way: twelve months of 4.345 weeks each,
 * at 1 % a month.
 *
 * <p>The unit of the model and the period of the discount are two things, and confusing them is the
 * classic mistake: a model of weeks whose discount is for a month needs 4.345 units for a period.
 *
 * @param periods how many periods are counted
 * @param unitsPerPeriod how many units of the model's time one period has
 * @param discount what purchases in a period lose for each period up to its end
 */
public record ValueHorizon(int periods, double unitsPerPeriod, Discount discount) {
  /** The weeks of a mean month, as the literature rounds them. */
  public static final double WEEKS_PER_MONTH = 4.345;

  private static final int MOST_PERIODS = 12_000;

  /**
   * A checked horizon.
   *
   * @throws InvalidValueException PERIOD_INVALID if it is not 1 to 12,000 periods of a finite
   *     length above zero
   */
  public ValueHorizon {
    requireNonNull(discount, "discount");
    InvalidValueException.check(
        periods >= 1
            && periods <= MOST_PERIODS
            && unitsPerPeriod > 0
            && Double.isFinite(unitsPerPeriod),
        FailureCode.PERIOD_INVALID,
        "periods",
        "a horizon must have 1 to %s periods of a finite length above zero: %s of %s",
        MOST_PERIODS,
        periods,
        unitsPerPeriod);
  }

  /** So many months for a model of weeks, with a discount for each month. */
  public static ValueHorizon monthsOfWeeks(int months, Discount monthly) {
    return new ValueHorizon(months, WEEKS_PER_MONTH, monthly);
  }

  /** The ends of the periods in the model's time. */
  ImmutableList<Double> ends() {
    return IntStream.rangeClosed(1, periods)
        .mapToObj(period -> period * unitsPerPeriod)
        .collect(ImmutableList.toImmutableList());
  }
}
