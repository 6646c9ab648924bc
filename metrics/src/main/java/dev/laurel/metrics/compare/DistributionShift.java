package dev.laurel.metrics.compare;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.metrics.score.NetCounts;
import dev.laurel.metrics.score.ScoreHistogram;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.apache.commons.statistics.inference.SignificanceResult;

/**
 * Whether two samples answered alike, not only whether their scores agree: 50 promoters and 50
 * detractors have the same score as 100 passives.
 *
 * <p>Pearson's chi-squared test of independence. 50, 30 and 20 against 40, 30 and 30 answers give
 * 3.111 with 2 degrees of freedom, p 0.211.
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
    List<long[]> columns = new ArrayList<>();
    double one = 0;
    double other = 0;
    for (int i = 0; i < first.length; i++) {
      // What nobody answered in either sample says nothing of a difference.
      if (first[i] + second[i] > 0) {
        columns.add(new long[] {first[i], second[i]});
        one += first[i];
        other += second[i];
      }
    }
    InvalidValueException.check(
        one > 0 && other > 0,
        FailureCode.DIVISION,
        "counts",
        "a shift must be between samples with answers: %s, %s",
        one,
        other);
    double leastExpected = Double.MAX_VALUE;
    for (long[] column : columns) {
      double share = (column[0] + column[1]) / (one + other);
      leastExpected = Math.min(leastExpected, share * Math.min(one, other));
    }
    if (columns.size() == 1) {
      return new DistributionShift(0, 0, 1, leastExpected);
    }
    SignificanceResult result = ChiSquareTest.withDefaults().test(columns.toArray(long[][]::new));
    return new DistributionShift(
        result.getStatistic(), columns.size() - 1, result.getPValue(), leastExpected);
  }
}
