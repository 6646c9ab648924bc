package dev.laurel.benchmarks.membership;

import dev.laurel.tiers.membership.WhatIf;
import dev.laurel.tiers.membership.WhatIfTotals;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * A what-if over many member-years, which are made one life at a time, so that the heap shows what
 * the question itself keeps: dearer tiers for a club of so many members.
 *
 * <p>Arguments: the number of members and of years for each; {@code 100000 10} unless given. Run it
 * with {@code -Xmx256m}.
 */
public final class MillionMemberYears {
  private MillionMemberYears() {}

  /** Asks and prints. */
  public static void main(String... args) {
    long members = args.length == 0 ? 100_000 : Long.parseLong(args[0]);
    int years = args.length < 2 ? 10 : Integer.parseInt(args[1]);
    WhatIf question = new WhatIf(
        Club.program(Club.GOLD, Club.RESERVE),
        Club.program(Club.GOLD + 100, Club.RESERVE + 200),
        LocalDate.of(Doing.FIRST_YEAR + years, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC));
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    WhatIfTotals totals =
        question.total(LongStream.range(0, members).mapToObj(member -> Club.life(member, years)));
    double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
    System.out.println(String.format(
        Locale.ROOT,
        "%d member-years asked of two programs in %.0f s of CPU, %.0f per second, heap at most %d MB",
        totals.members() * years,
        seconds,
        totals.members() * years / seconds,
        Runtime.getRuntime().maxMemory() >> 20));
    System.out.println("changed: " + totals.changed() + " of " + totals.members());
    System.out.println("stars issued: " + totals.of(Club.STARS));
    totals.moves().forEach((move, count) -> System.out.println(move + ": " + count));
  }
}
