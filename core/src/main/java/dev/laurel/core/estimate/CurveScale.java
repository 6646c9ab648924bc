package dev.laurel.core.estimate;

/**
 * The scale on which the interval of a share is symmetric.
 *
 * <p>Eleven at risk and one gone leave 0.909, with a standard error of 0.0867: from 0.739 to 1 on
 * the plain scale, from 0.754 to 1 on the logarithmic one, from 0.508 to 0.987 on the double
 * logarithmic one.
 */
public enum CurveScale {
  /** The share itself; clipped to 0 and 1. */
  PLAIN {
    @Override
    double bound(double share, double error, double z) {
      return share + z * error;
    }
  },
  /** The logarithm of the share; clipped to 1. The default of R's survival. */
  LOG {
    @Override
    double bound(double share, double error, double z) {
      return share * Math.exp(z * error / share);
    }
  },
  /** The logarithm of the logarithm; never leaves 0 to 1 and good for small samples. */
  LOG_LOG {
    @Override
    double bound(double share, double error, double z) {
      double logarithm = Math.log(share);
      return Math.pow(share, Math.exp(-z * error / (share * -logarithm)));
    }
  };

  /** The bound that lies z standard errors from the share, before it is clipped. */
  abstract double bound(double share, double error, double z);

  /** The interval; of no width where the share is 0 or 1, since the scales end there. */
  Interval interval(double share, double error, Confidence confidence) {
    if (error == 0 || share <= 0 || share >= 1) {
      return new Interval(share, share, confidence);
    }
    double lower = bound(share, error, -confidence.z());
    double upper = bound(share, error, confidence.z());
    return new Interval(Math.min(lower, share), Math.max(upper, share), confidence).clippedTo(0, 1);
  }
}
