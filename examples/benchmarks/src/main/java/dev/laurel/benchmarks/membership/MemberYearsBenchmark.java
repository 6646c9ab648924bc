package dev.laurel.benchmarks.membership;

import dev.laurel.tiers.membership.Memberships;
import dev.laurel.tiers.membership.WhatIf;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One member's life of some years with fourteen events each, by the library and by hand; in lives
 * per second, so that times the years it is member-years.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class MemberYearsBenchmark {
  private final Memberships memberships = Memberships.of(Club.program(Club.GOLD, Club.RESERVE));

  @Param({"1", "4", "16", "64"})
  int years;

  private WhatIf.Life life = Club.life(0, 1);
  private List<Doing> doings = List.of();

  @Setup(Level.Trial)
  public void build() {
    life = Club.life(7, years);
    doings = Doing.life(7, years);
  }

  @Benchmark
  public Object library() {
    return Club.fold(memberships, life, years);
  }

  @Benchmark
  public Object handWritten() {
    return PlainClub.fold(Club.GOLD, Club.RESERVE, doings, years);
  }
}
