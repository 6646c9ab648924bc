package dev.laurel.benchmarks.basket;

import dev.laurel.core.basket.RewardBasket;
import dev.laurel.core.basket.RewardChooser;
import dev.laurel.core.points.Points;
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
 * The exact choice beside the greedy one, by the size of the catalogue; in microseconds. That the
 * exact one finds the planted basket is checked before it is timed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BasketBenchmark {
  @Param({"20", "200", "2000"})
  int rewards;

  private RewardChooser chooser = PlantedCatalog.of(20).chooser();
  private Points balance = PlantedCatalog.of(20).balance();

  @Setup(Level.Trial)
  public void plant() {
    PlantedCatalog catalog = PlantedCatalog.of(rewards);
    chooser = catalog.chooser();
    balance = catalog.balance();
    if (!exact().value().equals(catalog.best())) {
      throw new IllegalStateException("the planted basket must be found: " + exact());
    }
  }

  @Benchmark
  public RewardBasket exact() {
    return chooser.best(balance, RewardChooser.Repetition.ONCE);
  }

  @Benchmark
  public RewardBasket greedy() {
    return chooser.greedy(balance, RewardChooser.Repetition.ONCE);
  }
}
