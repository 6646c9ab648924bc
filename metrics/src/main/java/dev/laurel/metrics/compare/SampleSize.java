package dev.laurel.metrics.compare;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How many answers a question needs, and what so many can tell.
 *
 * <p>To see an NPS move by 10 points four times out of five, two waves of 958 answers each are
 * needed at a variance of 0.61; that is the strongest argument against reacting to monthly wiggles.
 * The variance is that of one answer: at most 1 for a net score, share times its complement for a
 * share.
 *
 * <p>By the normal approximation, for answers that are independent of each other, two-sided. For a
 * finite population, fewer will do; see {@link dev.laurel.metrics.weight.FinitePopulation}. Source:
 * J. Cohen, "Statistical Power Analysis for the Behavioral Sciences" (1988).
 */
public final class SampleSize {
  /** To be right four times out of five. */
  public static final double USUAL_POWER = 0.8;

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private SampleSize() {}

  /**
   * How many answers put so wide a margin on either side of a score: 938 for 0.05 at a variance of
   * 0.61. With the adjusted Wald interval three less will do.
   *
   * @throws InvalidValueException RANGE if the variance is negative, or the margin not above zero
   */
  public static long forMargin(double variance, double margin, Confidence confidence) {
    return roundedUp(rawForMargin(variance, margin, confidence));
  }

  static double rawForMargin(double variance, double margin, Confidence confidence) {
    check(variance, margin);
    double z = confidence.z();
    return z * z * variance / (margin * margin);
  }

  /**
   * How many answers each of two groups needs so that a difference is found significant with this
   * probability.
   *
   * @param power the probability, between 0 and 1
   * @throws InvalidValueException RANGE if a variance is negative or the difference not above zero,
   *     PERCENT_RANGE for a power outside 0 to 1
   */
  public static long perGroup(
      double first, double second, double difference, double power, Confidence confidence) {
    check(first, difference);
    check(second, difference);
    InvalidValueException.check(
        power > 0 && power < 1,
        FailureCode.PERCENT_RANGE,
        "power",
        "a power must lie between 0 and 1: %s",
        power);
    double z = confidence.z() + NORMAL.inverseCumulativeProbability(power);
    return roundedUp((first + second) * z * z / (difference * difference));
  }

  /**
   * With what probability a difference is found significant by so many answers in each group, in
   * the right direction.
   *
   * @throws InvalidValueException RANGE as {@link #perGroup}, or if there are no answers
   */
  public static double power(
      double first, double second, double difference, long perGroup, Confidence confidence) {
    check(first, difference);
    check(second, difference);
    InvalidValueException.check(
        perGroup > 0, FailureCode.RANGE, "perGroup", "a group must have answers: %s", perGroup);
    double error = Math.sqrt((first + second) / perGroup);
    return error == 0 ? 1 : NORMAL.survivalProbability(confidence.z() - difference / error);
  }

  private static void check(double variance, double size) {
    InvalidValueException.check(
        variance >= 0 && Double.isFinite(variance) && size > 0 && Double.isFinite(size),
        FailureCode.RANGE,
        "variance",
        "a sample size must be of a variance of at least 0 and a size above 0: %s, %s",
        variance,
        size);
  }

  private static long roundedUp(double answers) {
    // Less than a millionth above a whole number is rounding of the quantile, not another answer.
    return Math.max(1, (long) Math.ceil(answers - 1e-6));
  }
}
