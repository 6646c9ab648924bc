package dev.laurel.metrics.weight;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Interval;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.metrics.score.ScoreHistogram;
import java.util.Optional;

/**
 * How the standard error shrinks where a good part of all people answered. Two conventions are in
 * use; a report names the one it takes.
 *
 * <p>100 answers of 1,000 people with variance 0.61: {@link #N_MINUS_ONE} gives 0.07413,
 * {@link #SAMPLING_FRACTION} 0.07447. If everybody answered, both give 0.
 *
 * <p>Assumed: those who answered are a simple random sample of all. Source: W. G. Cochran,
 * "Sampling Techniques" (1977).
 */
public enum FinitePopulation {
  /** sqrt(v / n) sqrt((N - n) / (N - 1)) with the variance of divisor n. */
  N_MINUS_ONE("finite population (N - 1)") {
    @Override
    double error(double variance, double n, double population) {
      return population == 1
          ? 0
          : Math.sqrt(variance / n) * Math.sqrt((population - n) / (population - 1));
    }
  },
  /** sqrt(s / n (1 - n / N)) with the variance of divisor n - 1, as in the survey package of R. */
  SAMPLING_FRACTION("finite population (1 - n/N)") {
    @Override
    double error(double variance, double n, double population) {
      return n == 1 ? 0 : Math.sqrt(variance * n / (n - 1) / n * (1 - n / population));
    }
  };

  private final String title;

  FinitePopulation(String title) {
    this.title = title;
  }

  abstract double error(double variance, double n, double population);

  /**
   * The score with its error corrected for the size of the population, which must be a simple
   * random sample of it; absent if there are no answers.
   *
   * @throws InvalidValueException RANGE if more answered than there are
   */
  public Optional<Estimate> estimate(
      ScoreHistogram answers, long population, Confidence confidence) {
    Worth worth = Worth.of(answers);
    InvalidValueException.check(
        population >= worth.answers(),
        FailureCode.RANGE,
        "population",
        "a population must be at least as large as its sample: %s, %s",
        population,
        worth.answers());
    if (worth.answers() == 0) {
      return Optional.empty();
    }
    double variance = worth.squaresFrom(worth.mean()) / worth.answers();
    double error = error(variance, (double) worth.answers(), (double) population);
    Estimate.Builder estimate = Estimate.builder().value(worth.mean()).standardError(error);
    estimate
        .interval(Interval.normal(worth.mean(), error, confidence)
            .clippedTo(answers.definition().least(), answers.definition().most()))
        .observations(worth.answers())
        .method(title)
        .addAssumption("the answers are a simple random sample of " + population + " people");
    return Optional.of(estimate.build());
  }
}
