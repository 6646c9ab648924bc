package dev.laurel.benchmarks.score;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
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
 * A bootstrap interval of a net score: the distribution computed, against a thousand resamples of
 * all answers; in milliseconds for each interval.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BootstrapBenchmark {
  @Param({"BOOTSTRAP_EXACT", "BOOTSTRAP_RESAMPLED"})
  String contender = "";

  @Param({"1000", "100000"})
  int answers;

  private LongSupplier entered = () -> 0;

  @Setup(Level.Trial)
  public void enter() {
    entered = ScoreContest.valueOf(contender).enter(Answers.bytes(answers));
  }

  @Benchmark
  public long interval() {
    return entered.getAsLong();
  }
}
