package dev.laurel.benchmarks.score;

import dev.laurel.metrics.score.ByteScores;
import dev.laurel.metrics.score.NetCounts;
import dev.laurel.metrics.score.ScoreAccumulator;
import dev.laurel.metrics.score.ScoreHistogram;
import dev.laurel.metrics.survey.Conventions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A hundred million answers on 0 to 10, in nanoseconds for each; the bandwidth probe sums the same
 * bytes as numbers of 64 bits, which is what memory allows. Compare within one run.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class ScoresBenchmark {
  private static final int BOXED = 1_000_000;

  private byte[] answers = new byte[0];
  private long[] words = new long[0];

  @Setup(Level.Trial)
  public void draw() {
    answers = Answers.bytes(Answers.COUNT);
    words = Answers.words(answers);
  }

  @Benchmark
  @OperationsPerInvocation(Answers.COUNT)
  public long bandwidthProbe() {
    long sum = 0;
    for (long word : words) {
      sum += word;
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(Answers.COUNT)
  public NetCounts promoters() {
    return ByteScores.promoterCounts(answers);
  }

  @Benchmark
  @OperationsPerInvocation(Answers.COUNT)
  public ScoreHistogram histogram() {
    return ByteScores.histogram(Conventions.NPS, answers);
  }

  @Benchmark
  @OperationsPerInvocation(Answers.COUNT)
  public long[] plainLoop() {
    long[] counts = new long[11];
    for (byte answer : answers) {
      counts[answer]++;
    }
    return counts;
  }

  @Benchmark
  @OperationsPerInvocation(Answers.COUNT)
  public ScoreHistogram oneByOne() {
    ScoreAccumulator accumulator = new ScoreAccumulator(Conventions.NPS);
    for (byte answer : answers) {
      accumulator.add(answer);
    }
    return accumulator.snapshot();
  }

  @Benchmark
  @OperationsPerInvocation(BOXED)
  public Map<Integer, Long> boxedStream() {
    return IntStream.range(0, BOXED)
        .mapToObj(i -> (int) answers[i])
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }
}
