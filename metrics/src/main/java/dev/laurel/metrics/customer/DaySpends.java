package dev.laurel.metrics.customer;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.Arrays;

/** The distinct days of one customer in ascending order, with the minor units spent on each. */
final class DaySpends {
  private static final int FIRST_CAPACITY = 2;

  private int[] days = new int[FIRST_CAPACITY];
  private long[] minors = new long[FIRST_CAPACITY];
  private int size;

  void add(int day, long minor) {
    // Most files are in order of time, so the end is the likely place.
    int place =
        size == 0 || days[size - 1] < day ? -size - 1 : Arrays.binarySearch(days, 0, size, day);
    if (place >= 0) {
      minors[place] = sum(minors[place], minor);
    } else {
      insert(-place - 1, day, minor);
    }
  }

  void addAll(DaySpends other) {
    for (int i = 0; i < other.size; i++) {
      add(other.days[i], other.minors[i]);
    }
  }

  int size() {
    return size;
  }

  int day(int index) {
    return days[index];
  }

  long minor(int index) {
    return minors[index];
  }

  /** How many of the days lie at or before this one. */
  int countThrough(long day) {
    int count = size;
    while (count > 0 && days[count - 1] > day) {
      count--;
    }
    return count;
  }

  /** What was spent on the days of these indices, the last excluded. */
  long spent(int from, int until) {
    long sum = 0;
    for (int i = from; i < until; i++) {
      sum = sum(sum, minors[i]);
    }
    return sum;
  }

  private void insert(int place, int day, long minor) {
    if (size == days.length) {
      days = Arrays.copyOf(days, 2 * size);
      minors = Arrays.copyOf(minors, 2 * size);
    }
    System.arraycopy(days, place, days, place + 1, size - place);
    System.arraycopy(minors, place, minors, place + 1, size - place);
    days[place] = day;
    minors[place] = minor;
    size++;
  }

  private static long sum(long one, long other) {
    long sum = one + other;
    // Neither is below zero.
    InvalidValueException.check(
        sum >= 0,
        FailureCode.NUMBER_TOO_LARGE,
        "amount",
        "spend must fit 64 bits: %s plus %s minor units",
        one,
        other);
    return sum;
  }
}
