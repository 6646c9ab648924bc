package dev.laurel.metrics.trend;

/**
 * The place at which a series falls best into two parts.
 *
 * @param index how many values lie before it; 0 where there is no such place
 * @param improvement twice the gain in log-likelihood by telling two parts apart
 */
record Split(int index, double improvement) {
  private static final Split NONE = new Split(0, 0);

  /** The best split of numbers by their means; the earliest of several. */
  static Split ofMeans(double[] values) {
    int n = values.length;
    double total = 0;
    for (double value : values) {
      total += value;
    }
    double explained = -1;
    int best = 0;
    double sum = 0;
    for (int k = 1; k < n; k++) {
      sum += values[k - 1];
      double distance = sum / k - (total - sum) / (n - k);
      double between = distance * distance * k * (n - k) / n;
      if (between > explained) {
        explained = between;
        best = k;
      }
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - total / n) * (value - total / n);
    }
    if (best == 0 || squares == 0) {
      return NONE;
    }
    // A split that explains everything leaves nothing to take a logarithm of.
    double left = Math.max(squares - explained, squares * 1e-12);
    return new Split(best, n * Math.log(squares / left));
  }

  /** The best split of windows by the counts of each kind of answer; the earliest of several. */
  static Split ofCounts(long[][] windows) {
    long[] all = new long[windows.length == 0 ? 0 : windows[0].length];
    for (long[] window : windows) {
      add(window, all);
    }
    long[] none = new long[all.length];
    double together = likelihood(all, none);
    long[] first = new long[all.length];
    double most = -1;
    int best = 0;
    for (int k = 1; k < windows.length; k++) {
      add(windows[k - 1], first);
      double twice = 2 * (likelihood(first, none) + likelihood(all, first) - together);
      if (twice > most && isPart(first, all)) {
        most = twice;
        best = k;
      }
    }
    return best == 0 ? NONE : new Split(best, Math.max(0, most));
  }

  private static void add(long[] counts, long[] sums) {
    for (int kind = 0; kind < sums.length; kind++) {
      sums[kind] += counts[kind];
    }
  }

  /** Whether answers lie on both sides. */
  private static boolean isPart(long[] first, long[] all) {
    long before = 0;
    long total = 0;
    for (int kind = 0; kind < all.length; kind++) {
      before += first[kind];
      total += all[kind];
    }
    return before > 0 && before < total;
  }

  /** The greatest multinomial log-likelihood of the counts less those taken away. */
  private static double likelihood(long[] counts, long[] less) {
    double n = 0;
    double sum = 0;
    for (int kind = 0; kind < counts.length; kind++) {
      double count = counts[kind] - less[kind];
      n += count;
      sum += count == 0 ? 0 : count * Math.log(count);
    }
    return n == 0 ? 0 : sum - n * Math.log(n);
  }
}
