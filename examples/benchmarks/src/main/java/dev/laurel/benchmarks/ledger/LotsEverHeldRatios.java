package dev.laurel.benchmarks.ledger;

import dev.laurel.benchmarks.Rounds;
import dev.laurel.core.ledger.PointsAccount;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * {@link LotsEverHeldBenchmark} in one process, round by round, in CPU time of the thread: the cost
 * of a command by the number of lots ever held, and its ratio to the first as the median over the
 * rounds.
 *
 * <p>Arguments: the number of rounds, then the numbers of lots; {@code 9 10 100 1000 10000} unless
 * given.
 */
public final class LotsEverHeldRatios {
  private static final int WARM_UP_ROUNDS = 5;
  private static final int COMMANDS = 20_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private LotsEverHeldRatios() {}

  /** Measures and prints. */
  public static void main(String... args) {
    int rounds = args.length == 0 ? 9 : Integer.parseInt(args[0]);
    List<Integer> sizes = args.length < 2
        ? List.of(10, 100, 1_000, 10_000)
        : Stream.of(args).skip(1).map(Integer::valueOf).toList();
    List<LotsEverHeldBenchmark> accounts =
        sizes.stream().map(LotsEverHeldRatios::built).toList();
    double[][] nanos = new double[sizes.size()][rounds];
    for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
      for (int i = 0; i < accounts.size(); i++) {
        double measured = measure(accounts.get(i));
        nanos[i][Math.max(0, round)] = measured;
      }
    }
    System.out.println("lots ever held, ns per command, ratio to the first");
    for (int i = 0; i < sizes.size(); i++) {
      System.out.println(String.format(
          Locale.ROOT,
          "%8d%10.0f%8.2f",
          sizes.get(i),
          Rounds.median(nanos[i]),
          Rounds.ratio(nanos[i], nanos[0])));
    }
  }

  private static LotsEverHeldBenchmark built(int everHeld) {
    LotsEverHeldBenchmark account = new LotsEverHeldBenchmark();
    account.everHeld = everHeld;
    account.open = 10;
    account.build();
    return account;
  }

  private static double measure(LotsEverHeldBenchmark account) {
    long version = 0;
    long start = THREADS.getCurrentThreadCpuTime();
    for (int i = 0; i < COMMANDS / 2; i++) {
      PointsAccount after = account.command();
      version += after.version();
    }
    long nanos = THREADS.getCurrentThreadCpuTime() - start;
    if (version <= 0) {
      throw new IllegalStateException("commands must be accepted");
    }
    return (double) nanos / COMMANDS;
  }
}
