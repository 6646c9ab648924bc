package dev.laurel.journeys.path;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The different ways that the journeys of a log took, with the number of journeys of each.
 *
 * <p>Journeys {@code ab, ab, ac} have two variants, of which the first covers two thirds. Variants
 * are compared event by event, never by hash alone. In lists the variant of more journeys comes
 * first, and of as many the one whose touchpoints come earlier in the alphabet.
 */
public final class Variants {
  private final ImmutableList<TouchpointId> touchpoints;
  private final int[] codes;
  private final int[] begins;
  private final long[] counts;

  Variants(ImmutableList<TouchpointId> touchpoints, int[] codes, int[] begins, long[] counts) {
    this.touchpoints = touchpoints;
    this.codes = codes;
    this.begins = begins;
    this.counts = counts;
  }

  /** The variants of a log. */
  public static Variants of(JourneyLog log) {
    return VariantCounting.of(log);
  }

  /** How many variants there are. */
  public int size() {
    return counts.length;
  }

  /** How many journeys there are. */
  public long journeys() {
    return Arrays.stream(counts).sum();
  }

  /** The variants of most journeys, at most this many. */
  public ImmutableList<Variant> top(int most) {
    InvalidValueException.check(
        most >= 0,
        FailureCode.RANGE,
        "most",
        "a number of variants must not be negative: %s",
        most);
    PriorityQueue<Integer> kept = new PriorityQueue<>(Collections.reverseOrder(this::compare));
    for (int variant = 0; variant < size(); variant++) {
      kept.add(variant);
      if (kept.size() > most) {
        kept.remove();
      }
    }
    List<Integer> best = new ArrayList<>(kept);
    best.sort(this::compare);
    return best.stream().map(this::variant).collect(ImmutableList.toImmutableList());
  }

  /** All variants. */
  public ImmutableList<Variant> all() {
    return IntStream.range(0, size())
        .boxed()
        .sorted(this::compare)
        .map(this::variant)
        .collect(ImmutableList.toImmutableList());
  }

  /** The share of journeys that the variants of most journeys cover; 0 for no journey. */
  public double coverage(int most) {
    long[] sorted = counts.clone();
    Arrays.sort(sorted);
    long covered = 0;
    for (int i = 1; i <= Math.min(most, sorted.length); i++) {
      covered += sorted[sorted.length - i];
    }
    return covered == 0 ? 0 : (double) covered / journeys();
  }

  /** The smallest number of variants that cover this share of the journeys. */
  public int neededFor(double share) {
    InvalidValueException.check(
        share >= 0 && share <= 1,
        FailureCode.PERCENT_RANGE,
        "share",
        "a share of journeys must lie between 0 and 1: %s",
        share);
    long[] sorted = counts.clone();
    Arrays.sort(sorted);
    double wanted = share * journeys();
    long covered = 0;
    int needed = 0;
    while (covered < wanted) {
      needed++;
      covered += sorted[sorted.length - needed];
    }
    return needed;
  }

  /** The entropy of the variants in bits: 0 if all took one way, 1 for two ways of as many. */
  public double entropy() {
    double total = journeys();
    double sum = 0;
    long[] sorted = counts.clone();
    Arrays.sort(sorted);
    for (long count : sorted) {
      sum -= count / total * (Math.log(count / total) / Math.log(2));
    }
    return sum + 0.0;
  }

  /** The variants of the journeys of both. */
  public Variants merge(Variants other) {
    return VariantCounting.of(this, other);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Variants that && all().equals(that.all());
  }

  @Override
  public int hashCode() {
    return all().hashCode();
  }

  /** The size alone, such as {@code 116 variants of 1434 journeys}. */
  @Override
  public String toString() {
    return size() + " variants of " + journeys() + " journeys";
  }

  ImmutableList<TouchpointId> touchpoints() {
    return touchpoints;
  }

  int[] codes() {
    return codes;
  }

  int begin(int variant) {
    return begins[variant];
  }

  int end(int variant) {
    return begins[variant + 1];
  }

  long count(int variant) {
    return counts[variant];
  }

  private Variant variant(int variant) {
    ImmutableList.Builder<TouchpointId> way = ImmutableList.builder();
    for (int i = begins[variant]; i < begins[variant + 1]; i++) {
      way.add(touchpoints.get(codes[i]));
    }
    return new Variant(way.build(), counts[variant]);
  }

  private int compare(int left, int right) {
    // Codes are in the order of the names.
    int byCount = Long.compare(counts[right], counts[left]);
    return byCount != 0
        ? byCount
        : Arrays.compare(
            codes, begins[left], begins[left + 1], codes, begins[right], begins[right + 1]);
  }
}
