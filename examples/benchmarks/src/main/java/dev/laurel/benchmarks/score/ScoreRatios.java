package dev.laurel.benchmarks.score;

import dev.laurel.benchmarks.Rounds;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Contenders in one process, round by round, for machines that are never quiet: nanoseconds of CPU
 * time of the thread for each answer, and the ratio to the first contender as the median over the
 * rounds, with its quartiles.
 *
 * <p>Arguments: the number of rounds, and contenders with their number of answers, such as
 * {@code 31 PROBE@100000000 PROMOTERS@100000000}.
 */
public final class ScoreRatios {
  private static final long WARM_UP_NANOS = 3_000_000_000L;
  private static final long SLICE_NANOS = 20_000_000L;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** A contender and its nanoseconds for each answer, by round. */
  private static final class Entry {
    private final String name;
    private final int answers;
    private final LongSupplier contender;
    private final double[] nanos;

    // Kept, so that no compiler finds that nobody needs the score.
    private long found;

    Entry(String name, int rounds) {
      String[] parts = name.split("@", 2);
      this.name = name;
      this.answers = Integer.parseInt(parts[1]);
      this.contender = ScoreContest.valueOf(parts[0]).enter(Answers.bytes(answers));
      this.nanos = new double[rounds];
    }

    /** CPU time for each go, of as many as take long enough to be told. */
    double measure(long slice) {
      long start = THREADS.getCurrentThreadCpuTime();
      long passed;
      int goes = 0;
      do {
        found += contender.getAsLong();
        goes++;
        passed = THREADS.getCurrentThreadCpuTime() - start;
      } while (passed < slice);
      return (double) passed / goes / answers;
    }
  }

  private ScoreRatios() {}

  /** Measures and prints. */
  public static void main(String... args) {
    int rounds = Integer.parseInt(args[0]);
    List<Entry> entries =
        Stream.of(args).skip(1).map(name -> new Entry(name, rounds)).toList();
    entries.forEach(entry -> entry.measure(WARM_UP_NANOS));
    for (int round = 0; round < rounds; round++) {
      for (Entry entry : entries) {
        entry.nanos[round] = entry.measure(SLICE_NANOS);
      }
    }
    System.out.println("ns of CPU for each answer, ratio to the first, its quartiles");
    for (Entry entry : entries) {
      double[] ratios = Rounds.ratios(entry.nanos, entries.get(0).nanos);
      System.out.println(String.format(
          Locale.ROOT,
          "%-32s%10.4f%12.3f%12.3f%12.3f   found %d",
          entry.name,
          Rounds.median(entry.nanos),
          Rounds.quantile(ratios, 2),
          Rounds.quantile(ratios, 1),
          Rounds.quantile(ratios, 3),
          entry.found));
    }
  }
}
