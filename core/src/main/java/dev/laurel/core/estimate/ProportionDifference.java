package dev.laurel.core.estimate;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The difference of two independent proportions, first minus second: 56 of 70 less 48 of 80 is
 * 0.20, between 0.052 and 0.334.
 *
 * <p>Sources: R. G. Newcombe, "Interval estimation for the difference between independent
 * proportions", Statistics in Medicine 17 (1998), method 10, without continuity correction; A.
 * Agresti and B. Caffo, The American Statistician 54 (2000).
 *
 * @param first the first proportion
 * @param second the second proportion
 */
public record ProportionDifference(Proportion first, Proportion second) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /**
   * A difference of two proportions that are not empty.
   *
   * @throws InvalidValueException DIVISION if one is empty
   */
  public ProportionDifference {
    requireNonNull(first, "first");
    requireNonNull(second, "second");
    InvalidValueException.check(
        first.total() > 0 && second.total() > 0,
        FailureCode.DIVISION,
        "total",
        "a difference must be of proportions that are not empty: %s of %s, %s of %s",
        first.successes(),
        first.total(),
        second.successes(),
        second.total());
  }

  /** The difference, from -1 to 1. */
  public double value() {
    return first.share() - second.share();
  }

  /**
   * How many are expected in the smallest of the four cells if both proportions were one: 6 of 20
   * against 4 of 30 expect 4 with the property in the first. Below 5 the pooled test is doubtful.
   */
  public double leastExpected() {
    Proportion all = first.merge(second);
    double rarer = Math.min(all.successes(), all.total() - all.successes());
    return rarer * Math.min(first.total(), second.total()) / all.total();
  }

  /** The difference with Newcombe's interval, built from the two Wilson intervals. */
  public Estimate newcombe(Confidence confidence) {
    Interval one = first.interval(Proportion.Method.WILSON, confidence);
    Interval other = second.interval(Proportion.Method.WILSON, confidence);
    double below = Math.hypot(first.share() - one.lower(), other.upper() - second.share());
    double above = Math.hypot(one.upper() - first.share(), second.share() - other.lower());
    return estimate("Newcombe", new Interval(value() - below, value() + above, confidence));
  }

  /** The difference with the interval of Wald; too short for small counts. */
  public Estimate wald(Confidence confidence) {
    return estimate("Wald", Interval.normal(value(), standardError(), confidence));
  }

  /**
   * The difference with the interval of Agresti and Caffo: Wald after a success and a failure were
   * added to each side.
   *
   * <p>The interval is centred on the adjusted difference and widened, if need be, to the raw one.
   */
  public Estimate agrestiCaffo(Confidence confidence) {
    ProportionDifference adjusted =
        new ProportionDifference(plusOneOfEach(first), plusOneOfEach(second));
    Interval interval =
        Interval.normal(adjusted.value(), adjusted.standardError(), confidence).clippedTo(-1, 1);
    return estimate(
        "Agresti-Caffo",
        new Interval(
            Math.min(interval.lower(), value()), Math.max(interval.upper(), value()), confidence));
  }

  /**
   * The pooled test statistic: the difference in standard errors if both proportions were one.
   *
   * <p>Zero where nobody, or everybody, has the property.
   */
  public double z() {
    double pooled = first.merge(second).share();
    double variance = pooled * (1 - pooled) * (1.0 / first.total() + 1.0 / second.total());
    return variance == 0 ? 0 : value() / Math.sqrt(variance);
  }

  /** The two-sided p-value of {@link #z()} against no difference. */
  public double pValue() {
    return Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z())));
  }

  private Estimate estimate(String method, Interval interval) {
    Estimate.Builder estimate = Estimate.builder().value(value()).method(method);
    estimate
        .standardError(standardError())
        .interval(interval)
        .observations(Math.addExact(first.total(), second.total()))
        .addAssumption("the observations are independent of each other, within and between");
    return estimate.build();
  }

  private double standardError() {
    return Math.sqrt(variance(first) + variance(second));
  }

  private static double variance(Proportion proportion) {
    return proportion.share() * (1 - proportion.share()) / proportion.total();
  }

  private static Proportion plusOneOfEach(Proportion proportion) {
    return Proportion.of(proportion.successes() + 1, Math.addExact(proportion.total(), 2));
  }
}
