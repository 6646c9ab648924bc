package dev.laurel.benchmarks.journey;

import dev.laurel.journeys.identity.TouchpointId;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Events of many journeys in the order of time, as a stream would bring them: about ten for each
 * journey, over twenty touchpoints of which some follow each other more often than others.
 */
public final class InventedEvents {
  static final List<TouchpointId> TOUCHPOINTS = IntStream.range(0, 20)
      .mapToObj(code -> TouchpointId.of("t" + (10 + code)))
      .toList();

  /** The instant of the first event. */
  static final long START = 1_772_323_200_000_000L;

  private static final int PER_JOURNEY = 10;

  private final int journeys;
  private final int[] journeyOf;
  private final int[] codes;
  private final long[] micros;

  private InventedEvents(int journeys, int[] journeyOf, int[] codes, long[] micros) {
    this.journeys = journeys;
    this.journeyOf = journeyOf;
    this.codes = codes;
    this.micros = micros;
  }

  /** So many events, the same for the same seed. */
  public static InventedEvents of(int events, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int journeys = events / PER_JOURNEY;
    int[] journeyOf = new int[events];
    int[] codes = new int[events];
    long[] micros = new long[events];
    int[] at = new int[journeys];
    for (int event = 0; event < events; event++) {
      // Each journey has its first event before any has a second by chance alone.
      int journey = event < journeys ? event : random.nextInt(journeys);
      int spread = random.nextInt(100);
      at[journey] =
          spread < 70 ? (at[journey] + 1) % TOUCHPOINTS.size() : random.nextInt(TOUCHPOINTS.size());
      journeyOf[event] = journey;
      codes[event] = event < TOUCHPOINTS.size() ? event : at[journey];
      micros[event] = START + event * 1_000L;
    }
    return new InventedEvents(journeys, journeyOf, codes, micros);
  }

  int journeys() {
    return journeys;
  }

  int[] journeyOf() {
    return journeyOf;
  }

  int[] codes() {
    return codes;
  }

  long[] micros() {
    return micros;
  }
}
