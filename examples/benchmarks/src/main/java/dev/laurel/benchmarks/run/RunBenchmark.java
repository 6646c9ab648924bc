package dev.laurel.benchmarks.run;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A program over a file of transactions, beside the reading of it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 6)
@Measurement(iterations = 9)
public class RunBenchmark {
  @Param("18700")
  private int members;

  private @Nullable RunContest contest;

  /** Writes the file. */
  @Setup(Level.Trial)
  public void write() {
    contest = RunContest.of(members);
  }

  /** Deletes it. */
  @TearDown(Level.Trial)
  public void delete() {
    requireNonNull(contest).close();
  }

  /** The reading alone. */
  @Benchmark
  public long reading() {
    return requireNonNull(contest).read();
  }

  /** The whole run. */
  @Benchmark
  public void run() {
    requireNonNull(contest).run();
  }
}
