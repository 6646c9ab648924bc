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

  private final ImmutableList<TouchpointId> touchpoints;
  private int[] codes = new int[64];
  private int[] begins = new int[17];
  private long[] counts = new long[16];
  private int[] hashes = new int[16];
  private int size;
  private int[] table = new int[64];

  private VariantCounting(ImmutableList<TouchpointId> touchpoints) {
    this.touchpoints = touchpoints;
  }

  VariantCounting(List<TouchpointId> one, List<TouchpointId> other) {
    this(ImmutableSortedSet.<TouchpointId>naturalOrder()
        .addAll(one)
        .addAll(other)
        .build()
        .asList());
  }

  static Variants of(JourneyLog log) {
    VariantCounting counting = new VariantCounting(log.touchpoints());
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
        Arrays.copyOf(codes, begins[size]),
        Arrays.copyOf(begins, size + 1),
        Arrays.copyOf(counts, size));
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
    int hash = hash(begin, length);
    int slot = hash & (table.length - 1);
    while (table[slot] != 0) {
      int known = table[slot] - 1;
      if (hashes[known] == hash && isSame(known, begin, length)) {
        counts[known] = Math.addExact(counts[known], journeys);
        return;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    counts[size] = journeys;
    hashes[size] = hash;
    begins[size + 1] = begin + length;
    size++;
    table[slot] = size;
    if (size * 2 > table.length) {
      rehash();
    }
  }

  private boolean isSame(int known, int begin, int length) {
    return begins[known + 1] - begins[known] == length
        && Arrays.equals(codes, begins[known], begins[known + 1], codes, begin, begin + length);
  }

  private int hash(int begin, int length) {
    long hash = length;
    for (int i = begin; i < begin + length; i++) {
      hash = (hash + codes[i] + 1) * MIX;
      hash ^= hash >>> 32;
    }
    return (int) hash;
  }

  private void reserve(int length) {
    int needed = Math.addExact(begins[size], length);
    if (needed > codes.length) {
      codes = Arrays.copyOf(codes, Math.max(needed, grown(codes.length)));
    }
    if (size + 1 >= counts.length) {
      counts = Arrays.copyOf(counts, grown(counts.length));
      hashes = Arrays.copyOf(hashes, counts.length);
      begins = Arrays.copyOf(begins, counts.length + 1);
    }
  }

  private void rehash() {
    table = new int[Math.multiplyExact(table.length, 2)];
    for (int variant = 0; variant < size; variant++) {
      int slot = hashes[variant] & (table.length - 1);
      while (table[slot] != 0) {
        slot = (slot + 1) & (table.length - 1);
      }
      table[slot] = variant + 1;
    }
  }

  private static int grown(int length) {
    return Math.addExact(length, length >> 1);
  }
}
