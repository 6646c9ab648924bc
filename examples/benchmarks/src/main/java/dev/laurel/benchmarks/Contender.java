package dev.laurel.benchmarks;

/** One way of working out the points of the same purchases. */
interface Contender extends AutoCloseable {
  /**
   * The points of the purchases from one place, inclusive, to another, exclusive.
   *
   * <p>Each contender loops on its own, so that no call in the loop has more than one target.
   */
  long sum(int from, int until);

  @Override
  default void close() {}
}
