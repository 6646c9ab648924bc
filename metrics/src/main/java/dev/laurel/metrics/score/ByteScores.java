package dev.laurel.metrics.score;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.primitives.ImmutableLongArray;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.metrics.survey.Conventions;
import dev.laurel.metrics.survey.MetricDefinition;
import dev.laurel.metrics.survey.ResponseStatus;
import dev.laurel.metrics.survey.Scale;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

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
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long EACH = 0x0101010101010101L;
  private static final long TOPS = 0x8080808080808080L;
  private static final long EVEN_BYTES = 0x00ff00ff00ff00ffL;
  private static final long EVEN_PAIRS = 0x0001000100010001L;
  private static final int TOP = 128;

  /** Answers looked at in one go: each of 8 bytes of a sum holds at most 255 single bits. */
  private static final int BLOCK = 255 * Long.BYTES;

  private static final long PASSIVE = EACH * (TOP - 7);
  private static final long BEYOND = EACH * (TOP - 11);

  private ByteScores() {}

  /**
   * The detractors, passives and promoters among these answers on 0 to 10.
   *
   * @throws InvalidValueException SCORE_RANGE with the index of the first answer that is not on the
   *     scale
   */
  public static NetCounts promoterCounts(byte[] answers) {
    int whole = answers.length - answers.length % Long.BYTES;
    long passivesUp = 0;
    long promoters = 0;
    for (int from = 0; from < whole; from += BLOCK) {
      int until = Math.min(whole, from + BLOCK);
      long passivesUpByLane = 0;
      long promotersByLane = 0;
      long beyond = 0;
      for (int i = from; i < until; i += Long.BYTES) {
        long eight = (long) LONGS.get(answers, i);
        // 7, 8, 9 and 10 are 0x80 to 0x83 now: the top bit tells that they are no detractors, and
        // the second lowest tells promoters from passives.
        long raised = eight + PASSIVE;
        long passiveUp = (raised >>> 7) & EACH;
        passivesUpByLane += passiveUp;
        promotersByLane += passiveUp & (raised >>> 1);
        beyond |= eight | (eight + BEYOND);
      }
      passivesUp += sumOfBytes(passivesUpByLane);
      promoters += sumOfBytes(promotersByLane);
      if ((beyond & TOPS) != 0) {
        throw outside(answers);
      }
    }
    for (int i = whole; i < answers.length; i++) {
      if (answers[i] < 0 || answers[i] > 10) {
        throw outside(answers);
      }
      passivesUp += answers[i] >= 7 ? 1 : 0;
      promoters += answers[i] >= 9 ? 1 : 0;
    }
    return new NetCounts(answers.length - passivesUp, passivesUp - promoters, promoters);
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

  private static long sumOfBytes(long eight) {
    long pairs = (eight & EVEN_BYTES) + ((eight >>> 8) & EVEN_BYTES);
    return (pairs * EVEN_PAIRS) >>> 48;
  }

  private static InvalidValueException outside(byte[] answers) {
    int first = 0;
    while (Conventions.NPS.scale().contains(answers[first])) {
      first++;
    }
    return new InvalidValueException(
        FailureCode.SCORE_RANGE,
        "answers[" + first + "]",
        "an answer must be 0 to 10: " + answers[first]);
  }
}
