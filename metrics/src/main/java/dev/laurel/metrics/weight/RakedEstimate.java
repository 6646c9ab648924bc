package dev.laurel.metrics.weight;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Interval;
import dev.laurel.metrics.survey.MetricDefinition;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealVector;
import org.hipparchus.linear.SingularValueDecomposition;

/** The score of a raked sample, and its error by regression on the margins. */
final class RakedEstimate {
  private final Raking.Raked raked;
  private final Worth[] worths;
  private final double score;
  private final double total;

  private RakedEstimate(Raking.Raked raked) {
    this.raked = raked;
    this.worths =
        raked.raking().cells().stream().map(cell -> Worth.of(cell.answers())).toArray(Worth[]::new);
    double weighted = 0;
    double sum = 0;
    for (int i = 0; i < worths.length; i++) {
      weighted += raked.weights().get(i) * worths[i].sum();
      sum += raked.weights().get(i) * worths[i].answers();
    }
    this.total = sum;
    this.score = weighted / sum;
  }

  static Estimate of(Raking.Raked raked, Confidence confidence) {
    RakedEstimate parts = new RakedEstimate(raked);
    double error = parts.standardError();
    long n = 0;
    for (Worth worth : parts.worths) {
      n += worth.answers();
    }
    MetricDefinition definition = raked.raking().definition();
    Estimate.Builder estimate = Estimate.builder().value(parts.score).observations(n);
    estimate.method("raked").standardError(error);
    estimate.addAssumption("who answers depends on the traits of the margins, each by itself");
    estimate.interval(Interval.normal(parts.score, error, confidence)
        .clippedTo(definition.least(), definition.most()));
    return estimate.build();
  }

  private double standardError() {
    double[] fitted = fitted();
    long n = 0;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < worths.length; i++) {
      double w = raked.weights().get(i);
      double centre = score + fitted[i];
      n += worths[i].answers();
      sum += w * (worths[i].sum() - centre * worths[i].answers());
      squares += w * w * worths[i].squaresFrom(centre);
    }
    return n < 2 ? 0 : Math.sqrt(n / (n - 1.0) * Math.max(0, squares - sum * sum / n)) / total;
  }

  /** What the regression on the margins expects of each cell, less the score. */
  private double[] fitted() {
    int columns = raked.raking().margins().values().stream()
        .mapToInt(ImmutableSortedMap::size)
        .sum();
    // Rows are cells times the root of their answers: the same least squares as one row each.
    double[][] rows = new double[worths.length][columns];
    double[] right = new double[worths.length];
    for (int i = 0; i < worths.length; i++) {
      double root = Math.sqrt((double) worths[i].answers());
      int column = 0;
      for (var margin : raked.raking().margins().entrySet()) {
        ImmutableSortedMap<String, Long> values = margin.getValue();
        for (String value : values.keySet()) {
          rows[i][column] = raked.raking().has(i, margin.getKey(), value) ? root : 0;
          column++;
        }
      }
      right[i] = worths[i].answers() == 0 ? 0 : root * (worths[i].mean() - score);
    }
    // Indicators of two traits add up to the same column, so the solver must bear dependence.
    RealVector solution = new SingularValueDecomposition(new Array2DRowRealMatrix(rows))
        .getSolver()
        .solve(new ArrayRealVector(right));
    double[] fitted = new double[worths.length];
    for (int i = 0; i < worths.length; i++) {
      double root = Math.sqrt((double) worths[i].answers());
      fitted[i] = root == 0 ? 0 : new ArrayRealVector(rows[i]).dotProduct(solution) / root;
    }
    return fitted;
  }
}
