package dev.laurel.journeys.map;

/**
 * The moments of truth that literature tells apart; to declare one is to say that the journey is
 * won or lost there, not to have shown it.
 *
 * <p>Sources: J. Carlzon, "Moments of Truth" (1987); A. G. Lafley, Procter and Gamble, for the
 * first and the second; J. Lecinski, "ZMOT" (2011); B. Solis, "What's the Future of Business"
 * (2013).
 */
public enum MomentKind {
  /** The search before the purchase. */
  ZERO,
  /** The product is seen for the first time. */
  FIRST,
  /** The product is used. */
  SECOND,
  /** The experience is shared with others. */
  ULTIMATE,
  /** Any other significant opportunity to make an impression. */
  OTHER
}
