package dev.laurel.metrics.lifetime;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.LogBeta;

/**
 * For how many opportunities somebody is still there who leaves before each with one chance p,
 * counted at what they are worth today, if p is beta distributed over people: the mean of 1 / (d +
 * p) with the discount d from one opportunity to the next.
 *
 * <p>The literature writes it as 2F1(1, c; a + c; 1 / (1 + d)) / (1 + d), a series that needs
 * millions of terms for a small discount. This is the integral that the function stands for, by the
 * trapezoidal rule in the log-odds of p: the integrand is analytic as far as half pi beside the
 * real line, so that steps of a fifth, and of half the spread of a narrow density, leave an error
 * of the order of 1e-14. Where the integrand has become a pure exponential, the rest of the sum is
 * a geometric series and is added in closed form, so that the smallest shapes cost no more than
 * others.
 */
final class DiscountedStay {
  private static final double WIDEST_STEP = 0.2;
  private static final double DEEPEST = 45;
  private static final double NEGLIGIBLE = 1e-17;
  private static final double SMALLEST = 1e-300;

  private final double a;
  private final double c;
  private final double least;
  private final double step;
  private final double logBeta;

  private double[] chances = new double[256];
  private double[] weights = new double[256];
  private int size;

  /**
   * The stay of people whose chance to leave is beta distributed.
   *
   * @param a with c the chance to leave
   * @param c with a the chance to stay
   * @param least the least discount that will be asked for, above 0
   */
  DiscountedStay(double a, double c, double least) {
    this.a = a;
    this.c = c;
    this.least = least;
    this.step = step(1 / a + 1 / c);
    this.logBeta = LogBeta.value(a, c);
    walk(0, -step, NEGLIGIBLE * Math.min(least, 1 / (1 + c)), -Math.expm1(-a * step));
    walk(step, step, NEGLIGIBLE / (1 + a), -Math.expm1(-c * step));
  }

  /** The step for a density of this variance, roughly. */
  static double step(double variance) {
    return Math.min(WIDEST_STEP, Math.sqrt(variance) / 2);
  }

  /** The expected worth of all opportunities still there, at a discount of at least the least. */
  double opportunities(double discount) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += weights[i] / (discount + chances[i]);
    }
    return sum;
  }

  /**
   * Takes in nodes from the mode outwards, until they no longer count, or until the smaller of p
   * and 1 - p is negligible: from there on weights fall by one factor.
   */
  private void walk(double from, double stride, double negligible, double falls) {
    double mode = Math.log(a / c);
    double peak = logDensity(mode);
    double peakWorth = Double.NEGATIVE_INFINITY;
    for (double distance = from; ; distance += stride) {
      double odds = mode + distance;
      double logDensity = logDensity(odds);
      double chance = Math.exp(logChance(odds));
      double rest = stride < 0 ? chance : Math.exp(logChance(-odds));
      if (rest < Math.max(negligible, SMALLEST)) {
        add(chance, step * Math.exp(logDensity) / falls);
        return;
      }
      double worth = logDensity - Math.log(least + chance);
      peakWorth = Math.max(peakWorth, worth);
      if (logDensity < peak - DEEPEST && worth < peakWorth - DEEPEST) {
        return;
      }
      add(chance, step * Math.exp(logDensity));
    }
  }

  /** The logarithm of the density of the log-odds. */
  private double logDensity(double odds) {
    return a * logChance(odds) + c * logChance(-odds) - logBeta;
  }

  private static double logChance(double odds) {
    return odds > 0 ? -Math.log1p(Math.exp(-odds)) : odds - Math.log1p(Math.exp(odds));
  }

  private void add(double chance, double weight) {
    if (size == chances.length) {
      chances = Arrays.copyOf(chances, 2 * size);
      weights = Arrays.copyOf(weights, 2 * size);
    }
    chances[size] = chance;
    weights[size] = weight;
    size++;
  }
}
