package dev.laurel.benchmarks.lifetime;

import dev.laurel.benchmarks.Rounds;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/**
 * Contenders in one process, round by round, for machines that are never quiet: milliseconds of CPU
 * time of the thread for a fit, and the ratio to the first contender as the median over the rounds.
 *
 * <p>Arguments: the number of rounds, and contenders with their number of customers, such as
 * {@code 9 LAUREL@2357 SIMPLEX@2357 LAUREL@1000000}.
 */
public final class FitRatios {
  private static final int WARM_UP_CUSTOMERS = 2_000_000;
  private static final int MEASURED_CUSTOMERS = 100_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** A contender and its milliseconds for each fit, by round. */
  private static final class Entry {
    private final String name;
    private final int customers;
    private final DoubleSupplier contender;
    private final double[] millis;

    // Kept, so that no compiler finds that nobody needs the fit.
    private double reached;

    Entry(String name, int rounds) {
      String[] parts = name.split("@", 2);
      this.name = name;
      this.customers = Integer.parseInt(parts[1]);
      this.contender =
          FitContest.valueOf(parts[0]).enter(Customers.invented(customers, FitBenchmark.SEED));
      this.millis = new double[rounds];
    }

    void warmUp() {
      for (int done = 0; done < WARM_UP_CUSTOMERS; done += customers * 20) {
        System.out.println(name + " " + contender.getAsDouble());
      }
    }

    void measure(int round) {
      long start = THREADS.getCurrentThreadCpuTime();
      int fits = 0;
      // Short fits are repeated, so that each contender meets the same weather.
      do {
        reached += contender.getAsDouble();
        fits++;
      } while (fits * (long) customers < MEASURED_CUSTOMERS);
      millis[round] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6 / fits;
    }
  }

  private FitRatios() {}

  /** Measures and prints. */
  public static void main(String... args) {
    int rounds = Integer.parseInt(args[0]);
    List<Entry> entries =
        Stream.of(args).skip(1).map(name -> new Entry(name, rounds)).toList();
    entries.forEach(Entry::warmUp);
    for (int round = 0; round < rounds; round++) {
      for (Entry entry : entries) {
        entry.measure(round);
      }
    }
    System.out.println("ms of CPU for each fit, ratio to the first");
    for (Entry entry : entries) {
      System.out.println(String.format(
          Locale.ROOT,
          "%-26s%10.3f%10.2f   sum %.1f",
          entry.name,
          Rounds.median(entry.millis),
          Rounds.ratio(entry.millis, entries.get(0).millis),
          entry.reached));
    }
  }
}
