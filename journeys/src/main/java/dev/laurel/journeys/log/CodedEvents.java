package dev.laurel.journeys.log;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.identity.JourneyId;
import dev.laurel.journeys.identity.TouchpointId;
import java.util.AbstractList;
import java.util.HashSet;
import java.util.List;

/** Events that are codes already; the way into a log that makes no object of an event. */
final class CodedEvents {
  private CodedEvents() {}

  static JourneyLog log(
      int journeys, List<TouchpointId> touchpoints, int[] journeyOf, int[] codes, long[] micros) {
    check(touchpoints, journeyOf, codes, micros);
    int[] ranks = Vocabulary.ranks(touchpoints);
    Scatter scattered = new Scatter(journeys, journeyOf, codes, ranks, micros);
    int[] begins = scattered.begins;
    checkNoneIsEmpty(begins);
    Columns events = new Columns(scattered.grouped, scattered.instants);
    ImmutableList<TouchpointId> names = Vocabulary.sorted(touchpoints);
    // Where the source is in the order of time, each journey is.
    if (!scattered.isInOrder) {
      events = ordered(events, names, begins);
    }
    return new JourneyLog(
        TiePolicy.INPUT_ORDER,
        names,
        ImmutableList.of(),
        new NumberedIds(journeys),
        new JourneyFacts[journeys],
        begins,
        events);
  }

  private static Columns ordered(Columns events, List<TouchpointId> names, int[] begins) {
    int[] same = Vocabulary.ranks(names);
    TieOrder order = new TieOrder(TiePolicy.INPUT_ORDER, events, names, same, new int[0]);
    int[] places = new int[events.size];
    for (int place = 0; place < places.length; place++) {
      places[place] = place;
    }
    for (int journey = 0; journey + 1 < begins.length; journey++) {
      order.sort(places, begins[journey], begins[journey + 1]);
    }
    return events.picked(places, same, new int[0]);
  }

  private static void check(
      List<TouchpointId> touchpoints, int[] journeyOf, int[] codes, long[] micros) {
    InvalidValueException.check(
        journeyOf.length == codes.length && codes.length == micros.length,
        FailureCode.RANGE,
        "codes",
        "events must have a journey, a touchpoint and an instant each: %s, %s, %s",
        journeyOf.length,
        codes.length,
        micros.length);
    InvalidValueException.check(
        new HashSet<>(touchpoints).size() == touchpoints.size(),
        FailureCode.CONFIG_DUPLICATE,
        "touchpoints",
        "touchpoints must have one code each");
  }

  private static void checkNoneIsEmpty(int[] begins) {
    for (int journey = 0; journey + 1 < begins.length; journey++) {
      if (begins[journey] == begins[journey + 1]) {
        throw new InvalidValueException(
            FailureCode.RANGE, "journeys", "each journey must have an event: " + journey);
      }
    }
  }

  /** Names made of numbers when somebody asks; leading zeros keep them in order. */
  private static final class NumberedIds extends AbstractList<JourneyId> {
    private final int count;
    private final int digits;

    NumberedIds(int count) {
      this.count = count;
      this.digits = Integer.toString(Math.max(0, count - 1)).length();
    }

    @Override
    public JourneyId get(int index) {
      String number = Integer.toString(java.util.Objects.checkIndex(index, count));
      return JourneyId.of("0".repeat(digits - number.length()) + number);
    }

    @Override
    public int size() {
      return count;
    }
  }
}
