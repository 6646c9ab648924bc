package dev.laurel.tiers.membership;

/** Which tier's factor an event has that itself reaches a tier. */
public enum Crossing {
  /**
   * That of the tier at its start: at 495 of 500, and 1 point per dollar below and 1.2 above, $10
   * earn 10.
   */
  AT_EVENT_START,
  /** That of the tier at its end: $10 earn 12. */
  AFTER_EVENT,
  /**
   * That of each tier for its share of the event: 5 at 1 and 5 at 1.2, so that $10 earn 11. The
   * shares are those of the event's figures at the factor of its start.
   */
  SPLIT_AT_THRESHOLD
}
