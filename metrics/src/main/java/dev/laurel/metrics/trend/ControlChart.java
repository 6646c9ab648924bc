package dev.laurel.metrics.trend;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.metrics.score.ScoreHistogram;
import dev.laurel.metrics.survey.MetricDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A Shewhart chart: points that are independent of each other, with limits that chance alone seldom
 * crosses.
 *
 * <p>Of thirty samples of 50 cans with 23.1 % faulty on average, limits are 5.2 % and 41.0 %, and
 * two samples lie outside.
 *
 * <p>Sources: W. A. Shewhart (1931); D. B. Laney, "Improved Control Charts for Attributes", Quality
 * Engineering 14 (2002).
 *
 * @param title what kind of chart it is
 * @param points the points in order
 */
public record ControlChart(String title, ImmutableList<ChartPoint> points) {
  /** The mean of the range of two normal values, in standard deviations: 2 / sqrt(pi). */
  static final double RANGE_OF_TWO = 2 / Math.sqrt(Math.PI);

  /** How the scatter of the points of a score is found. */
  public enum Scatter {
    /** From the numbers of answers alone, as if nothing but sampling made periods differ. */
    SAMPLING,
    /**
     * From the numbers of answers, times the scatter that is seen from period to period (Laney).
     * With thousands of answers per period the limits of sampling alone are crossed all the time.
     */
    LANEY
  }

  /**
   * The chart of a score: a p chart for a share, and its counterpart for net scores and means,
   * whose limits are the pooled score give or take three times sqrt(pooled variance / answers).
   * Periods without answers are left out.
   *
   * @throws InvalidValueException DIVISION if no period has answers
   */
  public static ControlChart of(TumblingSeries series, Scatter scatter) {
    return of(series, scatter, ImmutableSet.of());
  }

  /**
   * The same chart, of which some periods do not enter the centre and the limits, because it is
   * known what happened there.
   *
   * @param apart indexes of windows of the series
   * @throws InvalidValueException DIVISION if no other period has answers
   */
  public static ControlChart of(TumblingSeries series, Scatter scatter, Set<Integer> apart) {
    MetricDefinition definition = series.definition();
    List<Period> periods = new ArrayList<>();
    for (int i = 0; i < series.windows().size(); i++) {
      ScoreWindow window = series.windows().get(i);
      if (window.answers().answers() > 0) {
        periods.add(new Period(window, !apart.contains(i)));
      }
    }
    ScoreHistogram pooled = ScoreHistogram.sum(
        definition,
        periods.stream()
            .filter(Period::isBaseline)
            .map(period -> period.window().answers())
            .toList());
    InvalidValueException.check(
        pooled.answers() > 0,
        FailureCode.DIVISION,
        "series",
        "a control chart must have a period with answers: %s windows",
        series.windows().size());
    double centre = pooled.meanWorth();
    double deviation = Math.sqrt(variance(pooled, centre));
    double stretch = scatter == Scatter.SAMPLING ? 1 : stretch(periods, centre, deviation);
    ImmutableList.Builder<ChartPoint> points = ImmutableList.builder();
    for (Period period : periods) {
      points.add(ChartPoint.of(
          period.window().from().toString(),
          period.score(),
          centre,
          stretch * deviation / Math.sqrt((double) period.answers()),
          definition.least(),
          definition.most()));
    }
    String title = definition.title() + (scatter == Scatter.LANEY ? ", Laney" : "");
    return new ControlChart(title, points.build());
  }

  /**
   * The X half of the chart of single numbers (XmR): their mean give or take 2.66 times the mean
   * moving range. {@link #movingRanges} is the other half.
   *
   * <p>Assumed: numbers are independent of each other and scatter alike; the limits are those of
   * the normal curve, and hold roughly for others. To chart the scores of periods with very
   * different numbers of answers take {@link #of(TumblingSeries, Scatter)}, whose limits follow
   * them.
   *
   * @throws InvalidValueException RANGE for fewer than two readings
   */
  public static ControlChart individuals(List<Reading> readings) {
    return individuals(readings, RANGE_OF_TWO);
  }

  static ControlChart individuals(List<Reading> readings, double rangeOfTwo) {
    double centre = readings.stream().mapToDouble(Reading::value).average().orElse(0);
    double sigma = meanMovingRange(readings) / rangeOfTwo;
    ImmutableList.Builder<ChartPoint> points = ImmutableList.builder();
    for (Reading reading : readings) {
      points.add(ChartPoint.of(
          reading.label(),
          reading.value(),
          centre,
          sigma,
          Double.NEGATIVE_INFINITY,
          Double.POSITIVE_INFINITY));
    }
    return new ControlChart("Individuals", points.build());
  }

  /**
   * The mR half of the chart of single numbers: the distances of neighbours, of which the upper
   * limit is 3.27 times their mean and the lower 0. A single jump lies above it.
   *
   * <p>The range of two normal values has the mean 2 / sqrt(pi) and the standard deviation sqrt(2 -
   * 4 / pi) of theirs. Distances that follow each other share a number, so look for points outside
   * and at no runs.
   *
   * @throws InvalidValueException RANGE for fewer than two readings
   */
  public static ControlChart movingRanges(List<Reading> readings) {
    double centre = meanMovingRange(readings);
    double sigma = centre * Math.sqrt(2 - RANGE_OF_TWO * RANGE_OF_TWO) / RANGE_OF_TWO;
    ImmutableList.Builder<ChartPoint> points = ImmutableList.builder();
    for (int i = 1; i < readings.size(); i++) {
      double range = Math.abs(readings.get(i).value() - readings.get(i - 1).value());
      points.add(ChartPoint.of(
          readings.get(i).label(), range, centre, sigma, 0, Double.POSITIVE_INFINITY));
    }
    return new ControlChart("Moving ranges", points.build());
  }

  /**
   * The mean distance of neighbours, from which the scatter of single numbers is found.
   *
   * @throws InvalidValueException RANGE for fewer than two readings
   */
  public static double meanMovingRange(List<Reading> readings) {
    InvalidValueException.check(
        readings.size() >= 2,
        FailureCode.RANGE,
        "readings",
        "a moving range must be of at least two readings: %s",
        readings.size());
    double sum = 0;
    for (int i = 1; i < readings.size(); i++) {
      sum += Math.abs(readings.get(i).value() - readings.get(i - 1).value());
    }
    return sum / (readings.size() - 1);
  }

  /**
   * Where the rules are met, in order of points, then of rules.
   *
   * <p>A rule of sigmas looks at the unclipped distance. Ask {@link RunRule#expectedFalseAlarms}
   * how many of these chance would make.
   */
  public ImmutableList<Signal> signals(Set<RunRule> rules) {
    double[] z = points.stream().mapToDouble(ChartPoint::distance).toArray();
    ImmutableList.Builder<Signal> signals = ImmutableList.builder();
    for (int end = 0; end < z.length; end++) {
      for (RunRule rule : RunRule.values()) {
        if (rules.contains(rule) && end >= rule.points() - 1 && rule.holds(z, end)) {
          signals.add(new Signal(rule, end - rule.points() + 1, end));
        }
      }
    }
    return signals.build();
  }

  /** How often these rules together are met by chance on this chart. */
  public double expectedFalseAlarms(Set<RunRule> rules) {
    return rules.stream()
        .mapToDouble(rule -> rule.expectedFalseAlarms(points.size()))
        .sum();
  }

  private static double variance(ScoreHistogram pooled, double centre) {
    double sum = 0;
    for (int answer : pooled.definition().scale().answers().toArray()) {
      double distance = pooled.definition().rule().worth(answer) - centre;
      sum += distance * distance * pooled.count(answer);
    }
    return sum / pooled.answers();
  }

  /** Laney's sigma of z: the mean moving range of standardised points over that of noise. */
  private static double stretch(List<Period> periods, double centre, double deviation) {
    List<Reading> z = periods.stream()
        .filter(Period::isBaseline)
        .map(period -> new Reading(
            "",
            deviation == 0
                ? 0
                : (period.score() - centre) / deviation * Math.sqrt((double) period.answers())))
        .toList();
    return z.size() < 2 ? 1 : meanMovingRange(z) / RANGE_OF_TWO;
  }

  /** A window with answers, and whether it enters centre and limits. */
  private record Period(ScoreWindow window, boolean isBaseline) {
    double score() {
      return window.answers().meanWorth();
    }

    long answers() {
      return window.answers().answers();
    }
  }
}
