package dev.laurel.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The thirteen rules over 200,000 purchases, in nanoseconds per purchase. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 5, time = 4)
@Fork(1)
public class RulesBenchmark {
  static final int TRANSACTIONS = 200_000;
  static final long SEED = 20_261_121;

  /** All of them, unless the command line says otherwise. */
  @Param
  public RuleContest contender = RuleContest.HAND_WRITTEN;

  private Contender entered = (from, until) -> 0;

  @Setup(Level.Trial)
  public void enter() {
    entered = contender.enter(Transactions.random(TRANSACTIONS, SEED));
  }

  @TearDown(Level.Trial)
  public void leave() {
    entered.close();
  }

  @Benchmark
  @OperationsPerInvocation(TRANSACTIONS)
  public long points() {
    return entered.sum(0, TRANSACTIONS);
  }
}
