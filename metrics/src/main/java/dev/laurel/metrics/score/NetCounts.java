package dev.laurel.metrics.score;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Interval;
import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.Optional;

/**
 * How many answers are negative, neutral and positive, and the net score they make: share of
 * positive minus share of negative ones.
 *
 * <p>Unit: from -1 to 1; times a hundred it is shown as points, which are not a percentage. One
 * detractor, two passives and seven promoters make 0.6. Counts merge.
 *
 * <p>The variance of one answer coded -1, 0, 1 is p + q - (p - q)<sup>2</sup> with the shares p of
 * positive and q of negative answers (divisor n). It is at most 1.
 *
 * @param negatives such as detractors
 * @param neutrals such as passives
 * @param positives such as promoters
 */
public record NetCounts(long negatives, long neutrals, long positives) {
  /** No answers. */
  public static final NetCounts NONE = new NetCounts(0, 0, 0);

  /**
   * Checked counts.
   *
   * @throws InvalidValueException RANGE if one is below zero, LIMIT_EXCEEDED if they are more than
   *     can be counted
   */
  public NetCounts {
    InvalidValueException.check(
        negatives >= 0 && neutrals >= 0 && positives >= 0,
        FailureCode.RANGE,
        "counts",
        "counts of answers must not be negative: %s, %s, %s",
        negatives,
        neutrals,
        positives);
    long twoClasses = negatives + neutrals;
    InvalidValueException.check(
        twoClasses >= 0 && twoClasses + positives >= 0,
        FailureCode.LIMIT_EXCEEDED,
        "counts",
        "counts of answers must add up to at most %s: %s, %s, %s",
        Long.MAX_VALUE,
        negatives,
        neutrals,
        positives);
  }

  /** The counts of both. */
  public NetCounts merge(NetCounts other) {
    return new NetCounts(
        Math.addExact(negatives, other.negatives),
        Math.addExact(neutrals, other.neutrals),
        Math.addExact(positives, other.positives));
  }

  /** How many answers there are. */
  public long answers() {
    return negatives + neutrals + positives;
  }

  /** The exact net score, from -1 to 1; absent without answers. */
  public Optional<Ratio> exact() {
    return answers() == 0
        ? Optional.empty()
        : Optional.of(Ratio.of(positives - negatives, answers()));
  }

  /** The net score with the default interval, adjusted Wald at 95 %; absent without answers. */
  public Optional<Estimate> estimate() {
    return estimate(NetMethod.ADJUSTED_WALD, Confidence.P95);
  }

  /**
   * The net score with an interval that lies within -1 and 1 and contains it; absent without
   * answers.
   */
  public Optional<Estimate> estimate(NetMethod method, Confidence confidence) {
    requireNonNull(method, "method");
    requireNonNull(confidence, "confidence");
    if (answers() == 0) {
      return Optional.empty();
    }
    Interval raw = method.unclipped(this, confidence).clippedTo(-1, 1);
    Interval interval =
        new Interval(Math.min(raw.lower(), value()), Math.max(raw.upper(), value()), confidence);
    Estimate.Builder estimate = Estimate.builder().value(value()).method(method.title());
    estimate
        .standardError(Math.sqrt(variance() / answers()))
        .interval(interval)
        .observations(answers())
        .addAssumption("the answers are independent of each other");
    return Optional.of(estimate.build());
  }

  /**
   * What to believe of the net score after these answers, if before them every class was given the
   * same weight: the mean and standard deviation of the Dirichlet posterior.
   *
   * <p>20, 30 and 50 answers under Jeffreys' prior of 0.5 make 0.2956, give or take 0.0773. Unlike
   * {@link #estimate()} it exists without answers, and says then that nothing is known.
   *
   * @param prior the weight of each class, above zero; 0.5 is Jeffreys'
   * @throws InvalidValueException RANGE if the prior is not a finite number above zero
   */
  public Estimate posterior(double prior, Confidence confidence) {
    InvalidValueException.check(
        prior > 0 && Double.isFinite(prior),
        FailureCode.RANGE,
        "prior",
        "a prior weight must be above 0: %s",
        prior);
    double sum = answers() + 3 * prior;
    double negative = (negatives + prior) / sum;
    double positive = (positives + prior) / sum;
    double mean = positive - negative;
    double deviation = Math.sqrt((positive + negative - mean * mean) / (sum + 1));
    Estimate.Builder estimate = Estimate.builder().value(mean).standardError(deviation);
    estimate
        .interval(Interval.normal(mean, deviation, confidence).clippedTo(-1, 1))
        .observations(answers())
        .method("Dirichlet posterior")
        .addAssumption("before the answers each class had the weight " + prior)
        .addAssumption("the posterior is close to normal");
    return estimate.build();
  }

  /** The net score of counts that are not empty. */
  double value() {
    return (double) (positives - negatives) / answers();
  }

  /** The variance of one answer coded -1, 0, 1; of counts that are not empty. */
  double variance() {
    return variance((double) negatives, (double) positives, (double) answers());
  }

  static double variance(double negatives, double positives, double answers) {
    double net = (positives - negatives) / answers;
    return Math.max(0, (positives + negatives) / answers - net * net);
  }
}
