package dev.laurel.metrics.score;

/**
 * The distribution of the sum of n draws, with replacement, from n answers coded 0, 1 and 2.
 *
 * <p>Its probabilities are the coefficients of F = (a + bx + cx<sup>2</sup>)<sup>n</sup> with the
 * shares a, b and c. Comparing coefficients in P F' = n P' F gives each from the two before it: (k
 * + 1) a f(k + 1) = (n - k) b f(k) + (2n - k + 1) c f(k - 1). Up to k = n no term is negative, so
 * nothing cancels; the upper half is the lower half of the mirrored polynomial. It takes time
 * proportional to n, where adding one draw after the other takes its square.
 */
final class TrinomialSum {
  private static final double TOLERANCE = 1e-12;
  private static final int SHIFT = 512;
  private static final double LARGE = 0x1p512;
  private static final double SMALL = 0x1p-512;

  private TrinomialSum() {}

  /** The probabilities of the sums 0 to 2n. */
  static double[] probabilities(NetCounts counts) {
    int n = Math.toIntExact(counts.answers());
    double[] probabilities = new double[2 * n + 1];
    if (counts.neutrals() == n) {
      probabilities[n] = 1;
      return probabilities;
    }
    double neutral = (double) counts.neutrals() / n;
    double negative = (double) counts.negatives() / n;
    double positive = (double) counts.positives() / n;
    fill(probabilities, 0, 1, negative, neutral, positive);
    fill(probabilities, 2 * n, -1, positive, neutral, negative);
    double total = 0;
    for (double each : probabilities) {
      total += each;
    }
    for (int k = 0; k < probabilities.length; k++) {
      probabilities[k] /= total;
    }
    return probabilities;
  }

  /** The smallest sum whose cumulated probability reaches the level. */
  static int quantile(double[] probabilities, double level) {
    double cumulated = 0;
    for (int k = 0; k < probabilities.length; k++) {
      cumulated += probabilities[k];
      if (cumulated >= level - TOLERANCE) {
        return k;
      }
    }
    return probabilities.length - 1;
  }

  /** Fills n + 1 probabilities from one end; those of an impossible end stay zero. */
  private static void fill(double[] into, int start, int step, double a, double b, double c) {
    if (a == 0) {
      return;
    }
    int n = into.length / 2;
    double first = n * Math.log(a) / Math.log(2);
    double before = 0;
    double now = 1;
    // The coefficients span more than a double can, so their exponent is kept in pieces.
    int pieces = 0;
    double scale = Math.pow(2, first);
    for (int k = 0; k <= n; k++) {
      into[start + step * k] = now * scale;
      double next = ((n - k) * b * now + (2.0 * n - k + 1) * c * before) / ((k + 1) * a);
      before = now;
      now = next;
      double largest = Math.max(before, now);
      if (largest > LARGE || largest < SMALL) {
        double factor = largest > LARGE ? SMALL : LARGE;
        pieces += largest > LARGE ? 1 : -1;
        before *= factor;
        now *= factor;
        scale = Math.pow(2, first + (double) SHIFT * pieces);
      }
    }
  }
}
