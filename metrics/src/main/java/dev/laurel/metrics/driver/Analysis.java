package dev.laurel.metrics.driver;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.linear.DiagonalMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/** From moments to importance. */
final class Analysis {
  private static final double COLLINEAR = 1e-9;

  private Analysis() {}

  static DriverAnalysis of(DriverMoments moments) {
    int drivers = moments.drivers().size();
    if (moments.size() <= drivers + 1) {
      return new DriverAnalysis.Unexplained(DriverAnalysis.Reason.TOO_FEW_ROWS, ImmutableList.of());
    }
    if (moments.isConstant(0)) {
      return new DriverAnalysis.Unexplained(
          DriverAnalysis.Reason.OUTCOME_CONSTANT, ImmutableList.of(moments.outcome()));
    }
    ImmutableList<String> constant = IntStream.range(0, drivers)
        .filter(i -> moments.isConstant(i + 1))
        .mapToObj(moments.drivers()::get)
        .collect(ImmutableList.toImmutableList());
    if (!constant.isEmpty()) {
      return new DriverAnalysis.Unexplained(DriverAnalysis.Reason.DRIVER_CONSTANT, constant);
    }
    EigenDecompositionSymmetric spectrum = new EigenDecompositionSymmetric(correlations(moments));
    double[] eigenvalues = spectrum.getEigenvalues();
    int least = IntStream.range(0, drivers)
        .reduce((one, other) -> eigenvalues[one] <= eigenvalues[other] ? one : other)
        .orElse(0);
    return eigenvalues[least] < COLLINEAR
        ? new DriverAnalysis.Unexplained(
            DriverAnalysis.Reason.COLLINEAR, involved(moments, spectrum.getEigenvector(least)))
        : explained(moments, spectrum);
  }

  private static DriverAnalysis explained(
      DriverMoments moments, EigenDecompositionSymmetric spectrum) {
    int drivers = moments.drivers().size();
    double[] correlations = IntStream.rangeClosed(1, drivers)
        .mapToDouble(i -> moments.correlation(0, i))
        .toArray();
    RealVector outcome = MatrixUtils.createRealVector(correlations);
    RealVector weights = spectrum.getSolver().solve(outcome);
    double[] johnson = johnson(spectrum, outcome);
    double[] fits = SubsetFits.of(moments);
    double[] shapley = Shapley.shares(fits, drivers);
    int all = fits.length - 1;
    ImmutableList.Builder<DriverImportance> importances = ImmutableList.builder();
    for (int i = 0; i < drivers; i++) {
      DriverImportance.Builder importance = DriverImportance.builder();
      importance
          .name(moments.drivers().get(i))
          .correlation(correlations[i])
          .weight(weights.getEntry(i))
          .pratt(weights.getEntry(i) * correlations[i])
          .first(correlations[i] * correlations[i])
          .last(fits[all] - fits[all & ~(1 << i)])
          .johnson(johnson[i])
          .shapley(shapley[i]);
      importances.add(importance.build());
    }
    return DriverAnalysis.Explained.builder()
        .outcome(moments.outcome())
        .rSquared(fits[all])
        .size(moments.size())
        .addAllDrivers(importances.build())
        .build();
  }

  /** Johnson's weights: the symmetric square root of the correlations, squared, applied twice. */
  private static double[] johnson(EigenDecompositionSymmetric spectrum, RealVector outcome) {
    double[] roots = Arrays.stream(spectrum.getEigenvalues()).map(Math::sqrt).toArray();
    RealMatrix vectors = spectrum.getV();
    RealMatrix root = vectors.multiply(new DiagonalMatrix(roots)).multiplyTransposed(vectors);
    double[] inverse = Arrays.stream(roots).map(value -> 1 / value).toArray();
    RealVector standIns = vectors
        .multiply(new DiagonalMatrix(inverse))
        .multiplyTransposed(vectors)
        .operate(outcome);
    double[] weights = new double[roots.length];
    for (int i = 0; i < weights.length; i++) {
      for (int j = 0; j < weights.length; j++) {
        double common = root.getEntry(i, j) * standIns.getEntry(j);
        weights[i] += common * common;
      }
    }
    return weights;
  }

  private static RealMatrix correlations(DriverMoments moments) {
    int drivers = moments.drivers().size();
    RealMatrix matrix = MatrixUtils.createRealMatrix(drivers, drivers);
    for (int i = 0; i < drivers; i++) {
      for (int j = 0; j < drivers; j++) {
        matrix.setEntry(i, j, moments.correlation(i + 1, j + 1));
      }
    }
    return matrix;
  }

  /** The drivers of which the direction without variation is made. */
  private static ImmutableList<String> involved(DriverMoments moments, RealVector direction) {
    return IntStream.range(0, moments.drivers().size())
        .filter(i -> Math.abs(direction.getEntry(i)) > 1e-6)
        .mapToObj(moments.drivers()::get)
        .collect(ImmutableList.toImmutableList());
  }
}
