package dev.laurel.metrics.lifetime;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogBeta;

/**
 * The shifted beta-geometric model of contracts: at each renewal customers leave with their own
 * steady chance.
 *
 * <p>Of 1,000 customers of whom 869, 743, 653, 593, 551, 517 and 491 are left after each year, the
 * model has alpha 0.668 and beta 3.806. Its retention rate rises from year to year although nobody
 * becomes more loyal: those likely to leave have left.
 *
 * <p>Assumed: chances are steady and independent over customers, and all of a cohort began at once;
 * whoever has left does not come back.
 *
 * <p>Source: P. Fader and B. Hardie, "How to project customer retention", Journal of Interactive
 * Marketing 21 (2007).
 *
 * @param alpha with beta the chances to leave; the mean is alpha / (alpha + beta)
 * @param beta with alpha the chances to leave
 */
public record ShiftedBetaGeometric(double alpha, double beta) {
  private static final List<String> NAMES = ImmutableList.of("alpha", "beta");

  /**
   * A model of these parameters.
   *
   * @throws InvalidValueException RANGE if one is not finite and above zero
   */
  public ShiftedBetaGeometric {
    Checks.parameter("sBG", "alpha", alpha);
    Checks.parameter("sBG", "beta", beta);
  }

  /**
   * The model that makes the survivors of one cohort most likely, or why there is none.
   *
   * @param survivors how many there were at the start and after each period
   * @throws InvalidValueException RANGE if a count is below zero or above the one before it
   */
  public static Fit<ShiftedBetaGeometric> fit(List<Long> survivors) {
    check(survivors);
    long start = survivors.isEmpty() ? 0 : survivors.get(0);
    if (start == 0) {
      return new Fit.Failed<>(Fit.Reason.NO_CUSTOMERS, "there are no customers");
    }
    long end = survivors.get(survivors.size() - 1);
    if (survivors.size() < 3 || end == start || survivors.get(1) == 0) {
      return new Fit.Failed<>(
          Fit.Reason.NO_VARIATION,
          "two periods or more are needed, in which some leave and some stay");
    }
    double[][] starts = {{1, 3}, {0.3, 1}, {1, 30}, {5, 5}};
    return Fitting.search(
        new Likelihood(ImmutableList.copyOf(survivors)),
        start,
        NAMES,
        starts,
        found -> new ShiftedBetaGeometric(found[0], found[1]));
  }

  /** The share of a cohort that is left after so many periods, from 0 to 1. */
  public double survival(int periods) {
    checkPeriods(periods, 0);
    return Math.exp(LogBeta.value(alpha, beta + periods) - LogBeta.value(alpha, beta));
  }

  /** The share of those left before this period, counted from 1, who are left after it. */
  public double retention(int period) {
    checkPeriods(period, 1);
    return (beta + period - 1) / (alpha + beta + period - 1);
  }

  private static void checkPeriods(int periods, int least) {
    InvalidValueException.check(
        periods >= least,
        FailureCode.RANGE,
        "periods",
        "a number of periods must be at least %s: %s",
        least,
        periods);
  }

  private static void check(List<Long> survivors) {
    for (int i = 0; i < survivors.size(); i++) {
      InvalidValueException.check(
          survivors.get(i) >= 0 && (i == 0 || survivors.get(i) <= survivors.get(i - 1)),
          FailureCode.RANGE,
          "survivors[" + i + "]",
          "survivors must be at least 0 and never increase: %s",
          survivors.get(i));
    }
  }

  /** The log-likelihood of losses in each period, and of those who are left. */
  record Likelihood(ImmutableList<Long> survivors) implements Objective {
    @Override
    public double at(double[] parameters, double[] gradient) {
      Arrays.fill(gradient, 0);
      double sum = 0;
      int periods = survivors.size() - 1;
      for (int period = 1; period <= periods; period++) {
        long lost = survivors.get(period - 1) - survivors.get(period);
        sum += add(parameters, 1, period - 1, (double) lost, gradient);
      }
      return sum + add(parameters, 0, periods, survivors.get(periods), gradient);
    }

    private static double add(
        double[] parameters, int left, int stayed, double weight, double[] gradient) {
      double a = parameters[0];
      double b = parameters[1];
      double both = Digamma.value(a + b) - Digamma.value(a + b + left + stayed);
      gradient[0] += weight * (both + Digamma.value(a + left) - Digamma.value(a));
      gradient[1] += weight * (both + Digamma.value(b + stayed) - Digamma.value(b));
      return weight * (LogBeta.value(a + left, b + stayed) - LogBeta.value(a, b));
    }
  }
}
