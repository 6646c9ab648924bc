package dev.laurel.core.estimate;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What the errors of an estimate are taken to look like, when only its value and its standard error
 * are known.
 *
 * <p>For 1,738.78 with a standard error of 41.23, the value that is exceeded once in twenty times
 * is 1,806.60 by the normal shape and 1,807.42 by the lognormal one.
 */
public enum ErrorShape {
  /** Symmetric; for totals of many parts. May reach below zero. */
  NORMAL {
    @Override
    double at(double value, double standardError, double z) {
      return value + z * standardError;
    }
  },
  /**
   * Skewed to the right and above zero; the usual choice where the standard error is more than half
   * of the value. The value is the mean of the shape, not its median.
   */
  LOGNORMAL {
    @Override
    double at(double value, double standardError, double z) {
      InvalidValueException.check(
          value > 0, FailureCode.RANGE, "value", "a lognormal estimate must be above 0: %s", value);
      double variation = standardError / value;
      double variance = Math.log1p(variation * variation);
      return Math.exp(Math.log(value) - variance / 2 + z * Math.sqrt(variance));
    }
  };

  private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

  /** The point that lies z standard deviations from the middle of the shape. */
  abstract double at(double value, double standardError, double z);

  /**
   * The value that the true one stays below with this probability.
   *
   * @throws InvalidValueException PERCENT_RANGE if the probability is not between 0 and 1; RANGE if
   *     a lognormal value is not above 0 but uncertain
   */
  public double quantile(double value, double standardError, double probability) {
    InvalidValueException.check(
        probability > 0 && probability < 1,
        FailureCode.PERCENT_RANGE,
        "probability",
        "a probability must lie between 0 and 1: %s",
        probability);
    checkError(standardError);
    double z = STANDARD.inverseCumulativeProbability(probability);
    return standardError == 0 ? value : at(value, standardError, z);
  }

  /**
   * The interval with equal chances on both sides.
   *
   * <p>Where a lognormal shape is so skewed that its mean lies outside, the interval is widened to
   * the mean.
   *
   * @throws InvalidValueException RANGE if a lognormal value is not above 0 but uncertain
   */
  public Interval interval(double value, double standardError, Confidence confidence) {
    checkError(standardError);
    if (standardError == 0) {
      return new Interval(value, value, confidence);
    }
    double lower = at(value, standardError, -confidence.z());
    double upper = at(value, standardError, confidence.z());
    return new Interval(Math.min(lower, value), Math.max(upper, value), confidence);
  }

  private static void checkError(double standardError) {
    InvalidValueException.check(
        standardError >= 0 && Double.isFinite(standardError),
        FailureCode.RANGE,
        "standardError",
        "a standard error must be a number of at least 0: %s",
        standardError);
  }
}
