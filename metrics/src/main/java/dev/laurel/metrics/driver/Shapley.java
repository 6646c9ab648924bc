package dev.laurel.metrics.driver;

/**
 * The fair share of each player in what a group achieves: the mean, over all orders of arrival, of
 * what the player adds. Source: L. S. Shapley, "A value for n-person games" (1953).
 */
final class Shapley {
  private Shapley() {}

  /**
   * The shares of all players, which add up to the worth of the whole group less that of nobody.
   *
   * @param worth of each group; bit i of the index says whether player i is in it
   */
  static double[] shares(double[] worth, int players) {
    double[] weights = weights(players);
    double[] shares = new double[players];
    for (int group = 0; group < worth.length; group++) {
      double entering = weights[Integer.bitCount(group)] * worth[group];
      double leaving = group == 0 ? 0 : weights[Integer.bitCount(group) - 1] * worth[group];
      for (int player = 0; player < players; player++) {
        shares[player] += (group >> player & 1) == 1 ? leaving : -entering;
      }
    }
    return shares;
  }

  /** For each size of a group without the player, the share of orders in which it comes first. */
  private static double[] weights(int players) {
    double[] weights = new double[players + 1];
    double weight = 1.0 / players;
    for (int size = 0; size < players; size++) {
      weights[size] = weight;
      // size! (players - size - 1)! / players!
      weight *= (size + 1.0) / Math.max(1, players - size - 1);
    }
    return weights;
  }
}
