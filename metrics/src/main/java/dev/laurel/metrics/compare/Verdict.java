package dev.laurel.metrics.compare;

/**
 * What may be said of a change, for people who decide and do not test.
 *
 * <p>{@link #IMPROVED} and {@link #WORSENED} say that the p-value of the test of {@link Comparing}
 * lies below one minus the level, 0.05 unless set; {@link #NO_DETECTABLE_CHANGE} that it does not.
 * Whoever watches many scores will see one change in twenty where there is none:
 * {@link SegmentScan} corrects for that.
 */
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
