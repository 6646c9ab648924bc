package dev.laurel.tiers.simulation;

import java.util.List;
import java.util.SplittableRandom;

/** All chance in one member's life; strict arithmetic, so that each machine draws the same. */
final class Chance {
  private final SplittableRandom random;

  /**
   * Seeds of neighbours are far apart: a sum of seed and number would give neighbours the same
   * sequence, shifted, wherever the generator's step divides the difference.
   */
  Chance(long seed, long member) {
    random = new SplittableRandom(seed ^ new SplittableRandom(member).nextLong());
  }

  boolean holds(double probability) {
    return random.nextDouble() < probability;
  }

  /** A whole number from 0 to below the bound. */
  long below(long bound) {
    return random.nextLong(bound);
  }

  Habit oneOf(List<Habit> habits) {
    long drawn = below(habits.stream().mapToLong(Habit::weight).sum());
    int place = 0;
    while (drawn >= habits.get(place).weight()) {
      drawn -= habits.get(place).weight();
      place++;
    }
    return habits.get(place);
  }

  /** A time to wait for what happens at a rate; without end at the rate 0. */
  double wait(double rate) {
    return rate == 0 ? Double.POSITIVE_INFINITY : -StrictMath.log(1 - random.nextDouble()) / rate;
  }

  double logNormal(double median, double spread) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    double normal = radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
    return median * StrictMath.exp(spread * normal);
  }
}
