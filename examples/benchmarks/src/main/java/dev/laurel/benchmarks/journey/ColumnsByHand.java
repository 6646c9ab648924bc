package dev.laurel.benchmarks.journey;

import java.util.Arrays;

/**
 * What one writes for one data set when only counts are wanted: a byte for each event, grouped by
 * journey in one pass, without instants.
 */
final class ColumnsByHand {
  final int[] begins;
  final byte[] grouped;

  /** Brings the events of each journey together. */
  ColumnsByHand(InventedEvents invented) {
    int[] journeyOf = invented.journeyOf();
    int[] codes = invented.codes();
    begins = new int[invented.journeys() + 1];
    for (int journey : journeyOf) {
      begins[journey + 1]++;
    }
    for (int journey = 1; journey < begins.length; journey++) {
      begins[journey] += begins[journey - 1];
    }
    int[] next = begins.clone();
    grouped = new byte[codes.length];
    for (int event = 0; event < codes.length; event++) {
      grouped[next[journeyOf[event]]++] = (byte) codes[event];
    }
  }

  /** How often each code was directly followed by each other. */
  long[] arcs() {
    int size = InventedEvents.TOUCHPOINTS.size();
    long[] arcs = new long[size * size];
    for (int journey = 0; journey + 1 < begins.length; journey++) {
      for (int event = begins[journey] + 1; event < begins[journey + 1]; event++) {
        arcs[grouped[event - 1] * size + grouped[event]]++;
      }
    }
    return arcs;
  }

  /** How many journeys took each different way, in no order. */
  int[] variants() {
    int journeys = begins.length - 1;
    int[] table = new int[Integer.highestOneBit(journeys) << 2];
    int[] counts = new int[journeys];
    int found = 0;
    for (int journey = 0; journey < journeys; journey++) {
      int hash = 1;
      for (int event = begins[journey]; event < begins[journey + 1]; event++) {
        hash = 31 * hash + grouped[event];
      }
      int slot = ((hash * 0x9E3779B9) >>> 7) & (table.length - 1);
      while (table[slot] != 0 && !isSame(table[slot] - 1, journey)) {
        slot = (slot + 1) & (table.length - 1);
      }
      found += table[slot] == 0 ? 1 : 0;
      table[slot] = table[slot] == 0 ? journey + 1 : table[slot];
      counts[table[slot] - 1]++;
    }
    int[] all = new int[found];
    int at = 0;
    for (int count : counts) {
      if (count > 0) {
        all[at++] = count;
      }
    }
    return all;
  }

  private boolean isSame(int one, int other) {
    return Arrays.equals(
        grouped, begins[one], begins[one + 1], grouped, begins[other], begins[other + 1]);
  }
}
