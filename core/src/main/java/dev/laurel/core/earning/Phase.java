package dev.laurel.core.earning;

/**
 * The three steps in which an event is worth points; each point type goes through them in order.
 */
public enum Phase {
  /** What the event itself is worth, such as one point per euro. */
  BASE,
  /** What the base is multiplied by. */
  MULTIPLIER,
  /** What comes on top and is not multiplied. */
  BONUS
}
