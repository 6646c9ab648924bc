package dev.laurel.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All contenders in one process, round by round, for machines that are never quiet.
 *
 * <p>What counts is the CPU time of the thread, so that a loaded machine disturbs little; the ratio
 * to another contender is the median over the rounds of the ratio within a round. The time of the
 * collector and of the compiler is not in it, which flatters contenders that allocate.
 *
 * <p>Arguments: the number of rounds, then the names of the contenders; 9 and all unless given.
 */
public final class Ratios {
  private static final long SLICE_NANOS = 400_000_000L;
  private static final int WARM_UP_ROUNDS = 6;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** A contender and its nanoseconds per purchase, by round. */
  private static final class Entry {
    private final RuleContest name;
    private final Contender contender;
    private final double[] nanos;

    Entry(RuleContest name, int rounds) {
      this.name = name;
      // Each has purchases of its own, since some keep a tally on them.
      this.contender =
          name.enter(Transactions.random(RulesBenchmark.TRANSACTIONS, RulesBenchmark.SEED));
      this.nanos = new double[rounds];
    }

    void checkAgrees(Entry other) {
      for (int i = 0; i < RulesBenchmark.TRANSACTIONS; i++) {
        if (contender.sum(i, i + 1) != other.contender.sum(i, i + 1)) {
          throw new IllegalStateException(name + " and " + other.name + " must agree on " + i);
        }
      }
    }

    double ratioTo(Entry other) {
      return Rounds.ratio(nanos, other.nanos);
    }
  }

  private Ratios() {}

  /** Measures and prints. */
  public static void main(String... args) {
    int rounds = args.length == 0 ? 9 : Integer.parseInt(args[0]);
    List<RuleContest> names = args.length < 2
        ? List.of(RuleContest.values())
        : Stream.of(args).skip(1).map(RuleContest::valueOf).toList();
    List<Entry> entries = names.stream().map(name -> new Entry(name, rounds)).toList();
    entries.forEach(entry -> entry.checkAgrees(entries.get(0)));
    long sums = 0;
    for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
      for (Entry entry : entries) {
        sums += measure(entry, round);
      }
    }
    // Once more, now that all of it is compiled.
    entries.forEach(entry -> entry.checkAgrees(entries.get(0)));
    entries.forEach(entry -> entry.contender.close());
    entries.forEach(entry -> System.out.println(row(entry, entries)));
    System.out.println("columns: ns per purchase, then the ratio to each row above and below");
    System.out.println("points, so that nothing was left out: " + sums);
  }

  private static long measure(Entry entry, int round) {
    long sums = 0;
    long passes = 0;
    long start = THREADS.getCurrentThreadCpuTime();
    long nanos;
    do {
      sums += entry.contender.sum(0, RulesBenchmark.TRANSACTIONS);
      passes++;
      nanos = THREADS.getCurrentThreadCpuTime() - start;
    } while (nanos < SLICE_NANOS);
    if (round >= 0) {
      entry.nanos[round] = (double) nanos / (passes * RulesBenchmark.TRANSACTIONS);
    }
    return sums;
  }

  private static String row(Entry entry, List<Entry> entries) {
    StringBuilder row = new StringBuilder();
    row.append(String.format(Locale.ROOT, "%-26s%10.1f", entry.name, Rounds.median(entry.nanos)));
    IntStream.range(0, entries.size())
        .mapToDouble(i -> entry.ratioTo(entries.get(i)))
        .forEach(ratio -> row.append(String.format(Locale.ROOT, "%10.3f", ratio)));
    return row.toString();
  }
}
