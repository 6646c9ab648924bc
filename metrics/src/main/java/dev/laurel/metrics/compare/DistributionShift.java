package dev.laurel.metrics.compare;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.metrics.score.Independence;
import dev.laurel.metrics.score.NetCounts;
import dev.laurel.metrics.score.ScoreHistogram;
import java.util.Arrays;

/**
 * Whether two samples answered alike, not only whether their scores agree: 50 promoters and 50
 * detractors have the same score as 100 passives.
 *
 * <p>Pearson's chi-squared test ({@link Independence}). 50, 30 and 20 against 40, 30 and 30 answers
 * give 3.111 with 2 degrees of freedom, p 0.211.
 *
 * @param statistic chi-squared
 * @param freedom the number of answers that occur, less one
 * @param pValue against the same distribution
 * @param leastExpected the smallest expected count; below 5 the p-value is rough
 */
public record DistributionShift(
    double statistic, int freedom, double pValue, double leastExpected) {

  /**
   * The test on the three classes of a net score.
   *
   * @throws InvalidValueException DIVISION if a sample is empty
   */
  public static DistributionShift ofClasses(NetCounts first, NetCounts second) {
    return of(
        new long[] {first.negatives(), first.neutrals(), first.positives()},
        new long[] {second.negatives(), second.neutrals(), second.positives()});
  }

  /**
   * The test on every point of the scale.
   *
   * @throws InvalidValueException DEFINITION_MISMATCH naming both definitions if they differ,
   *     DIVISION if a sample is empty
   */
  public static DistributionShift ofAnswers(ScoreHistogram first, ScoreHistogram second) {
    first.definition().requireSame(second.definition());
    return of(first.counts().toArray(), second.counts().toArray());
  }

  private static DistributionShift of(long[] first, long[] second) {
    double one = Arrays.stream(first).asDoubleStream().sum();
    double other = Arrays.stream(second).asDoubleStream().sum();
    InvalidValueException.check(
        one > 0 && other > 0,
        FailureCode.DIVISION,
        "counts",
        "a shift must be between samples with answers: %s, %s",
        one,
        other);
    Independence test = Independence.of(first, second);
    return new DistributionShift(
        test.statistic(), test.freedom(), test.pValue(), test.leastExpected());
  }
}
