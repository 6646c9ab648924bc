package dev.laurel.benchmarks.score;

import java.util.SplittableRandom;

/** A hundred million answers on 0 to 10, drawn from a seed, side by side as bytes. */
final class Answers {
  static final int COUNT = 100_000_000;

  private static final long SEED = 5;

  private Answers() {}

  static byte[] bytes(int count) {
    SplittableRandom random = new SplittableRandom(SEED);
    byte[] answers = new byte[count];
    for (int i = 0; i < count; i++) {
      answers[i] = (byte) random.nextInt(11);
    }
    return answers;
  }

  /** The same as numbers of 64 bits, for the probe that reads them and does no more than add. */
  static long[] words(byte[] answers) {
    long[] words = new long[answers.length / Long.BYTES];
    for (int i = 0; i < words.length * Long.BYTES; i++) {
      words[i / Long.BYTES] |= (long) answers[i] << (8 * (i % Long.BYTES));
    }
    return words;
  }
}
