package dev.laurel.benchmarks.journey;

import dev.laurel.benchmarks.Rounds;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.log.JourneyLog;
import dev.laurel.journeys.path.DirectlyFollows;
import dev.laurel.journeys.path.Variants;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The steps from events to the graph and the variants, round by round in one process, for machines
 * that are never quiet: CPU time of the thread in nanoseconds for each event, as the median over
 * the rounds, beside code written by hand for bytes without instants, and a million events by
 * records and streams.
 *
 * <p>Arguments: the number of rounds and of events, such as {@code 7 10000000}.
 */
public final class PathRatios {
  private static final int RECORDS = 1_000_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private PathRatios() {}

  /** Measures and prints. */
  public static void main(String... args) {
    int rounds = Integer.parseInt(args[0]);
    InventedEvents invented = InventedEvents.of(Integer.parseInt(args[1]), PathBenchmark.SEED);
    List<RecordsAndStreams.Event> records =
        RecordsAndStreams.events(InventedEvents.of(RECORDS, PathBenchmark.SEED));
    double[][] nanos = new double[7][rounds];
    for (int round = -2; round < rounds; round++) {
      measure(Math.max(0, round), invented, records, nanos);
    }
    String[] names = {
      "grouping",
      "graph",
      "variants",
      "grouping by hand",
      "graph by hand",
      "variants by hand",
      "records and streams"
    };
    for (int i = 0; i < names.length; i++) {
      System.out.println(
          String.format(Locale.ROOT, "%-20s%8.1f", names[i], Rounds.median(nanos[i])));
    }
    double[] all = sums(nanos, 0);
    double[] byHand = sums(nanos, 3);
    System.out.println(String.format(
        Locale.ROOT,
        "all three%19.1f, by hand %.1f, ratio %.2f; records and streams / all three %.1f",
        Rounds.median(all),
        Rounds.median(byHand),
        Rounds.ratio(all, byHand),
        Rounds.ratio(nanos[6], all)));
  }

  private static double[] sums(double[][] nanos, int from) {
    double[] sums = new double[nanos[from].length];
    for (int round = 0; round < sums.length; round++) {
      sums[round] = nanos[from][round] + nanos[from + 1][round] + nanos[from + 2][round];
    }
    return sums;
  }

  private static void measure(
      int round, InventedEvents invented, List<RecordsAndStreams.Event> records, double[][] nanos) {
    int events = invented.codes().length;
    long start = THREADS.getCurrentThreadCpuTime();
    JourneyLog log = JourneyLog.ofCodes(
        invented.journeys(),
        InventedEvents.TOUCHPOINTS,
        invented.journeyOf(),
        invented.codes(),
        invented.micros());
    long grouped = THREADS.getCurrentThreadCpuTime();
    int arcs = DirectlyFollows.of(log).arcs().size();
    long counted = THREADS.getCurrentThreadCpuTime();
    int variants = Variants.of(log).size();
    long told = THREADS.getCurrentThreadCpuTime();
    Map<Integer, List<TouchpointId>> journeys = RecordsAndStreams.journeys(records);
    int found = RecordsAndStreams.arcs(journeys).size()
        + RecordsAndStreams.variants(journeys).size();
    long streamed = THREADS.getCurrentThreadCpuTime();
    ColumnsByHand columns = new ColumnsByHand(invented);
    long groupedByHand = THREADS.getCurrentThreadCpuTime();
    long[] arcsByHand = columns.arcs();
    long countedByHand = THREADS.getCurrentThreadCpuTime();
    int[] variantsByHand = columns.variants();
    long toldByHand = THREADS.getCurrentThreadCpuTime();
    nanos[0][round] = (double) (grouped - start) / events;
    nanos[1][round] = (double) (counted - grouped) / events;
    nanos[2][round] = (double) (told - counted) / events;
    nanos[3][round] = (double) (groupedByHand - streamed) / events;
    nanos[4][round] = (double) (countedByHand - groupedByHand) / events;
    nanos[5][round] = (double) (toldByHand - countedByHand) / events;
    nanos[6][round] = (double) (streamed - told) / RECORDS;
    boolean isEqual = variants == variantsByHand.length
        && arcs == Arrays.stream(arcsByHand).filter(count -> count > 0).count();
    if (!isEqual || found == 0) {
      throw new IllegalStateException("contenders must find the same");
    }
  }
}
