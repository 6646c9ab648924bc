package dev.laurel.core.estimate;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The difference of two independent means, first minus second, by Welch's t, which does not take
 * their variances to be equal: 0.30 with a variance of 0.61 of 100 less 0.10 with 0.69 of 100 is
 * 0.20, with 197.25 degrees of freedom and a p-value of 0.082.
 *
 * <p>Sources: B. L. Welch, Biometrika 34 (1947); F. E. Satterthwaite, Biometrics Bulletin 2 (1946),
 * for the degrees of freedom.
 *
 * @param first the first mean
 * @param second the second mean
 */
public record WelchDifference(Mean first, Mean second) {
  /** A difference of these means. */
  public WelchDifference {
    requireNonNull(first, "first");
    requireNonNull(second, "second");
  }

  /**
   * A mean.
   *
   * @param value the mean
   * @param squaredError the square of its standard error, 0 if all observations are equal
   * @param freedom the degrees of freedom of that, one less than the observations
   */
  public record Mean(double value, double squaredError, double freedom) {
    /**
     * A checked mean.
     *
     * @throws InvalidValueException RANGE if the squared error is less than 0, or the degrees of
     *     freedom are not more
     */
    public Mean {
      InvalidValueException.check(
          squaredError >= 0 && freedom > 0,
          FailureCode.RANGE,
          "freedom",
          "a mean must have a squared error from 0 and degrees of freedom: %s, %s",
          squaredError,
          freedom);
    }
  }

  /** The difference. */
  public double value() {
    return first.value - second.value;
  }

  /** The standard error of the difference. */
  public double standardError() {
    return Math.sqrt(first.squaredError + second.squaredError);
  }

  /**
   * The degrees of freedom, from the lesser of the two to their sum.
   *
   * @throws InvalidValueException DIVISION if neither mean has an error
   */
  public double freedom() {
    double one = first.squaredError;
    double other = second.squaredError;
    InvalidValueException.check(
        one + other > 0,
        FailureCode.DIVISION,
        "squaredError",
        "degrees of freedom must be of means of which one has an error: %s, %s",
        first,
        second);
    return (one + other)
        * (one + other)
        / (one * one / first.freedom + other * other / second.freedom);
  }

  /** The two-sided p-value against no difference; without an error it is 1 or 0. */
  public double pValue() {
    double error = standardError();
    if (error == 0) {
      return value() == 0 ? 1 : 0;
    }
    return Math.min(
        1, 2 * TDistribution.of(freedom()).survivalProbability(Math.abs(value()) / error));
  }

  /** The interval of the difference; without an error it is the difference alone. */
  public Interval interval(Confidence confidence) {
    double error = standardError();
    return error == 0
        ? new Interval(value(), value(), confidence)
        : Interval.student(value(), error, freedom(), confidence);
  }
}
