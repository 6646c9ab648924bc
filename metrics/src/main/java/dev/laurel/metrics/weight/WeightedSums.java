package dev.laurel.metrics.weight;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.Interval;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.metrics.survey.MetricDefinition;
import dev.laurel.metrics.survey.Response;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collector;

/**
 * The sums of weighted answers from which a score and its error follow; they merge by adding.
 *
 * <p>With y the worth of an answer under the rule and w its weight, the score is the sum of wy over
 * the sum of w. A weight of zero leaves an answer out.
 *
 * <p>Assumed: weights are known, and answers are independent of each other. Source: C.-E. Sarndal,
 * B. Swensson and J. Wretman, "Model Assisted Survey Sampling" (1992), for the linearised error of
 * a ratio.
 *
 * @param definition what the answers are answers to
 * @param answers how many answers have a weight above zero
 * @param w the sum of weights
 * @param ww the sum of squared weights
 * @param wy the sum of weight times worth
 * @param wyy the sum of weight times squared worth
 * @param wwy the sum of squared weight times worth
 * @param wwyy the sum of squared weight times squared worth
 */
public record WeightedSums(
    MetricDefinition definition,
    long answers,
    double w,
    double ww,
    double wy,
    double wyy,
    double wwy,
    double wwyy) {
  /** Sums are rounded one by one, and may miss their bounds by so much. */
  private static final double SLACK = 1 + 1e-9;

  /**
   * Checked sums.
   *
   * @throws InvalidValueException NUMBER_NOT_FINITE if a sum is none or weights are below zero,
   *     RANGE if no answers could have these sums
   */
  public WeightedSums {
    requireNonNull(definition, "definition");
    InvalidValueException.check(
        answers >= 0 && w >= 0 && ww >= 0 && Double.isFinite(w + ww + wy + wyy + wwy + wwyy),
        FailureCode.NUMBER_NOT_FINITE,
        "sums",
        "sums of weighted answers must be finite, and weights at least 0: %s answers, w %s, ww %s",
        answers,
        w,
        ww);
    double worth = Math.max(Math.abs(definition.least()), Math.abs(definition.most()));
    InvalidValueException.check(
        (answers == 0) == (w == 0)
            && w * w <= answers * ww * SLACK
            && ww <= w * w * SLACK
            && areWithin(wy, wyy, w * SLACK, worth)
            && areWithin(wwy, wwyy, ww * SLACK, worth),
        FailureCode.RANGE,
        "sums",
        "sums of weighted answers must be those of %s answers: w %s, ww %s, wy %s, wyy %s",
        answers,
        w,
        ww,
        wy,
        wyy);
  }

  /** Whether answers of at most this worth can have these sums at weights of this sum. */
  private static boolean areWithin(double y, double yy, double weights, double worth) {
    return Math.abs(y) <= weights * worth && yy >= 0 && yy <= weights * worth * worth;
  }

  /** The sums of no answers. */
  public static WeightedSums none(MetricDefinition definition) {
    return new WeightedSums(definition, 0, 0, 0, 0, 0, 0, 0);
  }

  /** Collects the answered responses with their weights; what is no answer is passed over. */
  public static Collector<Response, ?, WeightedSums> collector(MetricDefinition definition) {
    return Collector.of(
        () -> new WeightedSums[] {none(definition)},
        (held, response) -> {
          if (response.isAnswered()) {
            held[0] = held[0].plus(response.answer().orElseThrow(), response.weight());
          }
        },
        (left, right) -> {
          left[0] = left[0].merge(right[0]);
          return left;
        },
        held -> held[0]);
  }

  /**
   * The sums with one more answer.
   *
   * @throws InvalidValueException SCORE_RANGE if it is no point of the scale, RANGE if the weight
   *     is negative or not a number
   */
  public WeightedSums plus(int answer, double weight) {
    definition.scale().require(answer);
    InvalidValueException.check(
        weight >= 0 && Double.isFinite(weight),
        FailureCode.RANGE,
        "weight",
        "a weight must be finite and at least 0: %s",
        weight);
    return plusAll(definition.rule().worth(answer), weight, 1);
  }

  WeightedSums plusAll(double y, double weight, long count) {
    if (weight == 0) {
      return this;
    }
    double square = weight * weight;
    return new WeightedSums(
        definition,
        Math.addExact(answers, count),
        w + weight * count,
        ww + square * count,
        wy + weight * y * count,
        wyy + weight * y * y * count,
        wwy + square * y * count,
        wwyy + square * y * y * count);
  }

  /**
   * The sums of both.
   *
   * @throws InvalidValueException DEFINITION_MISMATCH naming both definitions if they differ
   */
  public WeightedSums merge(WeightedSums other) {
    definition.requireSame(other.definition);
    return new WeightedSums(
        definition,
        Math.addExact(answers, other.answers),
        w + other.w,
        ww + other.ww,
        wy + other.wy,
        wyy + other.wyy,
        wwy + other.wwy,
        wwyy + other.wwyy);
  }

  /**
   * Kish's effective number of answers: how many unweighted ones would tell as much. Absent if no
   * answer has a weight.
   *
   * <p>Source: L. Kish, "Survey Sampling" (1965).
   */
  public OptionalDouble effectiveAnswers() {
    return answers == 0 ? OptionalDouble.empty() : OptionalDouble.of(w * w / ww);
  }

  /** The weighted variance of the worth of one answer, with divisor the sum of weights. */
  double variance() {
    double mean = wy / w;
    return Math.max(0, wyy / w - mean * mean);
  }

  /**
   * The score with its linearised standard error, sqrt(n / (n - 1) sum of w<sup>2</sup> (y -
   * score)<sup>2</sup>) / sum of w; absent if no answer has a weight.
   */
  public Optional<Estimate> estimate(Confidence confidence) {
    if (answers == 0) {
      return Optional.empty();
    }
    double score = wy / w;
    double squares = Math.max(0, wwyy - 2 * score * wwy + score * score * ww);
    Estimate.Builder estimate =
        Estimate.builder().value(score).observations(answers).method("linearised, weighted");
    estimate.addAssumption("weights are known, and answers independent of each other");
    if (answers == 1) {
      estimate.interval(new Interval(definition.least(), definition.most(), confidence));
      return Optional.of(estimate.build());
    }
    double error = Math.sqrt(answers / (answers - 1.0) * squares) / w;
    return Optional.of(
        estimate.standardError(error).interval(around(score, error, confidence)).build());
  }

  /**
   * The score with the standard error of as many unweighted answers as are effective; absent if no
   * answer has a weight. It takes weights for unrelated to answers.
   */
  public Optional<Estimate> kish(Confidence confidence) {
    if (answers == 0) {
      return Optional.empty();
    }
    double error = Math.sqrt(variance() / (w * w / ww));
    Estimate.Builder estimate = Estimate.builder().value(wy / w).standardError(error);
    estimate
        .interval(around(wy / w, error, confidence))
        .observations(answers)
        .method("Kish")
        .addAssumption("weights have nothing to do with the answers");
    return Optional.of(estimate.build());
  }

  /**
   * A share with Wilson's interval at the effective number of answers; absent if no answer has a
   * weight.
   *
   * @throws InvalidValueException TYPE_NOT_ALLOWED if the metric is not a share
   */
  public Optional<Estimate> wilson(Confidence confidence) {
    InvalidValueException.check(
        definition.rule().match(net -> false, top -> true, mean -> false),
        FailureCode.TYPE_NOT_ALLOWED,
        "definition",
        "Wilson's interval must be of a share: %s",
        definition);
    if (answers == 0) {
      return Optional.empty();
    }
    double n = w * w / ww;
    double share = wy / w;
    double square = confidence.z() * confidence.z();
    double centre = (share + square / (2 * n)) / (1 + square / n);
    double margin = confidence.z()
        / (1 + square / n)
        * Math.sqrt(share * (1 - share) / n + square / (4 * n * n));
    Interval interval = new Interval(
        Math.min(centre - margin, share), Math.max(centre + margin, share), confidence);
    Estimate.Builder estimate = Estimate.builder().value(share).method("weighted Wilson");
    estimate
        .standardError(Math.sqrt(share * (1 - share) / n))
        .interval(interval.clippedTo(0, 1))
        .observations(answers)
        .addAssumption("weights have nothing to do with the answers");
    return Optional.of(estimate.build());
  }

  private Interval around(double score, double error, Confidence confidence) {
    Interval interval =
        Interval.normal(score, error, confidence).clippedTo(definition.least(), definition.most());
    // Sums of weights can put a score of one class beyond its end by the last bit.
    return new Interval(
        Math.min(interval.lower(), score), Math.max(interval.upper(), score), confidence);
  }
}
