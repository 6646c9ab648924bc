package dev.laurel.metrics.lifetime;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.jspecify.annotations.Nullable;

/**
 * The search for the parameters of greatest likelihood: quasi-Newton steps (BFGS) on the logarithms
 * of the parameters, finished by Newton steps, whose matrix also gives the standard errors.
 *
 * <p>Logarithms keep parameters positive and make the search indifferent to the unit of time. What
 * is searched is the mean log-likelihood of a customer, so that one tolerance fits all sizes.
 *
 * <p>Source: J. Nocedal and S. Wright, "Numerical Optimization", 2nd ed. (2006), algorithm 6.1.
 */
final class Maximisation {
  private static final int MOST_STEPS = 400;
  private static final int MOST_HALVINGS = 60;
  private static final int POLISHING_ROUNDS = 6;
  private static final double NEAR = 1e-5;
  private static final double THERE = 1e-8;
  private static final double NEARBY = 1e-4;
  private static final double POLISHED = 1e-11;
  private static final double FARTHEST = 14;
  private static final double DIFFERENCE = 1e-4;
  private static final double LEAST_KNOWN = 5;
  private static final double ARMIJO = 1e-4;

  /** How a search ended. */
  enum End {
    FOUND,
    AT_BOUND,
    NOT_IDENTIFIED,
    NOT_CONVERGED
  }

  /**
   * Where a search ended.
   *
   * @param end how
   * @param parameters the parameters reached
   * @param logErrors the standard errors of their logarithms; empty unless found
   * @param logLikelihood the log-likelihood there
   * @param evaluations how often the likelihood was asked
   */
  record Outcome(
      End end,
      ImmutableDoubleArray parameters,
      ImmutableDoubleArray logErrors,
      double logLikelihood,
      int evaluations) {}

  private final Objective objective;
  private final double customers;
  private final double[] start;
  private final int size;

  private double[] at;
  private double[] gradient;
  private double value;
  private int evaluations;

  private Maximisation(Objective objective, double customers, double[] start) {
    this.objective = objective;
    this.customers = customers;
    this.size = start.length;
    this.start = Arrays.stream(start).map(Math::log).toArray();
    this.at = this.start.clone();
    this.gradient = new double[size];
  }

  static Outcome from(double[] start, Objective objective, double customers) {
    return new Maximisation(objective, customers, start).search();
  }

  private Outcome search() {
    value = evaluate(at, gradient);
    if (!Double.isFinite(value)) {
      return outcome(End.NOT_CONVERGED, new double[0]);
    }
    End end = climb();
    return end == End.FOUND ? polish() : outcome(end, new double[0]);
  }

  /** Minus the mean log-likelihood, with its gradient by the logarithms. */
  private double evaluate(double[] logs, double[] into) {
    evaluations++;
    double[] parameters = Arrays.stream(logs).map(Math::exp).toArray();
    double total = objective.at(parameters, into);
    for (int i = 0; i < size; i++) {
      into[i] *= -parameters[i] / customers;
    }
    return -total / customers;
  }

  private End climb() {
    double[][] inverse = identity(1 / Math.max(1, norm(gradient)));
    for (int step = 0; step < MOST_STEPS; step++) {
      if (largest(gradient) < NEAR) {
        return End.FOUND;
      }
      if (isTooFar(at)) {
        return End.AT_BOUND;
      }
      double[] direction = times(inverse, gradient, -1);
      if (dot(direction, gradient) >= 0) {
        inverse = identity(1 / Math.max(1, norm(gradient)));
        direction = times(inverse, gradient, -1);
      }
      double[] before = at;
      double[] gradientBefore = gradient;
      if (!advance(direction)) {
        // No step improves in floating point; the polish decides whether this is the top.
        return largest(gradient) < Math.sqrt(NEAR) ? End.FOUND : End.NOT_CONVERGED;
      }
      update(inverse, minus(at, before), minus(gradient, gradientBefore), step == 0);
    }
    return isTooFar(at) ? End.AT_BOUND : End.NOT_CONVERGED;
  }

  /** Goes along the direction until the value falls enough; false if it never does. */
  private boolean advance(double[] direction) {
    double slope = dot(direction, gradient);
    double length = Math.min(1, 4 / largest(direction));
    for (int halving = 0; halving < MOST_HALVINGS; halving++) {
      double[] next = plus(at, direction, length);
      double[] nextGradient = new double[size];
      double nextValue = evaluate(next, nextGradient);
      if (Double.isFinite(nextValue)
          && allFinite(nextGradient)
          && nextValue <= value + ARMIJO * length * slope) {
        at = next;
        gradient = nextGradient;
        value = nextValue;
        return true;
      }
      length *= shrink(nextValue, length, slope);
    }
    return false;
  }

  /** The bottom of the parabola through both values and the slope, within bounds. */
  private double shrink(double nextValue, double length, double slope) {
    double curvature = 2 * (nextValue - value - length * slope);
    double factor = -length * slope / curvature;
    return Double.isFinite(factor) ? Math.min(0.5, Math.max(0.1, factor)) : 0.1;
  }

  private void update(double[][] inverse, double[] moved, double[] turned, boolean isFirst) {
    double curvature = dot(moved, turned);
    if (curvature <= 1e-14 * norm(moved) * norm(turned)) {
      return;
    }
    if (isFirst) {
      double[][] scaled = identity(curvature / dot(turned, turned));
      for (int i = 0; i < size; i++) {
        inverse[i] = scaled[i];
      }
    }
    double[] carried = times(inverse, turned, 1);
    double factor = (1 + dot(turned, carried) / curvature) / curvature;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        inverse[i][j] += factor * moved[i] * moved[j]
            - (carried[i] * moved[j] + moved[i] * carried[j]) / curvature;
      }
    }
  }

  /** Newton steps to the last digits, with a curvature from so near that it is that of the top. */
  private Outcome polish() {
    for (int round = 0; round < POLISHING_ROUNDS; round++) {
      double[][] inverse = inverseCurvature();
      double[] errors = errors(inverse);
      if (Arrays.stream(errors).anyMatch(error -> !(error <= LEAST_KNOWN))) {
        return outcome(End.NOT_IDENTIFIED, new double[0]);
      }
      double[] before = at;
      boolean improves = true;
      while (improves && largest(gradient) >= POLISHED) {
        improves = improve(inverse);
      }
      if (largest(minus(at, before)) < NEARBY) {
        End end = largest(gradient) < THERE ? End.FOUND : End.NOT_CONVERGED;
        return outcome(isTooFar(at) ? End.AT_BOUND : end, errors);
      }
    }
    return outcome(End.NOT_CONVERGED, new double[0]);
  }

  /** One Newton step; false if it does not make the gradient smaller. */
  private boolean improve(double[][] inverse) {
    double[] next = plus(at, times(inverse, gradient, -1), 1);
    double[] nextGradient = new double[size];
    double nextValue = evaluate(next, nextGradient);
    if (!Double.isFinite(nextValue) || !(largest(nextGradient) < largest(gradient))) {
      return false;
    }
    at = next;
    gradient = nextGradient;
    value = nextValue;
    return true;
  }

  /** The inverse of the matrix of second derivatives; infinite where that is not positive. */
  private double[][] inverseCurvature() {
    RealMatrix matrix = MatrixUtils.createRealMatrix(size, size);
    for (int i = 0; i < size; i++) {
      double[] above = new double[size];
      double[] below = new double[size];
      double[] step = new double[size];
      step[i] = 1;
      evaluate(plus(at, step, DIFFERENCE), above);
      evaluate(plus(at, step, -DIFFERENCE), below);
      for (int j = 0; j < size; j++) {
        double slope = (above[j] - below[j]) / (4 * DIFFERENCE);
        matrix.addToEntry(i, j, slope);
        matrix.addToEntry(j, i, slope);
      }
    }
    return inverse(matrix);
  }

  private double[][] inverse(RealMatrix matrix) {
    double[][] inverse = new double[size][size];
    if (!Double.isFinite(matrix.getFrobeniusNorm())) {
      return identity(Double.POSITIVE_INFINITY);
    }
    EigenDecompositionSymmetric spectrum = new EigenDecompositionSymmetric(matrix);
    for (int k = 0; k < size; k++) {
      double[] direction = spectrum.getEigenvector(k).toArray();
      double curvature = spectrum.getEigenvalue(k);
      if (!(curvature > 0)) {
        return identity(Double.POSITIVE_INFINITY);
      }
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          inverse[i][j] += direction[i] * direction[j] / curvature;
        }
      }
    }
    return inverse;
  }

  private double[] errors(double[][] inverse) {
    double[] errors = new double[size];
    Arrays.setAll(errors, i -> Math.sqrt(inverse[i][i] / customers));
    return errors;
  }

  private boolean isTooFar(double[] logs) {
    return largest(minus(logs, start)) > FARTHEST;
  }

  private Outcome outcome(End end, double[] errors) {
    double[] parameters = Arrays.stream(at).map(Math::exp).toArray();
    return new Outcome(
        end,
        ImmutableDoubleArray.copyOf(parameters),
        ImmutableDoubleArray.copyOf(errors),
        -value * customers,
        evaluations);
  }

  /** The first outcome that found the top; otherwise that of greatest likelihood. */
  static Outcome fromAny(double[][] starts, Objective objective, double customers) {
    @Nullable Outcome best = null;
    int evaluations = 0;
    for (double[] start : starts) {
      Outcome outcome = from(start, objective, customers);
      evaluations += outcome.evaluations();
      if (best == null
          || outcome.end() == End.FOUND
          || outcome.logLikelihood() > best.logLikelihood()) {
        best = outcome;
      }
      if (outcome.end() == End.FOUND) {
        break;
      }
    }
    if (best == null) {
      throw new IllegalArgumentException("a search must have a start");
    }
    return new Outcome(
        best.end(), best.parameters(), best.logErrors(), best.logLikelihood(), evaluations);
  }

  private double[][] identity(double scale) {
    double[][] identity = new double[size][size];
    for (int i = 0; i < size; i++) {
      identity[i][i] = scale;
    }
    return identity;
  }

  private static double[] times(double[][] matrix, double[] vector, double factor) {
    double[] product = new double[vector.length];
    Arrays.setAll(product, i -> factor * dot(matrix[i], vector));
    return product;
  }

  private static double[] plus(double[] one, double[] other, double factor) {
    double[] sum = new double[one.length];
    Arrays.setAll(sum, i -> one[i] + factor * other[i]);
    return sum;
  }

  private static double[] minus(double[] one, double[] other) {
    return plus(one, other, -1);
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private static double norm(double[] vector) {
    return Math.sqrt(dot(vector, vector));
  }

  private static double largest(double[] vector) {
    return Arrays.stream(vector).map(Math::abs).max().orElse(0);
  }

  private static boolean allFinite(double[] vector) {
    return Arrays.stream(vector).allMatch(Double::isFinite);
  }
}
