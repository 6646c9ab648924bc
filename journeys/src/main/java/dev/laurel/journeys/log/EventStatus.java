package dev.laurel.journeys.log;

/** How an event ended. */
public enum EventStatus {
  /** It did what it is for. */
  COMPLETED,
  /** It happened and did not do what it is for: a payment declined, a call not answered. */
  FAILED
}
