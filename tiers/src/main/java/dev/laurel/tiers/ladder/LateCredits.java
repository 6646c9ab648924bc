package dev.laurel.tiers.ladder;

/**
 * What an event does that arrives after the period in which it happened has closed.
 *
 * <p>This is for programs that decide facts as they arrive; under REPLAY all facts take their place
 * anyway. An event that arrives late but within the open period always counts.
 */
public enum LateCredits {
  /**
   * The closed period is worked out again with it, and only a better tier is given, from its
   * arrival on. The figures of the open period stay what they were without it.
   */
  IMPROVE_ONLY,
  /** It takes its place as if it had come in time, for better or worse. */
  FULL,
  /** It does not count. */
  IGNORE
}
