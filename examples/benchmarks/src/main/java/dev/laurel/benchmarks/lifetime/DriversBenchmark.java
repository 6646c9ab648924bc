package dev.laurel.benchmarks.lifetime;

import dev.laurel.metrics.driver.DriverAnalysis;
import dev.laurel.metrics.driver.DriverMoments;
import dev.laurel.metrics.driver.DriverSample;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Exact Shapley shares of drivers, over all their subsets, in milliseconds. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class DriversBenchmark {
  private static final int ROWS = 2_000;

  @Param({"10", "20"})
  int drivers;

  private DriverMoments moments = DriverMoments.none("y", List.of("x"));

  @Setup
  public void gather() {
    SplittableRandom dice = new SplittableRandom(drivers);
    DriverSample.Builder sample = DriverSample.builder(
        "y", IntStream.range(0, drivers).mapToObj(i -> "x" + i).toList());
    for (int row = 0; row < ROWS; row++) {
      double mood = dice.nextDouble();
      double[] ratings = IntStream.range(0, drivers)
          .mapToDouble(i -> Math.rint(4 * (mood + dice.nextDouble())))
          .toArray();
      sample.add(
          IntStream.range(0, drivers).mapToDouble(i -> ratings[i] / (i + 1)).sum()
              + dice.nextDouble(),
          ratings);
    }
    moments = sample.build().moments();
  }

  @Benchmark
  public DriverAnalysis analyse() {
    return moments.analyse();
  }
}
