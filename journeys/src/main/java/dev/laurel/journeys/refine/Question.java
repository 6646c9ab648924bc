package dev.laurel.journeys.refine;

/** What is compared between two versions of a map. */
public enum Question {
  /** The share of journeys that convert. */
  CONVERSION,
  /**
   * Of the journeys that came by the improved touchpoint, the share that ended there without having
   * converted.
   */
  DROP_OFF,
  /** The mean fitness of journeys, each to the map of its own version, from 0 to 1. */
  FITNESS,
  /** The mean time from the first to the last event of journeys that convert, in seconds. */
  TIME_TO_CONVERT
}
