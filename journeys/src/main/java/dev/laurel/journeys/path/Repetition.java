package dev.laurel.journeys.path;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.estimate.Proportion;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;

/**
 * How often customers come back to a touchpoint on one journey.
 *
 * <p>Journeys {@code abab} and {@code aac} come to a four times, twice again: once at once, and
 * once after something else. Of the two journeys that touch a, both repeat it.
 *
 * @param touchpoint the touchpoint
 * @param repeating how many journeys came more than once, of those that came
 * @param again how many events are not the first at the touchpoint on their journey
 * @param atOnce how many of these directly follow an event at the same touchpoint
 */
public record Repetition(TouchpointId touchpoint, Proportion repeating, long again, long atOnce) {
  /** The repetitions of each touchpoint of a log, in the order of their names. */
  public static ImmutableList<Repetition> of(JourneyLog log) {
    int size = log.touchpoints().size();
    long[] touching = new long[size];
    long[] repeating = new long[size];
    long[] events = new long[size];
    long[] atOnce = new long[size];
    int[] lastSeen = new int[size];
    int[] lastRepeated = new int[size];
    for (int journey = 0; journey < log.journeys(); journey++) {
      for (int event = log.begin(journey); event < log.end(journey); event++) {
        int code = log.codeAt(event);
        events[code]++;
        if (lastSeen[code] != journey + 1) {
          lastSeen[code] = journey + 1;
          touching[code]++;
        } else {
          repeating[code] += lastRepeated[code] == journey + 1 ? 0 : 1;
          lastRepeated[code] = journey + 1;
          atOnce[code] += log.codeAt(event - 1) == code ? 1 : 0;
        }
      }
    }
    ImmutableList.Builder<Repetition> all = ImmutableList.builder();
    for (int code = 0; code < size; code++) {
      all.add(new Repetition(
          log.touchpoints().get(code),
          Proportion.of(repeating[code], touching[code]),
          events[code] - touching[code],
          atOnce[code]));
    }
    return all.build();
  }
}
