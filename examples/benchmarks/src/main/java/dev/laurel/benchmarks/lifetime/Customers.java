package dev.laurel.benchmarks.lifetime;

import dev.laurel.metrics.customer.HistoryTable;
import dev.laurel.metrics.customer.PurchaseHistory;
import java.util.SplittableRandom;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * Invented customers with the parameters and the calendar of CDNOW: twelve weeks in which they
 * join, 39 weeks of observation, times in whole days counted as weeks.
 */
final class Customers {
  final int[] frequencies;
  final double[] recencies;
  final double[] ages;

  private Customers(int size) {
    frequencies = new int[size];
    recencies = new double[size];
    ages = new double[size];
  }

  static Customers invented(int size, long seed) {
    UniformRandomProvider dice = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    SplittableRandom chances = new SplittableRandom(seed);
    ContinuousDistribution.Sampler rates = gamma(.243, 1 / (7 * 4.414), dice);
    ContinuousDistribution.Sampler leaving = gamma(.793, 1, dice);
    ContinuousDistribution.Sampler staying = gamma(2.426, 1, dice);
    Customers customers = new Customers(size);
    for (int i = 0; i < size; i++) {
      int age = 272 - chances.nextInt(84);
      double rate = rates.sample();
      double gone = leaving.sample();
      double chance = gone / (gone + staying.sample());
      double day = wait(chances, rate);
      int last = 0;
      while (day <= age) {
        // Two purchases of a day are one.
        int today = Math.max(1, (int) Math.ceil(day));
        customers.frequencies[i] += today > last ? 1 : 0;
        last = today;
        day = chances.nextDouble() < chance ? Double.MAX_VALUE : day + wait(chances, rate);
      }
      customers.recencies[i] = last / 7.0;
      customers.ages[i] = age / 7.0;
    }
    return customers;
  }

  int size() {
    return ages.length;
  }

  /** The distinct histories with counts. */
  HistoryTable encode() {
    HistoryTable.Builder table = HistoryTable.builder();
    for (int i = 0; i < size(); i++) {
      table.add(PurchaseHistory.of(frequencies[i], recencies[i], ages[i]));
    }
    return table.build();
  }

  private static double wait(SplittableRandom chances, double rate) {
    return -Math.log(1 - chances.nextDouble()) / rate;
  }

  private static ContinuousDistribution.Sampler gamma(
      double shape, double scale, UniformRandomProvider dice) {
    return GammaDistribution.of(shape, scale).createSampler(dice);
  }
}
