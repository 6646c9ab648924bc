package dev.laurel.journeys.attribution;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.function.IntToDoubleFunction;

/**
 * What each player of a game is owed: the player's contribution averaged over all orders in which
 * the players could have come.
 *
 * <p>With worths O 7, F 6, D 4, OF 15, OD 7, FD 9 and OFD 19, O is owed 23/3, F 49/6, D 19/6.
 * Source: L. S. Shapley, "A value for n-person games" (1953).
 */
public final class ShapleyValue {
  private static final int MOST_PLAYERS = 20;

  private ShapleyValue() {}

  /**
   * The values of the players, by number.
   *
   * @param players how many, 1 to 20
   * @param worth what a coalition is worth; bit {@code i} of its number stands for player {@code i}
   * @throws InvalidValueException LIMIT_EXCEEDED outside 1 to 20 players; NUMBER_NOT_FINITE if a
   *     worth is no number
   */
  public static ImmutableDoubleArray of(int players, IntToDoubleFunction worth) {
    InvalidValueException.check(
        players >= 1 && players <= MOST_PLAYERS,
        FailureCode.LIMIT_EXCEEDED,
        "players",
        "a game must have 1 to %s players: %s",
        MOST_PLAYERS,
        players);
    double[] weights = weights(players);
    double[] values = new double[players];
    for (int coalition = 0; coalition < 1 << players; coalition++) {
      double of = worth.applyAsDouble(coalition);
      InvalidValueException.check(
          Double.isFinite(of),
          FailureCode.NUMBER_NOT_FINITE,
          "worth",
          "a coalition must be worth a number: %s",
          of);
      int size = Integer.bitCount(coalition);
      for (int player = 0; player < players; player++) {
        // A coalition counts for its members as joined last, against the others as not yet joined.
        if ((coalition & 1 << player) != 0) {
          values[player] += weights[size - 1] * of;
        } else {
          values[player] -= weights[size] * of;
        }
      }
    }
    return ImmutableDoubleArray.copyOf(values);
  }

  /** For each size of the coalition before, size! (players - size - 1)! / players!. */
  private static double[] weights(int players) {
    double[] weights = new double[players + 1];
    for (int size = 0; size < players; size++) {
      double weight = 1.0 / players;
      for (int i = 1; i <= size; i++) {
        weight *= (double) i / (players - i);
      }
      weights[size] = weight;
    }
    return weights;
  }
}
