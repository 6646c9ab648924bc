package dev.laurel.journeys.conformance;

import com.google.common.collect.ImmutableList;
import dev.laurel.journeys.map.Step;

/**
 * One move of an alignment, which walks along a journey and a map at the same time.
 *
 * <p>Events are numbered from 0 within their journey.
 */
public sealed interface Move {
  /**
   * The journey took a step of the map.
   *
   * @param step the step
   * @param event the event
   */
  record Taken(Step step, int event) implements Move {}

  /**
   * The map has a step at which nothing happened.
   *
   * @param step the step
   */
  record Skipped(Step step) implements Move {}

  /**
   * Something happened that the map does not have there.
   *
   * @param event the event
   */
  record Extra(int event) implements Move {}

  /** The number of moves that are not steps taken. */
  static int cost(ImmutableList<Move> moves) {
    return (int) moves.stream().filter(move -> !(move instanceof Taken)).count();
  }
}
