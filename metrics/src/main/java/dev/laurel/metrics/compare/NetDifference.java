package dev.laurel.metrics.compare;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Interval;
import dev.laurel.core.estimate.WelchDifference;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.metrics.score.NetCounts;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The difference of two independent net scores, first minus second: 20, 30 and 50 answers against
 * 30, 30 and 40 are 0.20 apart, which at 95 % may also be nothing.
 *
 * @param first the first counts
 * @param second the second counts
 */
public record NetDifference(NetCounts first, NetCounts second) {
  /** Three quarters of an answer on either side, and twice it in the middle (Rocks 2016). */
  private static final double ADDED = 0.75;

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /**
   * A difference of two scores with answers.
   *
   * @throws InvalidValueException DIVISION if one has none
   */
  public NetDifference {
    requireNonNull(first, "first");
    requireNonNull(second, "second");
    InvalidValueException.check(
        first.answers() > 0 && second.answers() > 0,
        FailureCode.DIVISION,
        "answers",
        "a difference must be of scores with answers: %s, %s",
        first,
        second);
  }

  /** The difference, from -2 to 2. */
  public double value() {
    return Moments.of(first, 0).mean() - Moments.of(second, 0).mean();
  }

  /** The normal approximation; too sure of itself with few answers. */
  public Significance wald(Confidence confidence) {
    return normal("Wald", 0, confidence);
  }

  /** Wald after the adjustment of Rocks on both sides; the default. */
  public Significance adjustedWald(Confidence confidence) {
    return normal("adjusted Wald", ADDED, confidence);
  }

  /**
   * Welch's t on answers coded -1, 0, 1.
   *
   * @throws InvalidValueException DIVISION if a side has a single answer, or no spread on both
   */
  public Significance welch(Confidence confidence) {
    return Welch.test(Moments.of(first, 0), Moments.of(second, 0), confidence);
  }

  private Significance normal(String method, double added, Confidence confidence) {
    Moments one = Moments.of(first, added);
    Moments other = Moments.of(second, added);
    double difference = one.mean() - other.mean();
    double error = Math.sqrt(one.variance() / one.answers() + other.variance() / other.answers());
    double pValue = error == 0
        ? (difference == 0 ? 1 : 0)
        : Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(difference) / error));
    return new Significance(
        method, difference, error, Interval.normal(difference, error, confidence), pValue);
  }

  /** Number, mean and variance (divisor n) of answers. */
  record Moments(double answers, double mean, double variance) {
    static Moments of(NetCounts counts, double added) {
      double answers = counts.answers() + 4 * added;
      double positive = (counts.positives() + added) / answers;
      double negative = (counts.negatives() + added) / answers;
      double mean = positive - negative;
      return new Moments(answers, mean, Math.max(0, positive + negative - mean * mean));
    }

    /** The mean with the square of its error; of two answers or more. */
    WelchDifference.Mean known() {
      return new WelchDifference.Mean(mean, variance / (answers - 1), answers - 1);
    }
  }

  /** The t test for unequal variances. */
  static final class Welch {
    private Welch() {}

    static Significance test(Moments one, Moments other, Confidence confidence) {
      WelchDifference difference = difference(one, other);
      return new Significance(
          "Welch",
          difference.value(),
          difference.standardError(),
          difference.interval(confidence),
          difference.pValue());
    }

    static WelchDifference difference(Moments one, Moments other) {
      InvalidValueException.check(
          one.answers() > 1 && other.answers() > 1 && one.variance() + other.variance() > 0,
          FailureCode.DIVISION,
          "answers",
          "Welch's t must be of two answers or more on each side, not all alike: %s, %s",
          one.answers(),
          other.answers());
      return new WelchDifference(one.known(), other.known());
    }
  }
}
