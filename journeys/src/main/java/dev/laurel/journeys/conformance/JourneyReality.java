package dev.laurel.journeys.conformance;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.identity.JourneyId;

/**
 * One journey held against a map.
 *
 * <p>A journey {@code acb} against the map {@code abc} costs 2: b is skipped at its place and extra
 * at another. Its fitness is 1 - 2 / (3 + 3), and its one deviation is b out of order.
 *
 * @param journey the journey
 * @param moves the cheapest alignment
 * @param deviations the deviations, those of events in their order and missing steps last
 * @param fit its cost and its size
 */
public record JourneyReality(
    JourneyId journey, ImmutableList<Move> moves, ImmutableList<Deviation> deviations, Fit fit) {
  /**
   * How well a journey fits.
   *
   * @param cost the number of moves that are not steps taken
   * @param size the number of events and of the steps of the shortest way through the map
   */
  public record Fit(int cost, int size) implements Comparable<Fit> {
    /**
     * A checked fit.
     *
     * @throws InvalidValueException RANGE if the cost is not from 0 to the size
     */
    public Fit {
      InvalidValueException.check(
          cost >= 0 && cost <= size && size > 0,
          FailureCode.RANGE,
          "cost",
          "the cost of an alignment must be from 0 to its size: %s of %s",
          cost,
          size);
    }

    /** From 0, nothing in common, to 1, exactly as designed. */
    public double fitness() {
      return 1 - (double) cost / size;
    }

    @Override
    public int compareTo(Fit other) {
      int byCost = Integer.compare(cost, other.cost);
      return byCost != 0 ? byCost : Integer.compare(size, other.size);
    }
  }

  /** From 0, nothing in common, to 1, exactly as designed. */
  public double fitness() {
    return fit.fitness();
  }

  /** Whether the journey is exactly as designed, failures apart. */
  public boolean isFitting() {
    return fit.cost() == 0;
  }
}
