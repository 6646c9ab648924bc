package dev.laurel.metrics.lifetime;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The logarithm of base (base + 1) ... (base + n - 1), which is a ratio of gamma functions, with
 * its slope by the base, for n that only grows: steps cost a logarithm each, and long ways two
 * special functions.
 */
final class RisingFactorial {
  private static final int LONG_WAY = 64;

  private final double base;
  private int n;
  private double log;
  private double slope;

  RisingFactorial(double base) {
    this.base = base;
  }

  /** Goes on to an n that is not smaller than the last one. */
  void to(int next) {
    if (next - n > LONG_WAY) {
      log = LogGamma.value(base + next) - LogGamma.value(base);
      slope = Digamma.value(base + next) - Digamma.value(base);
      n = next;
    }
    for (; n < next; n++) {
      log += Math.log(base + n);
      slope += 1 / (base + n);
    }
  }

  double log() {
    return log;
  }

  double slope() {
    return slope;
  }
}
