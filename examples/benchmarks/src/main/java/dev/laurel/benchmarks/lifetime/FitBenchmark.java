package dev.laurel.benchmarks.lifetime;

import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
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

/** The fit of BG/NBD to as many customers as CDNOW has, in milliseconds. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class FitBenchmark {
  static final int CUSTOMERS = 2_357;
  static final long SEED = 20_261_126;

  @Param({"LAUREL", "LAUREL_ENCODED", "SIMPLEX"})
  String contender = "";

  private DoubleSupplier entered = () -> 0;

  @Setup(Level.Trial)
  public void enter() {
    entered = FitContest.valueOf(contender).enter(Customers.invented(CUSTOMERS, SEED));
  }

  @Benchmark
  public double fit() {
    return entered.getAsDouble();
  }
}
