package dev.laurel.metrics.score;

import static dev.laurel.metrics.score.ByteLanes.BLOCK;
import static dev.laurel.metrics.score.ByteLanes.EACH;
import static dev.laurel.metrics.score.ByteLanes.EVEN_BYTES;
import static dev.laurel.metrics.score.ByteLanes.EVEN_PAIRS;
import static dev.laurel.metrics.score.ByteLanes.LONGS;
import static dev.laurel.metrics.score.ByteLanes.TOPS;
import static dev.laurel.metrics.score.ByteLanes.sumOfBytes;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.metrics.survey.Conventions;

/**
 * Counts the detractors, passives and promoters among many answers in bytes, eight at a time.
 *
 * <p>There are two ways with one result, because compilers differ. Both add up in lanes of a byte;
 * {@link #words} keeps them in variables, {@link #rows} in a small array, one place for each word
 * of a row. C2 turns both into vectors. Until JDK 20 it adds the lanes of a vector up at every step
 * of a loop, which makes each variable dear; since JDK 21 it does so once behind the loop, and the
 * array would only cost.
 */
final class PromoterCount {
  /** The words of a row: its array of 6 KB stays in the nearest cache. */
  static final int ROW_WORDS = 768;

  /** The rows that a lane of seven bits can count. */
  static final int MOST_ROWS = 127;

  private static final boolean ARE_VARIABLES_DEAR = Runtime.version().feature() < 21;
  private static final int ROW = ROW_WORDS * Long.BYTES;

  /** Makes 0x80 to 0x83 of 7 to 10: the top bit tells passives and promoters from detractors. */
  private static final long PASSIVE = EACH * (128 - 7);

  private static final long BEYOND = EACH * (128 - 11);

  private final byte[] answers;
  private long passivesUp;
  private long promoters;
  private long beyond;

  private PromoterCount(byte[] answers) {
    this.answers = answers;
  }

  /** The counts of all answers, in the way that this JDK does best. */
  static NetCounts of(byte[] answers) {
    return of(answers, ARE_VARIABLES_DEAR);
  }

  static NetCounts of(byte[] answers, boolean isByRows) {
    PromoterCount count = new PromoterCount(answers);
    int counted = isByRows ? count.rows() : 0;
    counted = count.words(counted);
    count.rest(counted);
    if ((count.beyond & TOPS) != 0) {
      throw count.outside();
    }
    return new NetCounts(
        answers.length - count.passivesUp, count.passivesUp - count.promoters, count.promoters);
  }

  /** Counts whole rows, and returns how many answers these are. */
  private int rows() {
    long[] lanes = new long[ROW_WORDS];
    int from = 0;
    for (int row = 1; from + ROW <= answers.length; row++, from += ROW) {
      long pairs = row(answers, from, lanes);
      promoters += (pairs * EVEN_PAIRS) >>> 48;
      if (row % MOST_ROWS == 0) {
        empty(lanes);
      }
    }
    empty(lanes);
    return from;
  }

  /**
   * Counts who is no detractor into the lanes, whose top bits stay set after an answer that is
   * none; returns the promoters, two bytes to a lane.
   */
  private static long row(byte[] answers, int from, long[] lanes) {
    long pairs = 0;
    for (int i = 0; i < lanes.length; i++) {
      long eight = (long) LONGS.get(answers, from + Long.BYTES * i);
      long raised = eight + PASSIVE;
      long passiveUp = (raised >>> 7) & EACH;
      lanes[i] = (lanes[i] + passiveUp) | ((eight | (eight + BEYOND)) & TOPS);
      long promoter = passiveUp & (raised >>> 1);
      pairs += (promoter + (promoter >>> 8)) & EVEN_BYTES;
    }
    return pairs;
  }

  private void empty(long[] lanes) {
    for (int i = 0; i < lanes.length; i++) {
      beyond |= lanes[i];
      passivesUp += sumOfBytes(lanes[i] & ~TOPS);
      lanes[i] = 0;
    }
  }

  /** Counts whole words from a place on, and returns where they end. */
  private int words(int start) {
    int whole = start + (answers.length - start) / Long.BYTES * Long.BYTES;
    for (int from = start; from < whole; from += BLOCK) {
      int until = Math.min(whole, from + BLOCK);
      long passivesUpByLane = 0;
      long promotersByLane = 0;
      long any = 0;
      for (int i = from; i < until; i += Long.BYTES) {
        long eight = (long) LONGS.get(answers, i);
        long raised = eight + PASSIVE;
        long passiveUp = (raised >>> 7) & EACH;
        passivesUpByLane += passiveUp;
        // The second lowest bit tells promoters, 0x82 and 0x83, from passives.
        promotersByLane += passiveUp & (raised >>> 1);
        any |= eight | (eight + BEYOND);
      }
      passivesUp += sumOfBytes(passivesUpByLane);
      promoters += sumOfBytes(promotersByLane);
      beyond |= any;
    }
    return whole;
  }

  private void rest(int from) {
    for (int i = from; i < answers.length; i++) {
      beyond |= answers[i] < 0 || answers[i] > 10 ? TOPS : 0;
      passivesUp += answers[i] >= 7 ? 1 : 0;
      promoters += answers[i] >= 9 ? 1 : 0;
    }
  }

  private InvalidValueException outside() {
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
