package dev.laurel.benchmarks.ledger;

import com.sun.management.OperatingSystemMXBean;
import dev.laurel.benchmarks.Rounds;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Contenders in one process, round by round, for machines that are never quiet: CPU time of the
 * thread, CPU time of the whole process, and for each the ratio to the first contender as the
 * median over the rounds. The time of the process holds that of the collector, which contenders
 * that allocate owe, and some of the compiler's.
 *
 * <p>Arguments: the number of rounds, of operations for each account, and contenders with their
 * number of accounts, such as {@code 9 60 PACKED@10000 READABLE@10000}.
 */
public final class LedgerRatios {
  private static final int WARM_UP_OPERATIONS = 9_000_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** A contender and its nanoseconds for each operation, by round. */
  private static final class Entry {
    private final String name;
    private final Operations operations;
    private final Contender contender;
    private final double[] thread;
    private final double[] process;

    Entry(String name, int perAccount, int rounds) {
      String[] parts = name.split("@", 2);
      int accounts = Integer.parseInt(parts[1]);
      this.name = name;
      this.operations = Operations.random(accounts, accounts * perAccount, LedgerBenchmark.SEED);
      this.contender = LedgerContest.valueOf(parts[0]).enter(operations);
      this.thread = new double[rounds];
      this.process = new double[rounds];
    }

    void warmUp() {
      for (int done = 0; done < WARM_UP_OPERATIONS; done += operations.size()) {
        System.out.println(name + " " + contender.fold(operations));
      }
    }

    void measure(int round) {
      long thread0 = THREADS.getCurrentThreadCpuTime();
      long process0 = PROCESS.getProcessCpuTime();
      int done = 0;
      // Short folds are repeated, so that each contender meets the same weather.
      for (; done < WARM_UP_OPERATIONS / 8; done += operations.size()) {
        contender.fold(operations);
      }
      thread[round] = (double) (THREADS.getCurrentThreadCpuTime() - thread0) / done;
      process[round] = (double) (PROCESS.getProcessCpuTime() - process0) / done;
    }
  }

  private LedgerRatios() {}

  /** Measures and prints. */
  public static void main(String... args) {
    int rounds = Integer.parseInt(args[0]);
    int perAccount = Integer.parseInt(args[1]);
    List<Entry> entries =
        Stream.of(args).skip(2).map(name -> new Entry(name, perAccount, rounds)).toList();
    entries.forEach(Entry::warmUp);
    for (int round = 0; round < rounds; round++) {
      for (Entry entry : entries) {
        entry.measure(round);
      }
    }
    System.out.println("thread: ns per operation, ratio to the first; process: the same");
    Entry first = entries.get(0);
    for (Entry entry : entries) {
      System.out.println(String.format(
          Locale.ROOT,
          "%-26s%10.1f%10.2f%10.1f%10.2f",
          entry.name,
          Rounds.median(entry.thread),
          Rounds.ratio(entry.thread, first.thread),
          Rounds.median(entry.process),
          Rounds.ratio(entry.process, first.process)));
    }
  }
}
