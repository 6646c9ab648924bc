package dev.laurel.tiers.ladder;

/** When a tier that was reached begins. */
public enum StatusEffect {
  /** With the event that reached it. */
  IMMEDIATE,
  /** With the period after the one in which it was reached. */
  NEXT_PERIOD
}
