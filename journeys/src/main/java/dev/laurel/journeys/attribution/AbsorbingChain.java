package dev.laurel.journeys.attribution;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * A Markov chain that ends: how often each state is visited, where it ends, and after how many
 * steps.
 *
 * <p>The drunkard between 0 and 4 who starts at 1 takes 3 steps on average, is 1.5 times at 1
 * himself, and ends at 0 three times in four. States and ends have numbers from 0.
 *
 * <p>Source: J. G. Kemeny and J. L. Snell, "Finite Markov Chains" (1960), chapter III: the
 * fundamental matrix {@code N = (I - Q)^-1}.
 */
public final class AbsorbingChain {
  private static final int MOST_STATES = 2_000;
  private static final double ROUNDING = 1e-9;

  private final DMatrixRMaj visits;
  private final DMatrixRMaj absorption;

  private AbsorbingChain(DMatrixRMaj visits, DMatrixRMaj absorption) {
    this.visits = visits;
    this.absorption = absorption;
  }

  /**
   * The chain of these probabilities.
   *
   * @param moves from each state to each state
   * @param ends from each state to each end
   * @throws InvalidValueException LIMIT_EXCEEDED above 2,000 states; PERCENT_RANGE if a row is not
   *     made of probabilities that add up to 1; DIVISION if there is a state from which no end is
   *     reached
   */
  public static AbsorbingChain of(double[][] moves, double[][] ends) {
    int states = moves.length;
    InvalidValueException.check(
        states >= 1 && states <= MOST_STATES && ends.length == states,
        FailureCode.LIMIT_EXCEEDED,
        "moves",
        "a chain must have 1 to %s states, and ends for each: %s, %s",
        MOST_STATES,
        states,
        ends.length);
    for (int state = 0; state < states; state++) {
      checkRow(state, moves[state], ends[state], states, ends[0].length);
    }
    DMatrixRMaj toInvert = CommonOps_DDRM.identity(states);
    CommonOps_DDRM.subtractEquals(toInvert, new DMatrixRMaj(moves));
    DMatrixRMaj visits = new DMatrixRMaj(states, states);
    boolean isInvertible = CommonOps_DDRM.invert(toInvert, visits);
    InvalidValueException.check(
        isInvertible && !hasOddities(visits),
        FailureCode.DIVISION,
        "moves",
        "a chain must reach an end from each of its %s states",
        states);
    DMatrixRMaj absorption = new DMatrixRMaj(states, ends[0].length);
    CommonOps_DDRM.mult(visits, new DMatrixRMaj(ends), absorption);
    return new AbsorbingChain(visits, absorption);
  }

  private static void checkRow(int state, double[] moves, double[] ends, int width, int kinds) {
    double sum = 0;
    boolean isFine = moves.length == width && ends.length == kinds;
    for (double probability : moves) {
      isFine &= probability >= 0;
      sum += probability;
    }
    for (double probability : ends) {
      isFine &= probability >= 0;
      sum += probability;
    }
    InvalidValueException.check(
        isFine && Math.abs(sum - 1) <= ROUNDING,
        FailureCode.PERCENT_RANGE,
        "moves[" + state + "]",
        "state %s must have probabilities that add up to 1: %s",
        state,
        sum);
  }

  private static boolean hasOddities(DMatrixRMaj visits) {
    for (double value : visits.data) {
      if (!(value >= -ROUNDING && value < 1 / ROUNDING)) {
        return true;
      }
    }
    return false;
  }

  /** How many states there are. */
  public int states() {
    return visits.numRows;
  }

  /** How often a state is visited from another on average, the start counted. */
  public double visits(int from, int state) {
    return visits.get(from, state);
  }

  /** The probability of reaching a state from another; 1 from itself. */
  public double reach(int from, int state) {
    return visits.get(from, state) / visits.get(state, state);
  }

  /** The probability of ending at an end. */
  public double absorption(int from, int end) {
    return absorption.get(from, end);
  }

  /** How many steps it takes to an end on average. */
  public double steps(int from) {
    double steps = 0;
    for (int state = 0; state < states(); state++) {
      steps += visits.get(from, state);
    }
    return steps;
  }

  /** The variance of the number of steps to an end: {@code (2N - I)t - t^2}. */
  public double stepsVariance(int from) {
    double twice = 0;
    for (int state = 0; state < states(); state++) {
      twice += visits.get(from, state) * steps(state);
    }
    double steps = steps(from);
    return Math.max(0, 2 * twice - steps - steps * steps);
  }
}
