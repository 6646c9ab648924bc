package dev.laurel.benchmarks.score;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
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

/** A hundred million answers on 0 to 10, in nanoseconds for each. Compare within one run. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class ScoresBenchmark {
  @Param({"PROBE", "PROMOTERS", "HISTOGRAM", "PLAIN_LOOP", "ONE_BY_ONE", "BOXED_STREAM"})
  String contender = "";

  private LongSupplier entered = () -> 0;

  @Setup(Level.Trial)
  public void enter() {
    entered = ScoreContest.valueOf(contender).enter(Answers.bytes(Answers.COUNT));
  }

  @Benchmark
  @OperationsPerInvocation(Answers.COUNT)
  public long score() {
    return entered.getAsLong();
  }
}
