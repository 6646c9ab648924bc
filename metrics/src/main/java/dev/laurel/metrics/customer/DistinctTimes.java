package dev.laurel.metrics.customer;

import java.util.Arrays;

/**
 * Times coded by their places among the distinct ones, of which there are few: a year of days has
 * 365, however many customers it has.
 *
 * <p>An open table by the bits of the number, so that a time costs the same however many there are,
 * and only distinct ones are sorted.
 */
final class DistinctTimes {
  private static final int FIRST_SLOTS = 256;

  /** Spreads neighbouring numbers, which differ in few bits, over all slots. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private double[] values = new double[FIRST_SLOTS / 2];
  private int size;

  /** For each slot the code of its value plus one; zero where it is free. */
  private int[] slots = new int[FIRST_SLOTS];

  private int shift = Long.SIZE - Integer.numberOfTrailingZeros(FIRST_SLOTS);

  /** The code of a time, by the order in which times came. */
  int code(double time) {
    int slot = slot(time);
    if (slots[slot] == 0) {
      if (size == values.length) {
        grow();
        slot = slot(time);
      }
      values[size++] = time;
      slots[slot] = size;
    }
    return slots[slot] - 1;
  }

  /** The distinct times, ascending. */
  double[] sorted() {
    double[] sorted = Arrays.copyOf(values, size);
    Arrays.sort(sorted);
    return sorted;
  }

  /** For each code the place of its time among the sorted ones. */
  int[] places(double[] sorted) {
    int[] places = new int[size];
    for (int code = 0; code < size; code++) {
      places[code] = Arrays.binarySearch(sorted, values[code]);
    }
    return places;
  }

  /** The slot that holds the time, or the free one where it belongs. */
  private int slot(double time) {
    int slot = (int) ((Double.doubleToRawLongBits(time) * SPREAD) >>> shift);
    while (slots[slot] != 0 && values[slots[slot] - 1] != time) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  /** Twice the slots, half of which stay free. */
  private void grow() {
    values = Arrays.copyOf(values, 2 * size);
    slots = new int[4 * size];
    shift--;
    for (int code = 0; code < size; code++) {
      slots[slot(values[code])] = code + 1;
    }
  }
}
