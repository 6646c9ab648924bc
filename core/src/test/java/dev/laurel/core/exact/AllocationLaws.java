package dev.laurel.core.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Law F6: what is split adds up, and every part is within one unit of its exact share. */
class AllocationLaws {
  interface Allocation {
    long[] allocate(long total, long... weights);
  }

  @Property
  void partsAddUpToTheTotal(@ForAll long total, @ForAll("weights") long[] weights) {
    addsUp(LargestRemainder::allocate, total, weights);
  }

  @Property
  void partsAreWithinOneUnitOfTheirShare(@ForAll long total, @ForAll("weights") long[] weights) {
    isWithinOneUnit(LargestRemainder::allocate, total, weights);
  }

  @Property
  void aLargerRemainderNeverGetsLess(
      @ForAll("smallTotals") long total, @ForAll("weights") long[] weights) {
    favoursLargerRemainders(LargestRemainder::allocate, total, weights);
  }

  @Property
  void zeroWeightsGetNothing(@ForAll long total, @ForAll("weights") long[] weights) {
    long[] parts = LargestRemainder.allocate(total, weights);
    for (int i = 0; i < parts.length; i++) {
      assertThat(weights[i] == 0 && parts[i] != 0).isFalse();
    }
  }

  @Property
  void negativeTotalsMirrorPositiveOnes(
      @ForAll("smallTotals") long total, @ForAll("weights") long[] weights) {
    long[] mirrored = LargestRemainder.allocate(-total, weights);
    assertThat(LongStream.of(mirrored).map(part -> -part).toArray())
        .isEqualTo(LargestRemainder.allocate(total, weights));
  }

  @Property
  void theOrderOfTheWeightsMattersOnlyInTies(
      @ForAll("smallTotals") long total, @ForAll("weights") long[] weights) {
    long[] reversed = reverse(weights);
    long[] parts = LargestRemainder.allocate(total, weights);
    long[] back = reverse(LargestRemainder.allocate(total, reversed));
    BigInteger sum = sum(weights);
    for (int i = 0; i < parts.length; i++) {
      if (parts[i] != back[i]) {
        assertThat(hasTie(total, weights, sum, i)).as("weight %s has a tie", i).isTrue();
      }
    }
  }

  @Property
  void scaledWeightsGiveTheSameParts(
      @ForAll("smallTotals") long total, @ForAll("smallWeights") long[] weights) {
    long[] thousandfold = LongStream.of(weights).map(weight -> weight * 1000).toArray();
    assertThat(LargestRemainder.allocate(total, thousandfold))
        .isEqualTo(LargestRemainder.allocate(total, weights));
  }

  /** The laws have teeth: a split that rounds each part by itself breaks the sum. */
  @Test
  void roundingEachPartIsCaught() {
    assertThatThrownBy(() -> addsUp(AllocationLaws::roundEach, 100, 1, 1, 1))
        .isInstanceOf(AssertionError.class);
  }

  /** The laws have teeth: giving the whole rest to the last part strays from its share. */
  @Test
  void givingTheRestToTheLastIsCaught() {
    long[] weights = LongStream.generate(() -> 1).limit(7).toArray();
    addsUp(AllocationLaws::restToLast, 6, weights);
    assertThatThrownBy(() -> isWithinOneUnit(AllocationLaws::restToLast, 6, weights))
        .isInstanceOf(AssertionError.class);
  }

  /** The laws have teeth: handing units left over to the first parts ignores the remainders. */
  @Test
  void givingTheRestToTheFirstIsCaught() {
    addsUp(AllocationLaws::restToFirst, 10, 21, 49, 30);
    isWithinOneUnit(AllocationLaws::restToFirst, 10, 21, 49, 30);
    assertThatThrownBy(() -> favoursLargerRemainders(AllocationLaws::restToFirst, 10, 21, 49, 30))
        .isInstanceOf(AssertionError.class);
  }

  @Provide
  Arbitrary<long[]> weights() {
    Arbitrary<Long> weight = Arbitraries.oneOf(
        Arbitraries.longs().between(0, 10),
        Arbitraries.longs().between(0, 1_000_000),
        Arbitraries.longs().between(0, Long.MAX_VALUE));
    return weight.array(long[].class).ofMinSize(1).ofMaxSize(12).filter(AllocationLaws::hasWeight);
  }

  @Provide
  Arbitrary<long[]> smallWeights() {
    return Arbitraries.longs()
        .between(0, 1000)
        .array(long[].class)
        .ofMinSize(1)
        .ofMaxSize(12)
        .filter(AllocationLaws::hasWeight);
  }

  @Provide
  Arbitrary<Long> smallTotals() {
    return Arbitraries.longs().between(-1_000_000_000_000L, 1_000_000_000_000L);
  }

  private static boolean hasWeight(long[] weights) {
    return LongStream.of(weights).anyMatch(weight -> weight > 0);
  }

  private static void addsUp(Allocation allocation, long total, long... weights) {
    assertThat(sum(allocation.allocate(total, weights))).isEqualTo(BigInteger.valueOf(total));
  }

  private static void isWithinOneUnit(Allocation allocation, long total, long... weights) {
    long[] parts = allocation.allocate(total, weights);
    BigInteger sum = sum(weights);
    assertThat(parts).hasSameSizeAs(weights);
    for (int i = 0; i < parts.length; i++) {
      BigInteger distance = BigInteger.valueOf(parts[i])
          .multiply(sum)
          .subtract(product(total, weights[i]))
          .abs();
      assertThat(distance).as("distance of part %s", i).isLessThan(sum);
    }
  }

  private static void favoursLargerRemainders(Allocation allocation, long total, long... weights) {
    long[] parts = allocation.allocate(total, weights);
    BigInteger sum = sum(weights);
    BigInteger[] remainders = remainders(total, weights, sum);
    boolean[] lifted = new boolean[parts.length];
    for (int i = 0; i < parts.length; i++) {
      BigInteger cut = product(total, weights[i]).abs().divide(sum);
      lifted[i] = !BigInteger.valueOf(parts[i]).abs().equals(cut);
    }
    for (int i = 0; i < parts.length; i++) {
      for (int j = 0; j < parts.length; j++) {
        int order = remainders[i].compareTo(remainders[j]);
        boolean before = order > 0 || (order == 0 && i < j);
        assertThat(before && lifted[j] && !lifted[i]).as("%s before %s", i, j).isFalse();
      }
    }
  }

  private static boolean hasTie(long total, long[] weights, BigInteger sum, int index) {
    BigInteger[] remainders = remainders(total, weights, sum);
    return Arrays.stream(remainders).filter(remainders[index]::equals).count() > 1;
  }

  private static BigInteger[] remainders(long total, long[] weights, BigInteger sum) {
    return LongStream.of(weights)
        .mapToObj(weight -> product(total, weight).abs().mod(sum))
        .toArray(BigInteger[]::new);
  }

  private static BigInteger product(long total, long weight) {
    return BigInteger.valueOf(total).multiply(BigInteger.valueOf(weight));
  }

  private static BigInteger sum(long... numbers) {
    return LongStream.of(numbers)
        .mapToObj(BigInteger::valueOf)
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static long[] reverse(long[] numbers) {
    long[] reversed = new long[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      reversed[i] = numbers[numbers.length - 1 - i];
    }
    return reversed;
  }

  private static long[] roundEach(long total, long... weights) {
    BigDecimal sum = new BigDecimal(sum(weights));
    return LongStream.of(weights)
        .map(weight -> new BigDecimal(product(total, weight))
            .divide(sum, 0, RoundingMode.HALF_UP)
            .longValueExact())
        .toArray();
  }

  private static long[] restToLast(long total, long... weights) {
    long[] parts = cut(total, weights);
    parts[parts.length - 1] += total - LongStream.of(parts).sum();
    return parts;
  }

  private static long[] restToFirst(long total, long... weights) {
    long[] parts = cut(total, weights);
    long left = total - LongStream.of(parts).sum();
    for (int i = 0; i < left; i++) {
      parts[i]++;
    }
    return parts;
  }

  private static long[] cut(long total, long... weights) {
    BigInteger sum = sum(weights);
    return LongStream.of(weights)
        .map(weight -> product(total, weight).divide(sum).longValueExact())
        .toArray();
  }
}
