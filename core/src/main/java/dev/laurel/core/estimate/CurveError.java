package dev.laurel.core.estimate;

/**
 * How the standard errors of a curve are found.
 *
 * <p>Weights are not observations: a lot of 500 points is one decision of one member, not 500. An
 * error that takes points for observations is too small by the root of their number.
 */
public enum CurveError {
  /** The formula of Greenwood (1926), for units that count once and stand alone; refuses others. */
  GREENWOOD("Greenwood"),
  /**
   * The infinitesimal jackknife by cluster: how much the curve would move if a cluster counted a
   * little more. For units that stand alone it equals Greenwood's.
   */
  CLUSTERED("clustered");

  private final String title;

  CurveError(String title) {
    this.title = title;
  }

  /** The name for methods. */
  String title() {
    return title;
  }
}
