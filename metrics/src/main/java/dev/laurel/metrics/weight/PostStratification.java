package dev.laurel.metrics.weight;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Interval;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.metrics.score.ScoreHistogram;
import dev.laurel.metrics.survey.MetricDefinition;
import java.util.Map;

/**
 * A score corrected for who answered: each stratum counts as much as it does in the population.
 *
 * <p>Of 5,000 new, 3,000 middle and 2,000 best customers 100, 100 and 50 answered, so that an
 * answer stands for 50, 30 and 40 of them; an NPS of 0.14 becomes 0.11.
 *
 * <p>The standard error linearises over the whole sample with n / (n - 1): residuals are taken from
 * the mean of the stratum, since sizes of strata are known and not estimated.
 *
 * <p>Assumed: within a stratum, those who answered are like those who did not. Source: D. Holt and
 * T. M. F. Smith, "Post stratification", Journal of the Royal Statistical Society A 142 (1979).
 * {@link WhoAnswered} tells whether there is need for it.
 *
 * @param strata the strata by name, of one definition and with answers each
 */
public record PostStratification(ImmutableSortedMap<String, Stratum> strata) {
  /**
   * One stratum.
   *
   * @param answers those who answered
   * @param population how many people it has, at least as many as answered
   */
  public record Stratum(ScoreHistogram answers, long population) {
    /**
     * A checked stratum.
     *
     * @throws InvalidValueException DIVISION if nobody answered, RANGE if more answered than there
     *     are
     */
    public Stratum {
      InvalidValueException.check(
          answers.answers() > 0,
          FailureCode.DIVISION,
          "answers",
          "a stratum of %s must have answers to speak for it",
          population);
      InvalidValueException.check(
          population >= answers.answers(),
          FailureCode.RANGE,
          "population",
          "a stratum must have at least as many people as answers: %s, %s",
          population,
          answers.answers());
    }

    /** For how many people one answer stands. */
    public double weight() {
      return (double) population / answers.answers();
    }
  }

  /**
   * Checked strata.
   *
   * @throws InvalidValueException VALUE_INVALID if there are none, DEFINITION_MISMATCH if two have
   *     different definitions
   */
  public PostStratification {
    InvalidValueException.check(
        !strata.isEmpty(),
        FailureCode.VALUE_INVALID,
        "strata",
        "a stratified sample must have at least one stratum");
    MetricDefinition first = strata.values().iterator().next().answers().definition();
    strata.values().forEach(stratum -> first.requireSame(stratum.answers().definition()));
  }

  /** The strata of this map. */
  public static PostStratification of(Map<String, Stratum> strata) {
    return new PostStratification(ImmutableSortedMap.copyOf(strata));
  }

  /** The sums under these weights, as if they were given and not made. */
  public WeightedSums sums() {
    WeightedSums sums = WeightedSums.none(definition());
    for (Stratum stratum : strata.values()) {
      for (int answer : definition().scale().answers().toArray()) {
        long count = stratum.answers().count(answer);
        if (count > 0) {
          sums = sums.plusAll(definition().rule().worth(answer), stratum.weight(), count);
        }
      }
    }
    return sums;
  }

  /** The corrected score. */
  public Estimate estimate(Confidence confidence) {
    double total = 0;
    double score = 0;
    double squares = 0;
    long n = 0;
    for (Stratum stratum : strata.values()) {
      Worth worth = Worth.of(stratum.answers());
      total += stratum.population();
      score += stratum.population() * worth.mean();
      squares += Math.pow(stratum.weight(), 2) * worth.squaresFrom(worth.mean());
      n += worth.answers();
    }
    Estimate.Builder estimate = Estimate.builder().value(score / total).observations(n);
    estimate.method("post-stratified");
    estimate.addAssumption("within a stratum those who answered are like those who did not");
    MetricDefinition definition = definition();
    if (n == 1) {
      return estimate
          .interval(new Interval(definition.least(), definition.most(), confidence))
          .build();
    }
    double error = Math.sqrt(n / (n - 1.0) * squares) / total;
    estimate.standardError(error);
    estimate.interval(Interval.normal(score / total, error, confidence)
        .clippedTo(definition.least(), definition.most()));
    return estimate.build();
  }

  private MetricDefinition definition() {
    return strata.values().iterator().next().answers().definition();
  }
}
