package dev.laurel.benchmarks.lifetime;

import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * BG/NBD as the textbook has it: the likelihood of each customer by special functions, climbed
 * without gradient by Nelder and Mead from ones.
 */
final class Simplex {
  private Simplex() {}

  /** The greatest log-likelihood. */
  static double fit(Customers customers) {
    return new SimplexOptimizer(1e-12, 1e-9)
        .optimize(
            new MaxEval(20_000),
            new ObjectiveFunction(logs -> logLikelihood(customers, logs)),
            GoalType.MAXIMIZE,
            new InitialGuess(new double[4]),
            new NelderMeadSimplex(4))
        .getValue();
  }

  private static double logLikelihood(Customers customers, double[] logs) {
    double r = Math.exp(logs[0]);
    double alpha = Math.exp(logs[1]);
    double a = Math.exp(logs[2]);
    double b = Math.exp(logs[3]);
    double sum = 0;
    for (int i = 0; i < customers.size(); i++) {
      sum +=
          one(r, alpha, a, b, customers.frequencies[i], customers.recencies[i], customers.ages[i]);
    }
    return sum;
  }

  private static double one(
      double r, double alpha, double a, double b, int x, double recency, double age) {
    double common = LogBeta.value(a, b + x)
        - LogBeta.value(a, b)
        + LogGamma.value(r + x)
        - LogGamma.value(r)
        + r * Math.log(alpha);
    double alive = -(r + x) * Math.log(alpha + age);
    if (x == 0) {
      return common + alive;
    }
    double left = Math.log(a) - Math.log(b + x - 1) - (r + x) * Math.log(alpha + recency);
    double greater = Math.max(alive, left);
    return common + greater + Math.log(Math.exp(alive - greater) + Math.exp(left - greater));
  }
}
