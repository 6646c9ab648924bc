package dev.laurel.core.exact;

import static dev.laurel.core.failure.InvalidValueException.check;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedSet;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * The split of a whole total into whole parts by weight, such that the parts add up to the total.
 *
 * <p>Each part is its exact share cut to a whole number, and the units left over go to the largest
 * cut-off remainders: 100 cents by weights 1, 1, 1 are 34, 33, 33. Each part lies within one unit
 * of its exact share; equal remainders favour the lowest index; a weight of zero gets nothing.
 *
 * <p>A negative total is split as its positive counterpart, with the sign turned: -100 by 1, 1, 1
 * is -34, -33, -33. The unit of the parts is that of the total. All steps are exact, in 128 bits or
 * more.
 *
 * <p>Source: Hamilton's method of apportionment, 1792.
 */
public final class LargestRemainder {
  private LargestRemainder() {}

  /**
   * The parts of the total, one for each weight and in the order of the weights.
   *
   * @throws InvalidValueException RANGE if a weight is negative, DIVISION if there is no weight
   *     above zero
   */
  public static long[] allocate(long total, long... weights) {
    requireNonNull(weights, "weights");
    // A copy, so that a caller's other thread cannot change the weights between check and use.
    long[] own = weights.clone();
    long sum = 0;
    boolean sumFits = true;
    for (int i = 0; i < own.length; i++) {
      check(
          own[i] >= 0,
          FailureCode.RANGE,
          "weights",
          "weight %s must not be negative: %s",
          i,
          own[i]);
      sum += own[i];
      sumFits &= sum >= 0;
    }
    check(
        sum != 0 || !sumFits,
        FailureCode.DIVISION,
        "weights",
        "one of the weights must be above zero: found %s weights",
        own.length);
    return sumFits ? allocateBySum(total, own, sum) : allocateByBigSum(total, own);
  }

  private static long[] allocateBySum(long total, long[] weights, long sum) {
    // Magnitudes are read as unsigned, so that the one of -2^63 is right too. No weight exceeds the
    // sum, hence the upper half of a product stays below it and every quotient fits.
    long magnitude = Math.abs(total);
    long[] parts = new long[weights.length];
    long[] remainders = new long[weights.length];
    long left = magnitude;
    for (int i = 0; i < weights.length; i++) {
      long high = Wide.multiplyHighUnsigned(magnitude, weights[i]);
      long low = magnitude * weights[i];
      parts[i] = high == 0 ? Long.divideUnsigned(low, sum) : Wide.divide(high, low, sum);
      remainders[i] = low - parts[i] * sum;
      left -= parts[i];
    }
    if (left > 0) {
      giveLeftOver(parts, remainders, Math.toIntExact(left));
    }
    return signed(total, parts);
  }

  private static void giveLeftOver(long[] parts, long[] remainders, int left) {
    long[] sorted = remainders.clone();
    Arrays.sort(sorted);
    long threshold = sorted[sorted.length - left];
    int atThreshold = left;
    for (long remainder : remainders) {
      atThreshold -= remainder > threshold ? 1 : 0;
    }
    for (int i = 0; i < parts.length; i++) {
      if (remainders[i] > threshold) {
        parts[i]++;
      } else if (remainders[i] == threshold && atThreshold > 0) {
        parts[i]++;
        atThreshold--;
      }
    }
  }

  /** The same for weights whose sum needs more than 64 bits. */
  private static long[] allocateByBigSum(long total, long[] weights) {
    BigInteger sum = BigInteger.ZERO;
    for (long weight : weights) {
      sum = sum.add(BigInteger.valueOf(weight));
    }
    BigInteger magnitude = BigInteger.valueOf(total).abs();
    long[] parts = new long[weights.length];
    BigInteger[] remainders = new BigInteger[weights.length];
    long left = Math.abs(total);
    for (int i = 0; i < weights.length; i++) {
      BigInteger[] share =
          magnitude.multiply(BigInteger.valueOf(weights[i])).divideAndRemainder(sum);
      // The sum exceeds every weight, so that each share is below 2^63.
      parts[i] = share[0].longValueExact();
      remainders[i] = share[1];
      left -= parts[i];
    }
    if (left > 0) {
      giveLeftOver(parts, ranks(remainders), Math.toIntExact(left));
    }
    return signed(total, parts);
  }

  /** Small numbers in the order of the remainders, equal ones for equal ones. */
  private static long[] ranks(BigInteger[] remainders) {
    BigInteger[] sorted = ImmutableSortedSet.copyOf(remainders).toArray(new BigInteger[0]);
    long[] ranks = new long[remainders.length];
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = Arrays.binarySearch(sorted, remainders[i]);
    }
    return ranks;
  }

  private static long[] signed(long total, long[] magnitudes) {
    if (total < 0) {
      for (int i = 0; i < magnitudes.length; i++) {
        magnitudes[i] = -magnitudes[i];
      }
    }
    return magnitudes;
  }
}
