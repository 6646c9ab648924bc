package dev.laurel.metrics.score;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.apache.commons.statistics.inference.SignificanceResult;

/**
 * Whether the rows of a table of counts could all come from one distribution over its columns:
 * Pearson's chi-squared test, without correction for continuity.
 *
 * <p>Rows of 50, 30 and 20 and of 40, 30 and 30 answers give 3.111 with 2 degrees of freedom, p
 * 0.211; the smallest expected count is 25.
 *
 * <p>Rows and columns in which nobody was counted say nothing, and are left out. Where a single row
 * or column is left nothing can differ: the statistic and the degrees of freedom are 0 and p is 1.
 *
 * <p>Source: K. Pearson, Philosophical Magazine 50 (1900).
 *
 * @param statistic chi-squared
 * @param freedom rows less one, times columns less one, of those with counts
 * @param pValue against one distribution for all rows
 * @param leastExpected the smallest expected count; below 5 the p-value is rough
 */
public record Independence(double statistic, int freedom, double pValue, double leastExpected) {
  /**
   * The test on these rows.
   *
   * @throws InvalidValueException RANGE if rows are not equally long or a count is negative,
   *     DIVISION if nobody was counted
   */
  public static Independence of(long[]... rows) {
    InvalidValueException.check(
        Arrays.stream(rows)
            .allMatch(row ->
                row.length == rows[0].length && Arrays.stream(row).allMatch(count -> count >= 0)),
        FailureCode.RANGE,
        "rows",
        "a table must have rows of one length and counts of at least 0: %s",
        Arrays.deepToString(rows));
    int[] columns = IntStream.range(0, rows.length == 0 ? 0 : rows[0].length)
        .filter(column -> Arrays.stream(rows).anyMatch(row -> row[column] > 0))
        .toArray();
    long[][] counted = Arrays.stream(rows)
        .map(row -> Arrays.stream(columns).mapToLong(column -> row[column]).toArray())
        .filter(row -> sum(row) > 0)
        .toArray(long[][]::new);
    InvalidValueException.check(
        counted.length > 0,
        FailureCode.DIVISION,
        "rows",
        "a table must have a count above 0: %s rows",
        rows.length);
    double leastExpected = leastExpected(counted);
    if (counted.length == 1 || columns.length == 1) {
      return new Independence(0, 0, 1, leastExpected);
    }
    SignificanceResult result = ChiSquareTest.withDefaults().test(counted);
    return new Independence(
        result.getStatistic(),
        (counted.length - 1) * (columns.length - 1),
        result.getPValue(),
        leastExpected);
  }

  /** What is expected where the smallest row meets the smallest column. */
  private static double leastExpected(long[][] rows) {
    double all = Arrays.stream(rows).mapToDouble(Independence::sum).sum();
    double leastRow = Arrays.stream(rows).mapToDouble(Independence::sum).min().orElseThrow();
    double leastColumn = IntStream.range(0, rows[0].length)
        .mapToDouble(
            column -> Arrays.stream(rows).mapToDouble(row -> row[column]).sum())
        .min()
        .orElseThrow();
    return leastRow * leastColumn / all;
  }

  private static double sum(long[] counts) {
    return Arrays.stream(counts).asDoubleStream().sum();
  }
}
