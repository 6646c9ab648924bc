package dev.laurel.metrics.score;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.primitives.ImmutableLongArray;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.metrics.survey.MetricDefinition;
import dev.laurel.metrics.survey.Response;
import dev.laurel.metrics.survey.ResponseStatus;
import dev.laurel.metrics.survey.Scale;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collector;

/**
 * Counts responses one by one; the mutable counterpart of {@link ScoreHistogram}.
 *
 * <p>Adding is inverted by removing, so that an answer can be corrected and a window can slide. An
 * answered response whose answer is no point of the scale is counted as
 * {@link ResponseStatus#INVALID}: accepted and rejected add up to what was read. Not safe for use
 * by several threads; give each its own and merge.
 */
public final class ScoreAccumulator {
  private final MetricDefinition definition;
  private final long[] counts;
  private final Map<ResponseStatus, Long> others = new EnumMap<>(ResponseStatus.class);

  /** All of them together; no count is above it, so none overflows while it does not. */
  private long responses;

  /** An accumulator without responses. */
  public ScoreAccumulator(MetricDefinition definition) {
    this.definition = requireNonNull(definition, "definition");
    this.counts = new long[definition.scale().points()];
  }

  /** Collects responses into a histogram, also from a parallel stream. */
  public static Collector<Response, ?, ScoreHistogram> collector(MetricDefinition definition) {
    return Collector.of(
        () -> new ScoreAccumulator(definition),
        ScoreAccumulator::add,
        ScoreAccumulator::merge,
        ScoreAccumulator::snapshot,
        Collector.Characteristics.UNORDERED);
  }

  /**
   * Counts an answer.
   *
   * @throws InvalidValueException SCORE_RANGE if it is no point of the scale, LIMIT_EXCEEDED if a
   *     long can count no more
   */
  public void add(int answer) {
    Scale scale = definition.scale();
    add(scale.require(answer) - scale.min(), 1);
  }

  /**
   * Counts a response, whatever it is.
   *
   * @throws InvalidValueException LIMIT_EXCEEDED if a long can count no more
   */
  public void add(Response response) {
    count(response, 1);
  }

  /**
   * Counts the responses of a histogram, all or none.
   *
   * @throws InvalidValueException DEFINITION_MISMATCH naming both definitions if they differ,
   *     LIMIT_EXCEEDED if they are more together than a long can count
   */
  public void add(ScoreHistogram histogram) {
    count(histogram, 1);
  }

  /**
   * Takes an answer back.
   *
   * @throws InvalidValueException SCORE_RANGE if it is no point of the scale, RANGE if it is not
   *     among the counted ones
   */
  public void remove(int answer) {
    Scale scale = definition.scale();
    add(scale.require(answer) - scale.min(), -1);
  }

  /**
   * Takes a response back.
   *
   * @throws InvalidValueException RANGE if it is not among the counted ones
   */
  public void remove(Response response) {
    count(response, -1);
  }

  /**
   * Takes the responses of a histogram back, all or none.
   *
   * @throws InvalidValueException RANGE if one of them is not among the counted ones
   */
  public void remove(ScoreHistogram histogram) {
    count(histogram, -1);
  }

  /**
   * Takes in what another accumulator counted, and returns this one.
   *
   * @throws InvalidValueException DEFINITION_MISMATCH naming both definitions if they differ,
   *     LIMIT_EXCEEDED if they are more together than a long can count
   */
  public ScoreAccumulator merge(ScoreAccumulator other) {
    add(other.snapshot());
    return this;
  }

  /** What has been counted so far. */
  public ScoreHistogram snapshot() {
    return new ScoreHistogram(
        definition, ImmutableLongArray.copyOf(counts), ImmutableSortedMap.copyOf(others));
  }

  private void count(Response response, long sign) {
    Scale scale = definition.scale();
    if (!response.isAnswered()) {
      add(response.status(), sign);
      return;
    }
    int answer = response.answer().orElseThrow();
    if (scale.contains(answer)) {
      add(answer - scale.min(), sign);
    } else {
      add(ResponseStatus.INVALID, sign);
    }
  }

  private void count(ScoreHistogram histogram, long sign) {
    definition.requireSame(histogram.definition());
    // Everything is checked before anything is written.
    long sum = together(sign * histogram.responses());
    for (int i = 0; i < counts.length; i++) {
      atLeastZero(counts[i], sign * histogram.counts().get(i));
    }
    histogram.others().forEach((status, count) -> atLeastZero(count(status), sign * count));
    for (int i = 0; i < counts.length; i++) {
      counts[i] += sign * histogram.counts().get(i);
    }
    histogram.others().forEach((status, count) -> put(status, count(status) + sign * count));
    responses = sum;
  }

  private void add(int index, long change) {
    long sum = together(change);
    counts[index] = atLeastZero(counts[index], change);
    responses = sum;
  }

  private void add(ResponseStatus status, long change) {
    long sum = together(change);
    put(status, atLeastZero(count(status), change));
    responses = sum;
  }

  private long count(ResponseStatus status) {
    return others.getOrDefault(status, 0L);
  }

  private void put(ResponseStatus status, long count) {
    if (count == 0) {
      others.remove(status);
    } else {
      others.put(status, count);
    }
  }

  /** The responses after a change; what is taken back may still turn out not to be among them. */
  private long together(long change) {
    InvalidValueException.check(
        change <= Long.MAX_VALUE - responses,
        FailureCode.LIMIT_EXCEEDED,
        "counts",
        "a histogram must hold at most %s responses: %s and %s more",
        Long.MAX_VALUE,
        responses,
        change);
    return responses + change;
  }

  private static long atLeastZero(long count, long change) {
    long sum = count + change;
    InvalidValueException.check(
        sum >= 0,
        FailureCode.RANGE,
        "count",
        "what is removed must have been counted before: %s of %s",
        -change,
        count);
    return sum;
  }
}
