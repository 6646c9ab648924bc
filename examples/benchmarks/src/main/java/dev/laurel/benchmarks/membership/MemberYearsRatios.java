package dev.laurel.benchmarks.membership;

import dev.laurel.benchmarks.Rounds;
import dev.laurel.tiers.membership.Memberships;
import dev.laurel.tiers.membership.WhatIf;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * {@link MemberYearsBenchmark} in one process, round by round, in CPU time of the thread:
 * member-years per second and core by the years of a life, the cost of an event beside that in the
 * first, and the ratio to the fold by hand, as medians over the rounds.
 *
 * <p>Arguments: the number of rounds, then the years; {@code 9 1 4 16 64} unless given.
 */
public final class MemberYearsRatios {
  private static final int WARM_UP_ROUNDS = 4;
  private static final int YEARS_PER_SLICE = 2_048;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Memberships MEMBERSHIPS =
      Memberships.of(Club.program(Club.GOLD, Club.RESERVE));

  /** Lives of equal length with what they cost in each round. */
  private static final class Entry {
    private final int years;
    private final List<WhatIf.Life> lives;
    private final List<List<Doing>> doings;
    private final double[] library;
    private final double[] byHand;

    Entry(int years, int rounds) {
      long members = Math.max(1, YEARS_PER_SLICE / years);
      this.years = years;
      this.lives = LongStream.range(0, members)
          .mapToObj(member -> Club.life(member, years))
          .toList();
      this.doings = LongStream.range(0, members)
          .mapToObj(member -> Doing.life(member, years))
          .toList();
      this.library = new double[rounds];
      this.byHand = new double[rounds];
    }

    void measure(int round) {
      long start = THREADS.getCurrentThreadCpuTime();
      long sum = 0;
      for (WhatIf.Life life : lives) {
        sum += Club.fold(MEMBERSHIPS, life, years).accrued();
      }
      long middle = THREADS.getCurrentThreadCpuTime();
      long other = 0;
      // A hundred times, since one pass is too short for the clock.
      for (int i = 0; i < 100; i++) {
        for (List<Doing> life : doings) {
          other += PlainClub.fold(Club.GOLD, Club.RESERVE, life, years).accrued();
        }
      }
      long end = THREADS.getCurrentThreadCpuTime();
      if (other != sum * 100) {
        throw new IllegalStateException("both folds must earn the same: " + sum + ", " + other);
      }
      double memberYears = (double) lives.size() * years;
      library[Math.max(0, round)] = (middle - start) / memberYears;
      byHand[Math.max(0, round)] = (end - middle) / (100 * memberYears);
    }
  }

  private MemberYearsRatios() {}

  /** Measures and prints. */
  public static void main(String... args) {
    int rounds = args.length == 0 ? 9 : Integer.parseInt(args[0]);
    List<Integer> years = args.length < 2
        ? List.of(1, 4, 16, 64)
        : Stream.of(args).skip(1).map(Integer::valueOf).toList();
    List<Entry> entries = years.stream().map(each -> new Entry(each, rounds)).toList();
    for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
      for (Entry entry : entries) {
        entry.measure(round);
      }
    }
    Entry first = entries.get(0);
    System.out.println("years of a life; library: member-years per second, cost of a year beside"
        + " the first; by hand: the same; library to by hand");
    for (Entry entry : entries) {
      System.out.println(String.format(
          Locale.ROOT,
          "%6d%12.0f%8.2f%14.0f%8.2f%10.1f",
          entry.years,
          1e9 / Rounds.median(entry.library),
          Rounds.ratio(entry.library, first.library),
          1e9 / Rounds.median(entry.byHand),
          Rounds.ratio(entry.byHand, first.byHand),
          Rounds.ratio(entry.library, entry.byHand)));
    }
  }
}
