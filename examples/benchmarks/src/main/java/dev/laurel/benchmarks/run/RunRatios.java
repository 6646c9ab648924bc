package dev.laurel.benchmarks.run;

import dev.laurel.benchmarks.Rounds;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;

/**
 * A run beside its own reading, round by round in one process: CPU time of the thread in
 * nanoseconds for each transaction, as the median over the rounds, and the ratio as the median of
 * the rounds' ratios. Below 2, a run is bound by reading.
 *
 * <p>Arguments: the number of rounds and of members, such as {@code 9 18700}.
 */
public final class RunRatios {
  private static final int WARM_UP_ROUNDS = 6;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private RunRatios() {}

  /** Measures and prints. */
  public static void main(String... args) {
    int rounds = Integer.parseInt(args[0]);
    try (RunContest contest = RunContest.of(Integer.parseInt(args[1]))) {
      double[] running = new double[rounds];
      double[] reading = new double[rounds];
      for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
        running[Math.max(0, round)] = nanos(contest, contest::run);
        reading[Math.max(0, round)] = nanos(contest, contest::read);
      }
      print("reading", reading, reading);
      print("run", running, reading);
    }
  }

  private static double nanos(RunContest contest, Runnable contender) {
    long start = THREADS.getCurrentThreadCpuTime();
    contender.run();
    return (double) (THREADS.getCurrentThreadCpuTime() - start) / contest.rows();
  }

  private static void print(String name, double[] nanos, double[] reading) {
    System.out.println(String.format(
        Locale.ROOT,
        "%-10s%8.0f ns for each transaction, ratio %.2f",
        name,
        Rounds.median(nanos),
        Rounds.ratio(nanos, reading)));
  }
}
