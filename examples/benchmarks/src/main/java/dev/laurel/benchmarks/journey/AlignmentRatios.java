package dev.laurel.benchmarks.journey;

import dev.laurel.benchmarks.Rounds;
import dev.laurel.journeys.conformance.Conformance;
import dev.laurel.journeys.conformance.MapReality;
import dev.laurel.journeys.identity.MapId;
import dev.laurel.journeys.identity.PersonaId;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.map.Action;
import dev.laurel.journeys.map.Flow;
import dev.laurel.journeys.map.JourneyMap;
import dev.laurel.journeys.map.StageModel;
import dev.laurel.journeys.map.Step;
import dev.laurel.journeys.persona.Evidence;
import dev.laurel.journeys.persona.Persona;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Journeys held against a map, each variant aligned once, beside the same with every journey
 * aligned by itself, round by round in one process: CPU time of the thread in nanoseconds for each
 * journey, as the median over the rounds, and the median ratio.
 *
 * <p>Arguments: the number of rounds and of journeys, such as {@code 7 100000}.
 */
public final class AlignmentRatios {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int VARIANTS = 600;
  private static final int STEPS = 8;

  private AlignmentRatios() {}

  /** Measures and prints. */
  public static void main(String... args) {
    int rounds = Integer.parseInt(args[0]);
    int journeys = Integer.parseInt(args[1]);
    JourneyLog log = log(journeys, PathBenchmark.SEED);
    JourneyMap map = map();
    double[] byVariant = new double[rounds];
    double[] oneByOne = new double[rounds];
    for (int round = -2; round < rounds; round++) {
      int at = Math.max(0, round);
      long start = THREADS.getCurrentThreadCpuTime();
      MapReality reality = Conformance.evaluate(log, map);
      long told = THREADS.getCurrentThreadCpuTime();
      long cost = costOneByOne(log, map);
      long end = THREADS.getCurrentThreadCpuTime();
      if (cost != cost(reality)) {
        throw new IllegalStateException("both must find the same");
      }
      byVariant[at] = (double) (told - start) / journeys;
      oneByOne[at] = (double) (end - told) / journeys;
    }
    System.out.println(String.format(
        Locale.ROOT,
        "by variant %.0f, one by one %.0f, ratio %.1f",
        Rounds.median(byVariant),
        Rounds.median(oneByOne),
        Rounds.ratio(oneByOne, byVariant)));
  }

  static long cost(MapReality reality) {
    return reality.fits().entrySet().stream()
        .mapToLong(fit -> fit.getKey().cost() * fit.getValue())
        .sum();
  }

  static long costOneByOne(JourneyLog log, JourneyMap map) {
    Conformance conformance = Conformance.of(map);
    long cost = 0;
    for (int journey = 0; journey < log.journeys(); journey++) {
      cost += conformance.evaluate(log.journey(journey)).fit().cost();
    }
    return cost;
  }

  /** So many journeys of 600 variants of a way of eight steps, each with something changed. */
  static JourneyLog log(int journeys, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[][] ways = new int[VARIANTS][];
    for (int variant = 0; variant < VARIANTS; variant++) {
      ways[variant] = random.ints(STEPS + random.nextInt(5), 0, STEPS + 2).toArray();
      for (int step = 0; step < STEPS; step++) {
        ways[variant][step] = random.nextInt(4) == 0 ? ways[variant][step] : step;
      }
    }
    int[] journeyOf = new int[journeys * (STEPS + 5)];
    int[] codes = new int[journeyOf.length];
    int events = 0;
    for (int journey = 0; journey < journeys; journey++) {
      int[] way = ways[random.nextInt(1 + random.nextInt(VARIANTS))];
      for (int code : way) {
        journeyOf[events] = journey;
        codes[events++] = code;
      }
    }
    long[] micros = new long[events];
    Arrays.fill(micros, InventedEvents.START);
    return JourneyLog.ofCodes(
        journeys,
        touchpoints(),
        Arrays.copyOf(journeyOf, events),
        Arrays.copyOf(codes, events),
        micros);
  }

  private static List<TouchpointId> touchpoints() {
    return InventedEvents.TOUCHPOINTS.subList(0, STEPS + 2);
  }

  static JourneyMap map() {
    Persona.Builder persona = Persona.builder().id(PersonaId.of("anybody")).name("Anybody");
    JourneyMap.Builder map = JourneyMap.builder().id(MapId.of("way")).name("The way");
    return map.persona(persona.evidence(new Evidence.Assumed("a benchmark")).build())
        .goal("to get through")
        .stages(StageModel.CUSTOMER_CYCLE)
        .flow(Flow.inOrder(touchpoints().subList(0, STEPS).stream()
            .map(touchpoint ->
                Flow.one(Step.of(Action.of(touchpoint.value(), touchpoint.value()), "buy")))
            .toList()))
        .build();
  }
}
