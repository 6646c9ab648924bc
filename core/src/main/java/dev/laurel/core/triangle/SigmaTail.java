package dev.laurel.core.triangle;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How to tell the variance of the last development, which only one cohort has shown.
 *
 * <p>The two rules give different standard errors for the same triangle, 2,447,095 and 2,441,364
 * for that of Taylor and Ashe, so the choice is always named and never switched silently.
 */
public enum SigmaTail {
  /**
   * The smallest of the two variances before it and of their continuation (Mack 1993). Needs two
   * variances before.
   */
  MACK("Mack's rule") {
    @Override
    Optional<double[]> complete(double[] known, int size) {
      if (known.length < 2) {
        return Optional.empty();
      }
      double[] all = Arrays.copyOf(known, size);
      for (int k = known.length; k < size; k++) {
        double before = all[k - 1];
        double earlier = all[k - 2];
        double continued = earlier == 0 ? 0 : before * before / earlier;
        all[k] = Math.min(continued, Math.min(before, earlier));
      }
      return Optional.of(all);
    }
  },
  /** The line through the logarithms of those before it. Needs two above zero, and none at zero. */
  LOG_LINEAR("a log-linear line") {
    @Override
    Optional<double[]> complete(double[] known, int size) {
      double @Nullable [] line = line(known);
      if (line == null) {
        return Optional.empty();
      }
      double[] all = Arrays.copyOf(known, size);
      for (int k = known.length; k < size; k++) {
        all[k] = Math.exp(line[0] + line[1] * k);
      }
      return Optional.of(all);
    }
  };

  private final String title;

  SigmaTail(String title) {
    this.title = title;
  }

  /** The rule in words. */
  String title() {
    return title;
  }

  /** All variances, given the first ones; absent if the rule cannot tell. */
  abstract Optional<double[]> complete(double[] known, int size);

  /** Intercept and slope of the logarithms by least squares. */
  private static double @Nullable [] line(double[] variances) {
    int n = variances.length;
    double meanAge = (n - 1) / 2.0;
    double sum = 0;
    double product = 0;
    double square = 0;
    for (int k = 0; k < n; k++) {
      if (variances[k] <= 0) {
        return null;
      }
      double logarithm = Math.log(variances[k]);
      sum += logarithm;
      product += (k - meanAge) * logarithm;
      square += (k - meanAge) * (k - meanAge);
    }
    if (n < 2) {
      return null;
    }
    double slope = product / square;
    return new double[] {sum / n - slope * meanAge, slope};
  }
}
