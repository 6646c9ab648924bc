package dev.laurel.metrics.customer;

import static java.util.Objects.requireNonNull;

/**
 * The scores of one customer in recency, frequency and monetary value, each from 1, the weakest, to
 * the number of classes.
 *
 * <p>{@code 5-4-5} is somebody who was here lately, comes often and spends much.
 *
 * @param figures what the scores rest on
 * @param recency the score of the last purchase; the most recent have the highest
 * @param frequency the score of the number of purchases
 * @param monetary the score of the spend
 */
public record RfmScore(RfmFigures figures, int recency, int frequency, int monetary) {
  /** Scores with what they rest on. */
  public RfmScore {
    requireNonNull(figures, "figures");
  }

  /** The three scores as one label, such as {@code 5-4-5}. */
  public String cell() {
    return recency + "-" + frequency + "-" + monetary;
  }
}
