package dev.laurel.metrics.driver;

/**
 * R squared of the regression on each subset of the drivers: a walk over the tree of subsets in
 * which each step takes one driver out of all that remains (a Schur complement), so that twenty
 * drivers with a million subsets cost some millions of multiplications.
 */
final class SubsetFits {
  private final int drivers;
  private final double[][][] remaining;
  private final double[] fits;

  private SubsetFits(int drivers) {
    this.drivers = drivers;
    this.fits = new double[1 << drivers];
    this.remaining = new double[drivers + 1][][];
    for (int depth = 0; depth <= drivers; depth++) {
      remaining[depth] = new double[drivers - depth + 1][drivers - depth + 1];
    }
  }

  /** R squared by subset; bit i of the index says whether driver i is in it. */
  static double[] of(DriverMoments moments) {
    int drivers = moments.drivers().size();
    SubsetFits fits = new SubsetFits(drivers);
    double[][] all = fits.remaining[0];
    for (int i = 0; i <= drivers; i++) {
      for (int j = 0; j <= drivers; j++) {
        // The outcome is the last column, so that it is never taken out.
        all[i][j] = moments.correlation((i + 1) % (drivers + 1), (j + 1) % (drivers + 1));
      }
    }
    fits.walk(0, 0, 0);
    return fits.fits;
  }

  private void walk(int depth, int subset, double explained) {
    if (depth == drivers) {
      fits[subset] = Math.min(1, explained);
      return;
    }
    double[][] now = remaining[depth];
    double[][] next = remaining[depth + 1];
    int size = now.length - 1;
    for (int i = 0; i < size; i++) {
      System.arraycopy(now[i + 1], i + 1, next[i], i, size - i);
    }
    walk(depth + 1, subset, explained);
    double pivot = now[0][0];
    for (int i = 0; i < size; i++) {
      double factor = now[0][i + 1] / pivot;
      for (int j = i; j < size; j++) {
        next[i][j] = now[i + 1][j + 1] - factor * now[0][j + 1];
      }
    }
    walk(depth + 1, subset | 1 << depth, explained + now[0][size] * now[0][size] / pivot);
  }
}
