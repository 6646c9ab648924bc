package dev.laurel.benchmarks.ledger;

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
import org.openjdk.jmh.annotations.Warmup;

/** Ten thousand accounts from nothing through 600,000 operations, in nanoseconds per operation. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 5, time = 4)
@Fork(1)
public class LedgerBenchmark {
  static final int ACCOUNTS = 10_000;
  static final int OPERATIONS = 600_000;
  static final long SEED = 20_261_121;

  @Param({"PACKED_BATCH", "PACKED", "PLAIN_OBJECTS", "DECIMAL_OBJECTS", "READABLE"})
  String contender = "";

  private final Operations operations = Operations.random(ACCOUNTS, OPERATIONS, SEED);
  private Contender entered = PlainFold::fold;

  @Setup(Level.Trial)
  public void enter() {
    entered = LedgerContest.valueOf(contender).enter(operations);
  }

  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public Object fold() {
    return entered.fold(operations);
  }
}
