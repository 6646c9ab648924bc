package dev.laurel.metrics.compare;

/** What may be said of a change. */
public enum Verdict {
  /** It became better, beyond what chance explains. */
  IMPROVED,
  /** It became worse, beyond what chance explains. */
  WORSENED,
  /** Chance explains it; that is not a proof of no change. */
  NO_DETECTABLE_CHANGE,
  /** One side has so few answers that no test is worth making. */
  TOO_FEW_ANSWERS
}
