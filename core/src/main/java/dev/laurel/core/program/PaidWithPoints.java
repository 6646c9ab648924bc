package dev.laurel.core.program;

/** What a return does about the points with which a part of the purchase was paid. */
public enum PaidWithPoints {
  /** Gives back the exact share: half of the purchase returned, half of the points come back. */
  RETURN_SHARE,
  /** Gives the points back only once nothing is left of the purchase. */
  ON_FULL_REFUND_ONLY
}
