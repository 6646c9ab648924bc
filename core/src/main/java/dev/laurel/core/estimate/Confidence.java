package dev.laurel.core.estimate;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The level of an interval: the share of samples whose interval would cover the true value, such as
 * 0.95.
 *
 * @param level a probability between 0 and 1, both excluded
 */
public record Confidence(double level) {
  /** Nineteen times out of twenty. */
  public static final Confidence P95 = new Confidence(0.95);

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /**
   * A checked level.
   *
   * @throws InvalidValueException PERCENT_RANGE if it is not between 0 and 1
   */
  public Confidence {
    InvalidValueException.check(
        level > 0 && level < 1,
        FailureCode.PERCENT_RANGE,
        "level",
        "a confidence level must lie between 0 and 1: %s",
        level);
  }

  /** The level of this probability. */
  public static Confidence of(double level) {
    return new Confidence(level);
  }

  /** The share of samples whose interval misses, such as 0.05. */
  public double alpha() {
    return 1 - level;
  }

  /** The two-sided standard normal quantile: 1.959964 for 0.95. */
  public double z() {
    return NORMAL.inverseSurvivalProbability(alpha() / 2);
  }
}
