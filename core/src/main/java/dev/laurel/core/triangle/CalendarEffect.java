package dev.laurel.core.triangle;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Interval;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * A test for events of the calendar, such as a closed season, that break the chain ladder: in one
 * diagonal all developments are large, or all are small.
 *
 * <p>Each development is called large or small against the median of its age. A diagonal counts the
 * rarer kind; without an effect the counts add up to about what chance gives. In the RAA triangle
 * they are 14 where chance gives 12.875, with a variance of 3.978: nothing to see.
 *
 * <p>Source: T. Mack, "Measuring the variability of chain ladder reserve estimates", CAS Forum
 * (1994), appendix H.
 *
 * @param rarer the developments of the rarer kind, over all diagonals
 * @param expected how many there would be by chance
 * @param variance the variance of that number by chance
 */
public record CalendarEffect(long rarer, double expected, double variance) {
  /**
   * The outcome of a test.
   *
   * @throws InvalidValueException RANGE if a number is negative
   */
  public CalendarEffect {
    InvalidValueException.check(
        rarer >= 0 && expected >= 0 && variance >= 0,
        FailureCode.RANGE,
        "rarer",
        "a calendar effect must have numbers of at least 0: %s, %s, %s",
        rarer,
        expected,
        variance);
  }

  /** The test of a triangle; a small one has nothing to test, and expects nothing. */
  public static CalendarEffect of(RedemptionTriangle triangle) {
    List<TriangleRow> rows = triangle.rows();
    int diagonals = rows.size() + triangle.ages();
    int[] small = new int[diagonals];
    int[] large = new int[diagonals];
    for (int age = 1; age < triangle.ages(); age++) {
      double median = median(rows, age);
      for (int i = 0; i < rows.size(); i++) {
        if (hasLink(rows.get(i), age)) {
          double link = link(rows.get(i), age);
          small[i + age] += link < median ? 1 : 0;
          large[i + age] += link > median ? 1 : 0;
        }
      }
    }
    return sum(small, large);
  }

  /** The counts that chance gives, at this level. */
  public Interval byChance(Confidence confidence) {
    return Interval.normal(expected, Math.sqrt(variance), confidence);
  }

  /** Whether the counts are none that chance gives, at this level. */
  public boolean isFound(Confidence confidence) {
    return !byChance(confidence).contains((double) rarer);
  }

  private static CalendarEffect sum(int[] small, int[] large) {
    long rarer = 0;
    double expected = 0;
    double variance = 0;
    for (int d = 0; d < small.length; d++) {
      int n = small[d] + large[d];
      if (n > 0) {
        rarer += Math.min(small[d], large[d]);
        // The share of arrangements whose halves are as even as can be.
        double even = BinomialDistribution.of(n - 1, 0.5).probability((n - 1) / 2) * n / 2;
        double mean = n / 2.0 - even;
        expected += mean;
        variance += n * (n - 1) / 4.0 - even * (n - 1) + mean - mean * mean;
      }
    }
    return new CalendarEffect(rarer, expected, variance);
  }

  private static boolean hasLink(TriangleRow row, int age) {
    return row.age() > age && row.cumulative().get(age - 1) > 0;
  }

  private static double link(TriangleRow row, int age) {
    return (double) row.cumulative().get(age) / row.cumulative().get(age - 1);
  }

  private static double median(List<TriangleRow> rows, int age) {
    double[] links = IntStream.range(0, rows.size())
        .filter(i -> hasLink(rows.get(i), age))
        .mapToDouble(i -> link(rows.get(i), age))
        .sorted()
        .toArray();
    int n = links.length;
    return n == 0 ? 0 : (links[(n - 1) / 2] + links[n / 2]) / 2;
  }
}
