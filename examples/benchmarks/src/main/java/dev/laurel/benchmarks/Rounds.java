package dev.laurel.benchmarks;

import java.util.Arrays;

/** What many rounds of contenders in turns come to. */
public final class Rounds {
  private Rounds() {}

  /** The middle of what the rounds took. */
  public static double median(double[] rounds) {
    return quantile(rounds, 2);
  }

  /** The middle of the ratios within the rounds. */
  public static double ratio(double[] rounds, double[] others) {
    return median(ratios(rounds, others));
  }

  /** The ratios within the rounds. */
  public static double[] ratios(double[] rounds, double[] others) {
    double[] ratios = new double[rounds.length];
    Arrays.setAll(ratios, round -> rounds[round] / others[round]);
    return ratios;
  }

  /** What so many quarters of the rounds are below. */
  public static double quantile(double[] rounds, int quarters) {
    double[] sorted = rounds.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length * quarters / 4];
  }
}
