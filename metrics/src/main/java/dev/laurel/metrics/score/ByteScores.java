package dev.laurel.metrics.score;

import static dev.laurel.metrics.score.ByteLanes.BLOCK;
import static dev.laurel.metrics.score.ByteLanes.EACH;
import static dev.laurel.metrics.score.ByteLanes.LONGS;
import static dev.laurel.metrics.score.ByteLanes.TOPS;
import static dev.laurel.metrics.score.ByteLanes.sumOfBytes;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.primitives.ImmutableLongArray;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.metrics.survey.MetricDefinition;
import dev.laurel.metrics.survey.ResponseStatus;
import dev.laurel.metrics.survey.Scale;

/**
 * Counts very many answers that lie side by side as bytes, such as a column of a hundred million
 * scores.
 *
 * <p>Eight answers are looked at as one 64-bit number. A byte of 0 to 127 to which 128 - t is added
 * has its top bit set if and only if it is at least t, and carries nothing into its neighbour; so
 * one addition compares eight answers with one threshold. The readable way of doing the same is
 * {@link ScoreAccumulator}, and a law compares the two.
 */
public final class ByteScores {
  private static final int TOP = 128;

  private ByteScores() {}

  /**
   * The detractors, passives and promoters among these answers on 0 to 10.
   *
   * @throws InvalidValueException SCORE_RANGE with the index of the first answer that is not on the
   *     scale
   */
  public static NetCounts promoterCounts(byte[] answers) {
    return PromoterCount.of(answers);
  }

  /**
   * How often each answer is among these; a byte that is no point of the scale is counted as
   * {@link ResponseStatus#INVALID}.
   *
   * @throws InvalidValueException RANGE if the scale does not lie within 0 and 126
   */
  public static ScoreHistogram histogram(MetricDefinition definition, byte[] answers) {
    Scale scale = definition.scale();
    InvalidValueException.check(
        scale.min() >= 0 && scale.max() < TOP - 1,
        FailureCode.RANGE,
        "definition",
        "answers in bytes must be on a scale within 0 and 126: %s",
        definition);
    long[] counts = new long[scale.points()];
    int whole = answers.length - answers.length % Long.BYTES;
    long invalid = 0;
    for (int from = 0; from < whole; from += BLOCK) {
      int until = Math.min(whole, from + BLOCK);
      invalid += isWithin(answers, from, until, scale)
          ? countFast(answers, from, until, scale, counts)
          : countReadably(answers, from, until, scale, counts);
    }
    invalid += countReadably(answers, whole, answers.length, scale, counts);
    return new ScoreHistogram(
        definition,
        ImmutableLongArray.copyOf(counts),
        invalid == 0
            ? ImmutableSortedMap.of()
            : ImmutableSortedMap.of(ResponseStatus.INVALID, invalid));
  }

  private static boolean isWithin(byte[] answers, int from, int until, Scale scale) {
    long aboveAll = EACH * (TOP - scale.max() - 1);
    long beyond = 0;
    for (int i = from; i < until; i += Long.BYTES) {
      long eight = (long) LONGS.get(answers, i);
      beyond |= eight | (eight + aboveAll);
    }
    return (beyond & TOPS) == 0;
  }

  /** Counts a block without a byte above the scale, and returns how many lie below it. */
  private static long countFast(byte[] answers, int from, int until, Scale scale, long[] counts) {
    long atLeast = atLeast(answers, from, until, scale.min());
    long below = until - from - atLeast;
    for (int i = 0; i < counts.length; i++) {
      long atLeastNext =
          i + 1 == counts.length ? 0 : atLeast(answers, from, until, scale.min() + i + 1);
      counts[i] += atLeast - atLeastNext;
      atLeast = atLeastNext;
    }
    return below;
  }

  private static long atLeast(byte[] answers, int from, int until, int threshold) {
    long added = EACH * (TOP - threshold);
    long byLane = 0;
    for (int i = from; i < until; i += Long.BYTES) {
      byLane += (((long) LONGS.get(answers, i) + added) >>> 7) & EACH;
    }
    return sumOfBytes(byLane);
  }

  private static long countReadably(
      byte[] answers, int from, int until, Scale scale, long[] counts) {
    long invalid = 0;
    for (int i = from; i < until; i++) {
      if (scale.contains(answers[i])) {
        counts[answers[i] - scale.min()]++;
      } else {
        invalid++;
      }
    }
    return invalid;
  }
}
