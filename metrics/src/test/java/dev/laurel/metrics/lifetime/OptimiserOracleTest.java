package dev.laurel.metrics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.metrics.Cdnow;
import dev.laurel.metrics.customer.HistoryTable;
import dev.laurel.metrics.customer.PurchaseHistory;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.junit.jupiter.api.Test;

/** Our search beside the simplex of Hipparchus, which knows nothing of gradients. */
class OptimiserOracleTest {
  @Test
  void bothFindTheSameTopOfInventedCustomers() {
    HistoryTable table = invented(3_000, 11);

    assertThat(ours(table)).isCloseTo(simplex(table), within(1e-6)).isGreaterThan(-1e6);
  }

  @Test
  void bothFindTheSameTopOfCdnow() {
    HistoryTable table = Cdnow.published().table();

    assertThat(ours(table)).isCloseTo(simplex(table), within(1e-6));
  }

  @Test
  void theSearchIsShort() {
    Fit.Converged<BgNbd> fit = (Fit.Converged<BgNbd>) BgNbd.fit(invented(3_000, 12));

    assertThat(fit.evaluations()).isLessThan(80);
  }

  @Test
  void theParametersThatMadeTheCustomersAreWithinTheirIntervals() {
    Fit.Converged<BgNbd> fit = (Fit.Converged<BgNbd>) BgNbd.fit(invented(20_000, 13));

    double[] truth = {.6, 8, .8, 2.5};
    for (int i = 0; i < truth.length; i++) {
      assertThat(
              fit.parameters().values().asList().get(i).interval().orElseThrow().contains(truth[i]))
          .as("parameter %s", i)
          .isTrue();
    }
  }

  private static double ours(HistoryTable table) {
    return ((Fit.Converged<BgNbd>) BgNbd.fit(table)).logLikelihood();
  }

  private static double simplex(HistoryTable table) {
    DropoutLikelihood likelihood = new DropoutLikelihood(table, 0);
    double[] ignored = new double[4];
    PointValuePair top = new SimplexOptimizer(1e-13, 1e-10)
        .optimize(
            new MaxEval(20_000),
            new ObjectiveFunction(logs -> likelihood.at(
                new double[] {
                  Math.exp(logs[0]), Math.exp(logs[1]), Math.exp(logs[2]), Math.exp(logs[3])
                },
                ignored)),
            GoalType.MAXIMIZE,
            new InitialGuess(new double[] {0, 1, 0, 1}),
            new NelderMeadSimplex(4));
    return top.getValue();
  }

  /** Customers who do what BG/NBD says, with r 0.6, alpha 8, a 0.8, b 2.5. */
  private static HistoryTable invented(int customers, long seed) {
    UniformRandomProvider dice = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    HistoryTable.Builder table = HistoryTable.builder();
    for (int i = 0; i < customers; i++) {
      double age = 26 + dice.nextInt(90) / 7.0;
      double rate = gamma(dice, .6) / 8;
      double leaving = gamma(dice, .8);
      double chance = leaving / (leaving + gamma(dice, 2.5));
      int frequency = 0;
      double recency = 0;
      double next = -Math.log(dice.nextDouble()) / rate;
      while (next <= age) {
        frequency++;
        recency = next;
        next = dice.nextDouble() < chance
            ? Double.MAX_VALUE
            : next - Math.log(dice.nextDouble()) / rate;
      }
      table.add(PurchaseHistory.of(frequency, recency, age));
    }
    return table.build();
  }

  private static double gamma(UniformRandomProvider dice, double shape) {
    return GammaDistribution.of(shape, 1).createSampler(dice).sample();
  }
}
