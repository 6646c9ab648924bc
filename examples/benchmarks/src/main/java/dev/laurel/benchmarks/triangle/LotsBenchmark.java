package dev.laurel.benchmarks.triangle;

import dev.laurel.core.identity.MemberId;
import dev.laurel.core.triangle.TriangleAccumulator;
import dev.laurel.core.triangle.TriangleGrid;
import java.time.Instant;
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
 * Lots on their way into a triangle of ten years of months, by their number; in milliseconds for
 * all of them. Each lot is issued and redeemed once. That the time is linear shows between the
 * rows.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LotsBenchmark {
  private static final int DIFFERENT = 1 << 16;
  private static final MemberId MEMBER = MemberId.of("m-1");
  private static final TriangleGrid GRID = MonthlyTriangle.grid();

  @Param({"100000", "1000000", "10000000"})
  int lots;

  private final Instant[] earned = new Instant[DIFFERENT];
  private final Instant[] redeemed = new Instant[DIFFERENT];

  @Setup(Level.Trial)
  public void build() {
    SplittableRandom random = new SplittableRandom(4);
    long from = GRID.calendar().startOf(GRID.firstDay()).getEpochSecond();
    long until = GRID.until().getEpochSecond();
    for (int i = 0; i < DIFFERENT; i++) {
      long one = random.nextLong(from, until);
      earned[i] = Instant.ofEpochSecond(one);
      redeemed[i] = Instant.ofEpochSecond(random.nextLong(one, until));
    }
  }

  /** One pass over all lots, in the memory of one triangle. */
  @Benchmark
  public TriangleAccumulator count() {
    TriangleAccumulator triangle = TriangleAccumulator.of(GRID);
    for (int i = 0; i < lots; i++) {
      int which = i & (DIFFERENT - 1);
      triangle.issued(MEMBER, earned[which], 100);
      triangle.redeemed(MEMBER, earned[which], redeemed[which], 40);
    }
    return triangle;
  }
}
