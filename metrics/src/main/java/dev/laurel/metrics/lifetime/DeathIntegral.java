package dev.laurel.metrics.lifetime;

/**
 * The integral over the unknown time of death in Pareto/NBD, from the last purchase to the end of
 * observation, of (alpha + t)^-(r + x) (beta + t)^-(s + 1), with the means that its gradient needs.
 *
 * <p>The literature has a difference of two hypergeometric functions here, which cancels for
 * customers who buy often. The integral itself has positive terms only. In the logarithm of the
 * smaller scale plus time, the integrand is nearly exponential; it is cut where it has fallen by 45
 * orders of e and divided into panels over which it falls by at most 40.
 */
final class DeathIntegral {
  private static final double DEEPEST = 45;
  private static final double PANEL_FALL = 40;
  private static final double PANEL_WIDTH = 3;

  private final double alpha;
  private final double beta;
  private final double buying;
  private final double dying;

  /** The logarithm of the integral; minus infinity if there is no time. */
  double log;

  /** The mean of log(alpha + t) under the integrand. */
  double meanLogAlpha;

  /** The mean of log(beta + t) under the integrand. */
  double meanLogBeta;

  /** The mean of 1 / (alpha + t) under the integrand. */
  double meanByAlpha;

  /** The mean of 1 / (beta + t) under the integrand. */
  double meanByBeta;

  DeathIntegral(double alpha, double beta, double buying, double dying) {
    this.alpha = alpha;
    this.beta = beta;
    this.buying = buying;
    this.dying = dying;
  }

  /** Sets the fields to the integral between these times. */
  void over(double from, double until) {
    double least = Math.min(alpha, beta);
    double start = least + from;
    double height = height(from, start);
    double slope = 1 - buying * (start / (alpha + from)) - dying * (start / (beta + from));
    double width = Math.log1p((until - from) / start);
    if (slope < 0) {
      width = Math.min(width, -DEEPEST / slope);
    }
    double last = start * Math.expm1(width) + from;
    double fall = Math.max(0, height - height(last, least + last));
    int panels = 1 + (int) Math.max(fall / PANEL_FALL, width / PANEL_WIDTH);
    sum(start, from, height, width / panels, panels);
  }

  private double height(double time, double moved) {
    return Math.log(moved) - buying * Math.log(alpha + time) - dying * Math.log(beta + time);
  }

  private void sum(double start, double from, double height, double width, int panels) {
    GaussLegendre rule = GaussLegendre.OF_24;
    double logStart = Math.log(start);
    double[] sums = new double[5];
    for (int panel = 0; panel < panels; panel++) {
      for (int i = 0; i < rule.size(); i++) {
        double y = (panel + rule.node(i)) * width;
        double grown = Math.exp(y);
        // Of the smaller scale the logarithm is known without computing it.
        double time = start * (grown - 1) + from;
        double logAlpha = alpha <= beta ? logStart + y : Math.log(alpha + time);
        double logBeta = alpha <= beta ? Math.log(beta + time) : logStart + y;
        double mass =
            rule.weight(i) * Math.exp(logStart + y - buying * logAlpha - dying * logBeta - height);
        sums[0] += mass;
        sums[1] += mass * logAlpha;
        sums[2] += mass * logBeta;
        sums[3] += mass / (alpha + time);
        sums[4] += mass / (beta + time);
      }
    }
    double mass = sums[0];
    log = width > 0 ? height + Math.log(mass * width) : Double.NEGATIVE_INFINITY;
    meanLogAlpha = sums[1] / mass;
    meanLogBeta = sums[2] / mass;
    meanByAlpha = sums[3] / mass;
    meanByBeta = sums[4] / mass;
  }
}
