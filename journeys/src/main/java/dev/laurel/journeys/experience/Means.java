package dev.laurel.journeys.experience;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Interval;
import java.math.BigInteger;
import java.util.Optional;

/** Means with Student's interval: of -2, -1, 0, 1, 2 it is 0, plus and minus 1.963. */
final class Means {
  private Means() {}

  /** The mean of whole numbers; absent for none. */
  static Optional<Estimate> ofSums(WholeSums sums, Confidence confidence) {
    if (sums.count() == 0) {
      return Optional.empty();
    }
    BigInteger count = BigInteger.valueOf(sums.count());
    BigInteger squares = count.multiply(sums.squares()).subtract(sums.sum().multiply(sums.sum()));
    return Optional.of(mean(
        sums.sum().doubleValue() / sums.count(),
        squares.doubleValue() / sums.count(),
        sums.count(),
        confidence));
  }

  /** The mean with the sum of squared distances from it; one number alone has no interval. */
  static Estimate mean(double mean, double squares, long count, Confidence confidence) {
    Estimate.Builder estimate = Estimate.builder().value(mean).method("mean, Student");
    if (count > 1) {
      double error = Math.sqrt(squares / (count - 1) / count);
      estimate
          .standardError(error)
          .interval(Interval.student(mean, error, count - 1.0, confidence));
    }
    return estimate
        .observations(count)
        .addAssumption("the observations are independent of each other")
        .addAssumption("the mean of so many is nearly normal")
        .build();
  }
}
