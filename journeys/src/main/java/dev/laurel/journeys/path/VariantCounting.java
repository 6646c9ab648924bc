package dev.laurel.journeys.path;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import java.util.Arrays;
import java.util.List;

/**
 * Variants while they are counted: an open hash table whose entries are told apart by comparing the
 * events themselves.
 */
final class VariantCounting {
  private static final long MIX = 0x9E3779B97F4A7C15L;

  /** The half of a slot that holds the hash. */
  private static final long HASH = 0xFFFFFFFF00000000L;

  private final ImmutableList<TouchpointId> touchpoints;
  private int[] codes = new int[64];
  private int[] begins = new int[17];
  private long[] counts = new long[16];
  private int size;

  /** In each slot the hash of a variant, and in the lower half its number from 1; 0 if free. */
  private long[] table;

  private VariantCounting(ImmutableList<TouchpointId> touchpoints, int expected) {
    this.touchpoints = touchpoints;
    // Twice as many slots as variants that may come, as far as that is a fair price.
    this.table = new long[Integer.highestOneBit(Math.min(expected, 1 << 20) | 32) << 2];
  }

  VariantCounting(List<TouchpointId> one, List<TouchpointId> other) {
    this(
        ImmutableSortedSet.<TouchpointId>naturalOrder()
            .addAll(one)
            .addAll(other)
            .build()
            .asList(),
        0);
  }

  static Variants of(JourneyLog log) {
    VariantCounting counting = new VariantCounting(log.touchpoints(), log.journeys());
    // In the worst case every journey is a way of its own; growing step by step costs as much.
    counting.codes = new int[log.events()];
    counting.begins = new int[log.journeys() + 2];
    counting.counts = new long[log.journeys() + 1];
    for (int journey = 0; journey < log.journeys(); journey++) {
      counting.add(log, log.begin(journey), log.end(journey));
    }
    return counting.variants();
  }

  void addAll(Variants variants) {
    int[] moved = new int[variants.touchpoints().size()];
    for (int code = 0; code < moved.length; code++) {
      moved[code] = touchpoints.indexOf(variants.touchpoints().get(code));
    }
    for (int variant = 0; variant < variants.size(); variant++) {
      int length = variants.end(variant) - variants.begin(variant);
      reserve(length);
      for (int i = 0; i < length; i++) {
        codes[begins[size] + i] = moved[variants.codes()[variants.begin(variant) + i]];
      }
      count(length, variants.count(variant));
    }
  }

  Variants variants() {
    return new Variants(
        touchpoints,
        trimmed(codes, begins[size]),
        Arrays.copyOf(begins, size + 1),
        Arrays.copyOf(counts, size));
  }

  /** A copy without unused room, where that is worth the copying. */
  private static int[] trimmed(int[] array, int length) {
    return length > array.length - (array.length >> 2) ? array : Arrays.copyOf(array, length);
  }

  private void add(JourneyLog log, int begin, int end) {
    reserve(end - begin);
    int at = begins[size];
    for (int event = begin; event < end; event++) {
      codes[at++] = log.codeAt(event);
    }
    count(end - begin, 1);
  }

  /** Counts the way that lies behind the last variant; if it is new, it stays there. */
  private void count(int length, long journeys) {
    int begin = begins[size];
    long hash = hash(begin, length) & HASH;
    int slot = slot(hash);
    while (table[slot] != 0) {
      int known = (int) table[slot] - 1;
      if ((table[slot] & HASH) == hash && isSame(known, begin, length)) {
        counts[known] = Math.addExact(counts[known], journeys);
        return;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    counts[size] = journeys;
    begins[size + 1] = begin + length;
    size++;
    table[slot] = hash | size;
    if (size * 2 > table.length) {
      rehash();
    }
  }

  private int slot(long hash) {
    return (int) (hash >>> 32) & (table.length - 1);
  }

  private boolean isSame(int known, int begin, int length) {
    return begins[known + 1] - begins[known] == length
        && Arrays.equals(codes, begins[known], begins[known + 1], codes, begin, begin + length);
  }

  private long hash(int begin, int length) {
    long hash = length;
    for (int i = begin; i < begin + length; i++) {
      hash = (hash + codes[i] + 1) * MIX;
      hash ^= hash >>> 29;
    }
    return hash;
  }

  private void reserve(int length) {
    int needed = Math.addExact(begins[size], length);
    if (needed > codes.length) {
      codes = Arrays.copyOf(codes, Math.max(needed, grown(codes.length)));
    }
    if (size + 1 >= counts.length) {
      counts = Arrays.copyOf(counts, grown(counts.length));
      begins = Arrays.copyOf(begins, counts.length + 1);
    }
  }

  private void rehash() {
    long[] old = table;
    table = new long[Math.multiplyExact(old.length, 2)];
    for (long entry : old) {
      if (entry != 0) {
        int slot = slot(entry & HASH);
        while (table[slot] != 0) {
          slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = entry;
      }
    }
  }

  private static int grown(int length) {
    return Math.addExact(length, length >> 1);
  }
}
