package dev.laurel.core.triangle;

import com.google.common.primitives.ImmutableLongArray;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.List;
import java.util.OptionalDouble;

/** The factor of one age, from the cohorts that have passed it. */
final class LinkFit {
  private final int age;
  private final double factor;
  private final double weight;
  private final int pairs;
  private final int residuals;
  private final double squares;

  private LinkFit(int age, double factor, double weight, int pairs, int residuals, double squares) {
    this.age = age;
    this.factor = factor;
    this.weight = weight;
    this.pairs = pairs;
    this.residuals = residuals;
    this.squares = squares;
  }

  /** The fit of the development from this age, of the diagonals from the given one on. */
  static LinkFit of(List<TriangleRow> rows, int age, int firstDiagonal, Averaging averaging) {
    double weight = 0;
    double weighted = 0;
    double after = 0;
    int pairs = 0;
    for (int i = 0; i < rows.size(); i++) {
      ImmutableLongArray cells = rows.get(i).cumulative();
      if (cells.length() > age && i + age >= firstDiagonal) {
        double from = (double) cells.get(age - 1);
        double to = (double) cells.get(age);
        pairs++;
        after += to;
        if (from > 0) {
          weight += averaging.weight(from);
          weighted += averaging.weight(from) * (to / from);
        } else if (averaging == Averaging.VOLUME_WEIGHTED) {
          weighted += to;
        }
      }
    }
    InvalidValueException.check(
        weight > 0 || after == 0,
        FailureCode.DIVISION,
        "age[" + age + "]",
        "a factor from age %s must start from redemptions above 0: 0 became %s",
        age,
        after);
    double factor = weight > 0 ? weighted / weight : 1;
    return new LinkFit(age, factor, weight, pairs, 0, 0)
        .withSquares(rows, firstDiagonal, averaging);
  }

  private LinkFit withSquares(List<TriangleRow> rows, int firstDiagonal, Averaging averaging) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < rows.size(); i++) {
      ImmutableLongArray cells = rows.get(i).cumulative();
      if (cells.length() > age && i + age >= firstDiagonal && cells.get(age - 1) > 0) {
        double from = (double) cells.get(age - 1);
        double residual = cells.get(age) / from - factor;
        sum += averaging.weight(from) * residual * residual;
        count++;
      }
    }
    return new LinkFit(age, factor, weight, pairs, count, sum);
  }

  /** Whether there are cohorts enough to tell a variance. */
  boolean hasVariance() {
    return residuals >= 2;
  }

  double sigmaSquared() {
    return squares / (residuals - 1);
  }

  Link link() {
    return new Link(age, factor, OptionalDouble.empty(), OptionalDouble.empty(), pairs);
  }

  Link link(double sigmaSquared) {
    double error = weight > 0 ? Math.sqrt(sigmaSquared / weight) : 0;
    return new Link(age, factor, OptionalDouble.of(error), OptionalDouble.of(sigmaSquared), pairs);
  }
}
