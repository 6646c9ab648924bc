package dev.laurel.journeys.log;

import com.google.common.primitives.Booleans;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.Arrays;

/**
 * Coded events brought together by journey in two passes, so that neither strews its writes over
 * more memory than the caches hold.
 *
 * <p>The first pass deals events out to stretches of neighbouring journeys, the second brings each
 * stretch into order. Written straight to its place, each of ten million events would wait for
 * memory twice.
 */
final class Scatter {
  /** Above this many events one pass no longer stays within the caches. */
  private static final int FEW = 1 << 17;

  private static final int PER_STRETCH = 1 << 14;
  private static final int MOST_STRETCHES = 512;
  private static final int HALF = 16;

  private final int[] journeyOf;
  private final int[] codes;
  private final long[] micros;

  /** Where each journey begins; the last number is that of all events. */
  final int[] begins;

  final int[] grouped;
  final long[] instants;

  /** Whether the events came in the order of time. */
  final boolean isInOrder;

  /**
   * Groups these events.
   *
   * @param ranks what each code becomes
   * @throws InvalidValueException RANGE if an event is of a journey or has a code that there is
   *     not, or if there is a code that no event has
   */
  Scatter(int journeys, int[] journeyOf, int[] codes, int[] ranks, long[] micros) {
    this.journeyOf = journeyOf;
    this.codes = codes;
    this.micros = micros;
    this.begins = new int[journeys + 1];
    this.grouped = new int[codes.length];
    this.instants = new long[codes.length];
    int shift = shift(journeys, codes.length);
    int[] ends = ends(journeys, shift, ranks.length);
    boolean isSmall = codes.length <= FEW || shift > HALF || ranks.length > (1 << HALF);
    this.isInOrder = isSmall ? inOnePass(ranks) : inTwoPasses(shift, ends, ranks);
  }

  /** By how many bits the number of a journey is longer than that of its stretch. */
  private static int shift(int journeys, int events) {
    int stretches = Math.min(MOST_STRETCHES, events / PER_STRETCH + 1);
    int shift = 0;
    while ((journeys >> shift) >= stretches) {
      shift++;
    }
    return shift;
  }

  /** Where each stretch ends, and on the way whether all is as it must be. */
  private int[] ends(int journeys, int shift, int touchpoints) {
    int[] ends = new int[(journeys >> shift) + 2];
    boolean[] isUsed = new boolean[touchpoints];
    for (int event = 0; event < codes.length; event++) {
      int journey = journeyOf[event];
      int code = codes[event];
      if (journey < 0 || journey >= journeys || code < 0 || code >= touchpoints) {
        throw new InvalidValueException(
            FailureCode.RANGE,
            "codes[" + event + "]",
            "event " + event + " must be of a journey and a touchpoint that there are: " + journey
                + ", " + code);
      }
      isUsed[code] = true;
      ends[(journey >> shift) + 1]++;
    }
    int used = Booleans.countTrue(isUsed);
    InvalidValueException.check(
        used == touchpoints,
        FailureCode.RANGE,
        "touchpoints",
        "each touchpoint must have an event: %s of %s have",
        used,
        touchpoints);
    for (int stretch = 1; stretch < ends.length; stretch++) {
      ends[stretch] += ends[stretch - 1];
    }
    return ends;
  }

  private boolean inOnePass(int[] ranks) {
    for (int journey : journeyOf) {
      begins[journey + 1]++;
    }
    for (int journey = 1; journey < begins.length; journey++) {
      begins[journey] += begins[journey - 1];
    }
    int[] next = begins.clone();
    boolean isSorted = true;
    long before = Long.MIN_VALUE;
    for (int event = 0; event < codes.length; event++) {
      int place = next[journeyOf[event]]++;
      grouped[place] = ranks[codes[event]];
      instants[place] = micros[event];
      isSorted &= before <= micros[event];
      before = micros[event];
    }
    return isSorted;
  }

  private boolean inTwoPasses(int shift, int[] ends, int[] ranks) {
    int[] next = ends.clone();
    // The number of the journey within its stretch, and above it the code.
    int[] dealt = new int[codes.length];
    long[] times = new long[codes.length];
    int low = (1 << shift) - 1;
    boolean isSorted = true;
    long before = Long.MIN_VALUE;
    for (int event = 0; event < codes.length; event++) {
      int journey = journeyOf[event];
      long at = micros[event];
      int place = next[journey >> shift]++;
      dealt[place] = (journey & low) | (ranks[codes[event]] << HALF);
      times[place] = at;
      isSorted &= before <= at;
      before = at;
    }
    int[] places = new int[low + 2];
    for (int stretch = 0; stretch + 1 < ends.length; stretch++) {
      order(stretch << shift, ends[stretch], ends[stretch + 1], dealt, times, places);
    }
    begins[begins.length - 1] = codes.length;
    return isSorted;
  }

  private void order(int first, int from, int until, int[] dealt, long[] times, int[] places) {
    Arrays.fill(places, 0);
    int low = places.length - 2;
    for (int i = from; i < until; i++) {
      places[(dealt[i] & low) + 1]++;
    }
    places[0] = from;
    int last = Math.min(places.length - 1, begins.length - 1 - first);
    for (int journey = 0; journey < last; journey++) {
      begins[first + journey] = places[journey];
      places[journey + 1] += places[journey];
    }
    for (int i = from; i < until; i++) {
      int place = places[dealt[i] & low]++;
      grouped[place] = dealt[i] >>> HALF;
      instants[place] = times[i];
    }
  }
}
