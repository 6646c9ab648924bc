package dev.laurel.journeys.log;

/**
 * Events brought together by journey in one pass each way, without comparing any two of them (a
 * counting sort): where each journey begins, and which event comes at which place.
 */
final class Grouping {
  private Grouping() {}

  /** Where each journey begins; the last number is that of all events. */
  static int[] begins(int[] journeys, int events, int count) {
    int[] begins = new int[count + 1];
    for (int event = 0; event < events; event++) {
      begins[journeys[event] + 1]++;
    }
    for (int journey = 0; journey < count; journey++) {
      begins[journey + 1] += begins[journey];
    }
    return begins;
  }

  /** The events by journey, those of one journey in input order. */
  static int[] places(int[] journeys, int events, int[] begins) {
    int[] next = begins.clone();
    int[] places = new int[events];
    for (int event = 0; event < events; event++) {
      places[next[journeys[event]]++] = event;
    }
    return places;
  }
}
