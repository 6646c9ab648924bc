package dev.laurel.benchmarks.journey;

import dev.laurel.benchmarks.Rounds;
import dev.laurel.journeys.attribution.PathCounts;
import dev.laurel.journeys.attribution.RemovalEffects;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Exact removal effects of many paths, from text and from codes, beside code written by hand, round
 * by round in one process: CPU time of the thread in nanoseconds for each path, as the median over
 * the rounds, and the ratio to the hand-written code as the median of the rounds' ratios.
 *
 * <p>Arguments: the number of rounds and of paths, such as {@code 9 1000000}.
 */
public final class RemovalRatios {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final double EQUAL = 1e-9;

  private RemovalRatios() {}

  /** Measures and prints. */
  public static void main(String... args) {
    int rounds = Integer.parseInt(args[0]);
    InventedPaths paths = InventedPaths.of(Integer.parseInt(args[1]), PathBenchmark.SEED);
    double[] expected = RemovalByHand.fromCodes(paths);
    PathCounts coded = fromCodes(paths);
    List<Supplier<double[]>> contenders = List.of(
        () -> RemovalByHand.fromTexts(paths),
        () -> effects(fromTexts(paths)),
        () -> RemovalByHand.fromCodes(paths),
        () -> effects(coded),
        () -> effects(fromCodes(paths)));
    double[][] nanos = new double[contenders.size()][rounds];
    for (int round = -4; round < rounds; round++) {
      for (int i = 0; i < nanos.length; i++) {
        long start = THREADS.getCurrentThreadCpuTime();
        double[] found = contenders.get(i).get();
        long end = THREADS.getCurrentThreadCpuTime();
        checkEqual(expected, found);
        nanos[i][Math.max(0, round)] = (double) (end - start) / paths.size();
      }
    }
    print("text, by hand", nanos[0], nanos[0]);
    print("text, Laurel", nanos[1], nanos[0]);
    print("codes, by hand", nanos[2], nanos[2]);
    print("codes, Laurel", nanos[3], nanos[2]);
    print("... copied first", nanos[4], nanos[2]);
  }

  static PathCounts fromTexts(InventedPaths paths) {
    PathCounts.Builder counts = PathCounts.builder();
    for (int path = 0; path < paths.size(); path++) {
      counts.add(paths.text(path), '>', paths.conversions()[path], paths.others()[path]);
    }
    return counts.build();
  }

  static PathCounts fromCodes(InventedPaths paths) {
    return PathCounts.ofCodes(
        InventedPaths.CHANNELS, paths.begins(), paths.codes(), paths.conversions(), paths.others());
  }

  /** The effects by the order of the channels. */
  static double[] effects(PathCounts counts) {
    Map<String, Double> effects = new TreeMap<>();
    RemovalEffects.of(counts)
        .orElseThrow()
        .removals()
        .forEach(one -> effects.put(one.touchpoint().value(), one.effect()));
    return InventedPaths.CHANNELS.stream()
        .mapToDouble(channel -> effects.getOrDefault(channel.value(), 0.0))
        .toArray();
  }

  private static void checkEqual(double[] expected, double[] found) {
    for (int i = 0; i < expected.length; i++) {
      if (!(Math.abs(expected[i] - found[i]) <= EQUAL)) {
        throw new IllegalStateException("contenders must find the same: "
            + Arrays.toString(expected) + ", " + Arrays.toString(found));
      }
    }
  }

  private static void print(String name, double[] nanos, double[] byHand) {
    System.out.println(String.format(
        Locale.ROOT,
        "%-20s%8.1f, ratio %.2f",
        name,
        Rounds.median(nanos),
        Rounds.ratio(nanos, byHand)));
  }
}
