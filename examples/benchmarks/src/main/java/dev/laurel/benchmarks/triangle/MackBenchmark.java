package dev.laurel.benchmarks.triangle;

import dev.laurel.core.breakage.BreakageForecast;
import dev.laurel.core.triangle.RedemptionTriangle;
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

/** The chain ladder with all its errors, by the number of months; in milliseconds per triangle. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MackBenchmark {
  private static final long SEED = 4;

  @Param({"30", "60", "120"})
  int months;

  private RedemptionTriangle triangle = MonthlyTriangle.of(2, SEED);

  @Setup(Level.Trial)
  public void build() {
    triangle = MonthlyTriangle.of(months, SEED);
  }

  /** Factors, variances, and the forecast of every cohort and of the total. */
  @Benchmark
  public BreakageForecast forecast() {
    return MonthlyTriangle.forecast(triangle);
  }
}
