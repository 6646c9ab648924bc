package dev.laurel.core.estimate;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A closed range of values at a level of confidence, such as 0.14 to 0.44 at 95 %.
 *
 * @param lower the smallest value in it; may be minus infinity
 * @param upper the largest value in it; may be infinity
 * @param confidence the level
 */
public record Interval(double lower, double upper, Confidence confidence) {
  /**
   * A checked interval.
   *
   * @throws InvalidValueException RANGE if the bounds are not in order, or not numbers
   */
  public Interval {
    requireNonNull(confidence, "confidence");
    InvalidValueException.check(
        lower <= upper,
        FailureCode.RANGE,
        "lower",
        "an interval must have its bounds in order: %s to %s",
        lower,
        upper);
  }

  /** The interval of a normal estimate: value plus and minus z standard errors. */
  public static Interval normal(double value, double standardError, Confidence confidence) {
    double margin = confidence.z() * standardError;
    return new Interval(value - margin, value + margin, confidence);
  }

  /**
   * Student's interval: value plus and minus so many standard errors as a t of these degrees of
   * freedom exceeds; 0 with an error of 1 and 4 degrees of freedom is -2.776 to 2.776 at 95 %.
   *
   * @throws InvalidValueException RANGE if the degrees of freedom are not more than 0, or the error
   *     is less
   */
  public static Interval student(
      double value, double standardError, double freedom, Confidence confidence) {
    InvalidValueException.check(
        freedom > 0,
        FailureCode.RANGE,
        "freedom",
        "an interval of Student must have more than 0 degrees of freedom: %s",
        freedom);
    double quantile = TDistribution.of(freedom).inverseSurvivalProbability(confidence.alpha() / 2);
    double margin = quantile * standardError;
    return new Interval(value - margin, value + margin, confidence);
  }

  /** Whether the value lies in it, bounds included. */
  public boolean contains(double value) {
    return lower <= value && value <= upper;
  }

  /** The distance between its bounds. */
  public double width() {
    return upper - lower;
  }

  /** The part of the interval within these bounds; a bound that lies outside moves to the edge. */
  public Interval clippedTo(double least, double most) {
    return new Interval(
        Math.min(Math.max(lower, least), most), Math.max(Math.min(upper, most), least), confidence);
  }

  /** The interval of a sum with something known. */
  public Interval plus(double known) {
    return new Interval(lower + known, upper + known, confidence);
  }

  /** The interval of a multiple, such as of points for a share; a negative factor turns it over. */
  public Interval times(double factor) {
    double one = lower * factor;
    double other = upper * factor;
    return new Interval(Math.min(one, other), Math.max(one, other), confidence);
  }
}
