package dev.laurel.examples.programs;

import java.util.SplittableRandom;

/** Draws from a seed; strict arithmetic, so that each machine draws the same. */
public final class Dice {
  private final SplittableRandom random;

  /** Dice that draw from this source. */
  public Dice(SplittableRandom random) {
    this.random = random;
  }

  /** Whether something of this probability happens. */
  public boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** A whole number from the first to the last, both inclusive. */
  public int between(int first, int last) {
    return random.nextInt(first, last + 1);
  }

  @SafeVarargs
  final <T> T oneOf(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** A place, each as likely as its weight says. */
  public int weighted(int... weights) {
    int sum = 0;
    for (int weight : weights) {
      sum += weight;
    }
    int drawn = random.nextInt(sum);
    int place = 0;
    while (drawn >= weights[place]) {
      drawn -= weights[place];
      place++;
    }
    return place;
  }

  /**
   * A positive amount around the median with a long tail to the right: most services, most cars.
   */
  public double logNormal(double median, double spread) {
    return median * StrictMath.exp(spread * normal());
  }

  /** An amount of at least the least with a very long tail: accessories. */
  double pareto(double least, double shape) {
    return least / StrictMath.pow(1 - random.nextDouble(), 1 / shape);
  }

  private double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
  }
}
