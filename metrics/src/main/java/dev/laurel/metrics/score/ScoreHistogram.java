package dev.laurel.metrics.score;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.primitives.ImmutableLongArray;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.metrics.survey.MetricDefinition;
import dev.laurel.metrics.survey.ResponseStatus;
import java.util.Collection;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How often each point of the scale was answered, and what came back beside answers.
 *
 * <p>It is all that a score without weights needs, and small: eleven counts for a hundred million
 * answers on 0 to 10. Histograms of one definition merge.
 *
 * @param definition what the answers are answers to
 * @param counts one count for each point of the scale, from the smallest answer on
 * @param others how many responses were not answers, by what they were; none is zero
 */
public record ScoreHistogram(
    MetricDefinition definition,
    ImmutableLongArray counts,
    ImmutableSortedMap<ResponseStatus, Long> others) {
  /**
   * A checked histogram.
   *
   * @throws InvalidValueException RANGE if there is not one count of at least zero for each point
   *     of the scale, or another count is not above zero, LIMIT_EXCEEDED if the responses are more
   *     than can be counted
   */
  public ScoreHistogram {
    requireNonNull(definition, "definition");
    InvalidValueException.check(
        counts.length() == definition.scale().points()
            && counts.stream().allMatch(count -> count >= 0),
        FailureCode.RANGE,
        "counts",
        "a histogram must have a count of at least 0 for each of %s to %s: %s",
        definition.scale().min(),
        definition.scale().max(),
        counts);
    InvalidValueException.check(
        !others.containsKey(ResponseStatus.ANSWERED)
            && others.values().stream().allMatch(count -> count > 0),
        FailureCode.RANGE,
        "others",
        "responses that are not answers must be counted above 0: %s",
        others);
    InvalidValueException.check(
        canBeCounted(counts, others.values()),
        FailureCode.LIMIT_EXCEEDED,
        "counts",
        "a histogram must hold at most %s responses: %s, %s",
        Long.MAX_VALUE,
        counts,
        others);
  }

  private static boolean canBeCounted(ImmutableLongArray counts, Collection<Long> others) {
    LongStream all = LongStream.concat(counts.stream(), others.stream().mapToLong(Long::longValue));
    // A sum of counts that does not fit is below zero at once, and stays so.
    return all.reduce(0, (sum, count) -> sum < 0 ? sum : sum + count) >= 0;
  }

  /** The histogram of no responses. */
  public static ScoreHistogram none(MetricDefinition definition) {
    return new ScoreAccumulator(definition).snapshot();
  }

  /** The histogram of these counts, from the smallest answer on, and nothing beside them. */
  public static ScoreHistogram of(MetricDefinition definition, long... counts) {
    return new ScoreHistogram(
        definition, ImmutableLongArray.copyOf(counts), ImmutableSortedMap.of());
  }

  /**
   * The responses of all of these together; of none it is the histogram of no responses.
   *
   * @throws InvalidValueException DEFINITION_MISMATCH naming both definitions if one is of another
   *     than this, LIMIT_EXCEEDED if they are more together than a long can count
   */
  public static ScoreHistogram sum(
      MetricDefinition definition, Collection<ScoreHistogram> histograms) {
    ScoreAccumulator sum = new ScoreAccumulator(definition);
    histograms.forEach(sum::add);
    return sum.snapshot();
  }

  /** How often this answer was given. */
  public long count(int answer) {
    return counts.get(definition.scale().require(answer) - definition.scale().min());
  }

  /** How many answers there are: the one denominator. */
  public long answers() {
    return total(answer -> true);
  }

  /** How many responses there are, those that are not answers included. */
  public long responses() {
    long sum = answers();
    for (long count : others.values()) {
      sum = Math.addExact(sum, count);
    }
    return sum;
  }

  /** Answers out of responses. */
  public Proportion answeredOfResponses() {
    return Proportion.of(answers(), responses());
  }

  /**
   * The responses of both.
   *
   * @throws InvalidValueException DEFINITION_MISMATCH naming both definitions if they differ
   */
  public ScoreHistogram merge(ScoreHistogram other) {
    return sum(definition, List.of(this, other));
  }

  /**
   * The responses of this without those of the other, which must be among them.
   *
   * @throws InvalidValueException DEFINITION_MISMATCH if the definitions differ, RANGE if the other
   *     has more of something
   */
  public ScoreHistogram without(ScoreHistogram other) {
    ScoreAccumulator rest = new ScoreAccumulator(definition);
    rest.add(this);
    rest.remove(other);
    return rest.snapshot();
  }

  /**
   * The answers in the three classes of a net score. For a share the neutral class holds the rest;
   * a mean has no classes.
   *
   * @throws InvalidValueException TYPE_NOT_ALLOWED if the metric is a mean
   */
  public NetCounts netCounts() {
    InvalidValueException.check(
        definition.rule().match(net -> true, top -> true, mean -> false),
        FailureCode.TYPE_NOT_ALLOWED,
        "definition",
        "classes of answers must come from a net score or a share: %s",
        definition);
    return new NetCounts(
        total(answer -> definition.rule().worth(answer) < 0),
        total(answer -> definition.rule().worth(answer) == 0),
        total(answer -> definition.rule().worth(answer) > 0));
  }

  /**
   * The plain value of the metric, without an interval: for sums over many segments.
   *
   * @throws InvalidValueException DIVISION if there are no answers
   */
  public double meanWorth() {
    InvalidValueException.check(
        answers() > 0,
        FailureCode.DIVISION,
        "answers",
        "a score must be of at least one answer of %s",
        definition);
    return answerStream()
            .mapToDouble(answer -> (double) definition.rule().worth(answer) * count(answer))
            .sum()
        / answers();
  }

  /** The mean answer of a histogram that is not empty. */
  double mean() {
    return answerStream().mapToDouble(answer -> (double) answer * count(answer)).sum() / answers();
  }

  /** The sum of squared distances from the mean. */
  double squares() {
    double mean = mean();
    return answerStream()
        .mapToDouble(answer -> (answer - mean) * (answer - mean) * count(answer))
        .sum();
  }

  private IntStream answerStream() {
    return definition.scale().answers();
  }

  private long total(IntPredicate which) {
    long sum = 0;
    for (int i = 0; i < counts.length(); i++) {
      if (which.test(definition.scale().min() + i)) {
        sum = Math.addExact(sum, counts.get(i));
      }
    }
    return sum;
  }
}
