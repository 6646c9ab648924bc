package dev.laurel.core.estimate;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The ways to adjust p-values when many questions are asked at once.
 *
 * <p>Of 0.01, 0.04, 0.03, 0.005 and 0.5, {@link #HOLM} makes 0.04, 0.09, 0.09, 0.025 and 0.5. The
 * first three bound the chance of any false alarm, the last two the expected share of false alarms
 * among all alarms.
 *
 * <p>Sources: S. Holm (1979); Y. Hochberg (1988); Y. Benjamini and Y. Hochberg (1995); Y. Benjamini
 * and D. Yekutieli (2001).
 */
public enum MultipleTesting {
  /** Each p-value times their number. */
  BONFERRONI {
    @Override
    double factor(int rank, int count) {
      return count;
    }

    @Override
    boolean stepsDown() {
      return true;
    }
  },
  /** Bonferroni stepwise from the smallest; never worse than Bonferroni. */
  HOLM {
    @Override
    double factor(int rank, int count) {
      return count - rank + 1.0;
    }

    @Override
    boolean stepsDown() {
      return true;
    }
  },
  /** Stepwise from the largest; for independent or positively dependent tests. */
  HOCHBERG {
    @Override
    double factor(int rank, int count) {
      return count - rank + 1.0;
    }

    @Override
    boolean stepsDown() {
      return false;
    }
  },
  /** False discovery rate for independent or positively dependent tests. */
  BENJAMINI_HOCHBERG {
    @Override
    double factor(int rank, int count) {
      return (double) count / rank;
    }

    @Override
    boolean stepsDown() {
      return false;
    }
  },
  /** False discovery rate under any dependence. */
  BENJAMINI_YEKUTIELI {
    @Override
    double factor(int rank, int count) {
      double harmonic =
          IntStream.rangeClosed(1, count).mapToDouble(i -> 1.0 / i).sum();
      return harmonic * count / rank;
    }

    @Override
    boolean stepsDown() {
      return false;
    }
  };

  /** What the p-value of a rank, from 1 for the smallest, is multiplied by. */
  abstract double factor(int rank, int count);

  /** Whether adjusted values may not fall with rank, rather than may not rise towards it. */
  abstract boolean stepsDown();

  /**
   * The adjusted p-values, in the order of the given ones, each at most 1.
   *
   * @throws InvalidValueException PERCENT_RANGE with the index if one is not between 0 and 1
   */
  public ImmutableList<Double> adjust(List<Double> pValues) {
    int count = pValues.size();
    for (int i = 0; i < count; i++) {
      double p = pValues.get(i);
      InvalidValueException.check(
          p >= 0 && p <= 1,
          FailureCode.PERCENT_RANGE,
          "pValues[" + i + "]",
          "a p-value must lie between 0 and 1: %s",
          p);
    }
    List<Integer> byRank = IntStream.range(0, count)
        .boxed()
        .sorted(Comparator.comparing(pValues::get))
        .toList();
    Double[] adjusted = new Double[count];
    double bound = stepsDown() ? 0 : 1;
    for (int step = 1; step <= count; step++) {
      int rank = stepsDown() ? step : count - step + 1;
      int index = byRank.get(rank - 1);
      double scaled = Math.min(1, pValues.get(index) * factor(rank, count));
      bound = stepsDown() ? Math.max(bound, scaled) : Math.min(bound, scaled);
      adjusted[index] = bound;
    }
    return ImmutableList.copyOf(adjusted);
  }
}
