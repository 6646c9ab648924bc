package dev.laurel.tiers.ladder;

/** What reaching a tier does to the figures that led there. */
public enum Counting {
  /** They stay: 120 miles at a threshold of 100 are 120 on the way to the next tier. */
  KEEP,
  /** They begin again at zero. */
  RESET,
  /**
   * The threshold is taken off: 120 miles at a threshold of 100 leave 20. Members then climb one
   * tier at a time, as the threshold of each is taken off before the next is looked at.
   */
  DEDUCT_THRESHOLD
}
