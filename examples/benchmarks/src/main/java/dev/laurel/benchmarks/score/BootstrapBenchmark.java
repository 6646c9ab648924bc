package dev.laurel.benchmarks.score;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Interval;
import dev.laurel.metrics.score.NetCounts;
import dev.laurel.metrics.score.NetMethod;
import java.util.Arrays;
import java.util.SplittableRandom;
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
  private static final int RESAMPLES = 1_000;

  @Param({"1000", "100000"})
  int answers;

  private NetCounts counts = NetCounts.NONE;
  private byte[] codes = new byte[0];

  @Setup(Level.Trial)
  public void draw() {
    counts = new NetCounts(answers / 5, answers * 3L / 10, answers / 2);
    codes = new byte[answers];
    Arrays.fill(codes, 0, answers / 5, (byte) -1);
    Arrays.fill(codes, answers / 2, answers, (byte) 1);
  }

  @Benchmark
  public Interval exact() {
    return NetMethod.EXACT_BOOTSTRAP.unclipped(counts, Confidence.P95);
  }

  @Benchmark
  public Interval resampled() {
    SplittableRandom random = new SplittableRandom(5);
    double[] scores = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      long sum = 0;
      for (int draw = 0; draw < answers; draw++) {
        sum += codes[random.nextInt(answers)];
      }
      scores[i] = (double) sum / answers;
    }
    Arrays.sort(scores);
    return new Interval(
        scores[RESAMPLES * 25 / 1000], scores[RESAMPLES * 975 / 1000], Confidence.P95);
  }
}
