package dev.laurel.journeys.attribution;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** A chain of counts solved from its start: visits, and conversions from each state. */
final class ChainSolution {
  private final AbsorbingChain chain;
  private final double[] visits;
  private final double conversionRate;

  /**
   * What happens at a set of states.
   *
   * @param reach the share of journeys that come to one of them
   * @param converted the share of journeys that come to one of them and convert
   */
  record Hit(double reach, double converted) {}

  private ChainSolution(AbsorbingChain chain, double[] visits, double conversionRate) {
    this.chain = chain;
    this.visits = visits;
    this.conversionRate = conversionRate;
  }

  static ChainSolution of(ChainCounts counts) {
    int states = counts.states;
    double[][] moves = new double[states][states];
    double[][] ends = new double[states][2];
    int width = states + 2;
    for (int state = 0; state < states; state++) {
      long sum = sum(counts.moves, state * width, width);
      for (int to = 0; to < states; to++) {
        moves[state][to] = share(counts.moves[state * width + to], sum);
      }
      ends[state][0] = share(counts.moves[state * width + states], sum);
      // Nobody leaves a state of weight zero, which no journey visits either.
      ends[state][1] = sum == 0 ? 1 : share(counts.moves[state * width + states + 1], sum);
    }
    AbsorbingChain chain = AbsorbingChain.of(moves, ends);
    long journeys = sum(counts.starts, 0, width);
    double[] visits = new double[states];
    double conversionRate = share(counts.starts[states], journeys);
    for (int first = 0; first < states; first++) {
      double share = share(counts.starts[first], journeys);
      conversionRate += share * chain.absorption(first, 0);
      for (int state = 0; state < states; state++) {
        visits[state] += share * chain.visits(first, state);
      }
    }
    return new ChainSolution(chain, visits, conversionRate);
  }

  private static long sum(long[] of, int from, int length) {
    return Arrays.stream(of, from, from + length).sum();
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  /** The probability that a journey converts from a state. */
  double conversion(int state) {
    return chain.absorption(state, 0);
  }

  /** The share of journeys that convert. */
  double conversionRate() {
    return conversionRate;
  }

  /**
   * Where journeys first come to a set of states: the row of visits times the inverse of the visits
   * among themselves. For one state that is {@code N[S,c] / N[c,c]}.
   */
  Hit hit(int[] at) {
    DMatrixRMaj among = new DMatrixRMaj(at.length, at.length);
    DMatrixRMaj from = new DMatrixRMaj(at.length, 1);
    for (int i = 0; i < at.length; i++) {
      from.set(i, 0, visits[at[i]]);
      for (int j = 0; j < at.length; j++) {
        // Transposed, so that the system is solved for a row.
        among.set(j, i, chain.visits(at[i], at[j]));
      }
    }
    DMatrixRMaj first = new DMatrixRMaj(at.length, 1);
    if (!CommonOps_DDRM.solve(among, from, first)) {
      throw new IllegalStateException("visits among states must be solvable");
    }
    double reach = 0;
    double converted = 0;
    for (int i = 0; i < at.length; i++) {
      reach += first.get(i, 0);
      converted += first.get(i, 0) * chain.absorption(at[i], 0);
    }
    return new Hit(reach, converted);
  }
}
