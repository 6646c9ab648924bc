package dev.laurel.metrics.lifetime;

import dev.laurel.metrics.customer.HistoryTable;
import java.util.Arrays;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;

/** The log-likelihood of Pareto/NBD with its gradient. */
final class DeathLikelihood implements Objective {
  private final HistoryTable table;

  DeathLikelihood(HistoryTable table) {
    this.table = table;
  }

  @Override
  public double at(double[] parameters, double[] gradient) {
    Arrays.fill(gradient, 0);
    double r = parameters[0];
    double alpha = parameters[1];
    double s = parameters[2];
    double beta = parameters[3];
    double start = r * Math.log(alpha) + s * Math.log(beta) - LogGamma.value(r);
    double digamma = Digamma.value(r);
    double sum = 0;
    int known = -1;
    double logGamma = 0;
    double slope = 0;
    for (int row = 0; row < table.rows(); row++) {
      int x = table.frequency(row);
      if (x != known) {
        known = x;
        logGamma = LogGamma.value(r + x);
        slope = Digamma.value(r + x) - digamma;
      }
      double count = table.count(row);
      double age = table.age(row);
      double shape = r + x;
      Life life = Life.of(alpha, beta, shape, s, table.recency(row), age);
      double alive = life.alive();
      double dead = 1 - alive;
      DeathIntegral death = life.death();
      sum += count * (start + logGamma + life.logSum());
      gradient[0] += count
          * (slope
              + Math.log(alpha)
              - weighed(alive, Math.log(alpha + age), dead, death.meanLogAlpha));
      gradient[1] +=
          count * (r / alpha - shape * weighed(alive, 1 / (alpha + age), dead, death.meanByAlpha));
      gradient[2] += count
          * (Math.log(beta)
              - weighed(alive, Math.log(beta + age), dead, death.meanLogBeta - 1 / s));
      gradient[3] +=
          count * (s / beta - weighed(alive, s / (beta + age), dead, (s + 1) * death.meanByBeta));
    }
    return sum;
  }

  private static double weighed(double alive, double one, double dead, double other) {
    // Without time since the last purchase nobody can have died, and the mean is undefined.
    return dead == 0 ? alive * one : alive * one + dead * other;
  }

  /**
   * The two ways in which a history comes about: alive at the end, or dead since.
   *
   * @param logAlive the logarithm of the first, but for a factor that both have
   * @param logDead the logarithm of the second
   * @param death the integral behind the second
   */
  record Life(double logAlive, double logDead, DeathIntegral death) {
    static Life of(double alpha, double beta, double shape, double s, double recency, double age) {
      DeathIntegral death = new DeathIntegral(alpha, beta, shape, s + 1);
      death.over(recency, age);
      return new Life(
          -shape * Math.log(alpha + age) - s * Math.log(beta + age),
          Math.log(s) + death.log,
          death);
    }

    double alive() {
      return 1 / (1 + Math.exp(logDead - logAlive));
    }

    double logSum() {
      double greater = Math.max(logAlive, logDead);
      return greater + Math.log1p(Math.exp(Math.min(logAlive, logDead) - greater));
    }
  }
}
