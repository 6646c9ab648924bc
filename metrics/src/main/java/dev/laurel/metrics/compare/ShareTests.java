package dev.laurel.metrics.compare;

import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.inference.BinomialTest;

/** Tests of one share against a promise, and of shares over time against no trend. */
public final class ShareTests {
  private ShareTests() {}

  /**
   * The exact two-sided p-value that a share is what was promised: 412 of 500 against 0.8 gives
   * 0.198. Two-sided by minimum likelihood, as in R: the sum over all counts that are no more
   * likely than the one seen (T. E. Sterne, Biometrika 41, 1954).
   *
   * @throws InvalidValueException LIMIT_EXCEEDED for more than 2147483647 answers, PERCENT_RANGE if
   *     the promise is not between 0 and 1
   */
  public static double exact(Proportion share, double promised) {
    InvalidValueException.check(
        promised >= 0 && promised <= 1,
        FailureCode.PERCENT_RANGE,
        "promised",
        "a promised share must lie between 0 and 1: %s",
        promised);
    InvalidValueException.check(
        share.total() <= Integer.MAX_VALUE,
        FailureCode.LIMIT_EXCEEDED,
        "total",
        "an exact test must be of at most 2147483647 answers: %s",
        share.total());
    return BinomialTest.withDefaults()
        .test((int) share.total(), (int) share.successes(), promised)
        .getPValue();
  }

  /**
   * The p-value that shares of equally spaced periods have no linear trend: 80, 85, 90 and 99 of
   * 120 give 0.0040. Pearson's form, divisor N.
   *
   * <p>Source: P. Armitage, "Tests for linear trends in proportions", Biometrics 11 (1955).
   *
   * @throws InvalidValueException DIVISION if fewer than two periods have answers
   */
  public static double trend(List<Proportion> periods) {
    double statistic = trendStatistic(periods);
    return statistic == 0 ? 1 : ChiSquaredDistribution.of(1).survivalProbability(statistic);
  }

  static double trendStatistic(List<Proportion> periods) {
    double total = 0;
    double successes = 0;
    double places = 0;
    long answered = 0;
    for (int i = 0; i < periods.size(); i++) {
      total += periods.get(i).total();
      successes += periods.get(i).successes();
      places += (double) i * periods.get(i).total();
      answered += periods.get(i).total() > 0 ? 1 : 0;
    }
    InvalidValueException.check(
        answered >= 2,
        FailureCode.DIVISION,
        "periods",
        "a trend must run over at least two periods with answers: %s",
        answered);
    double share = successes / total;
    double together = 0;
    double spread = 0;
    for (int i = 0; i < periods.size(); i++) {
      double place = i - places / total;
      together += place * (periods.get(i).successes() - share * periods.get(i).total());
      spread += place * place * periods.get(i).total();
    }
    double variance = share * (1 - share) * spread;
    return variance == 0 ? 0 : together * together / variance;
  }
}
