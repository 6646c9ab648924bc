package dev.laurel.benchmarks;

import dev.laurel.core.money.ExactMoney;
import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import javax.money.MonetaryAmount;
import org.javamoney.moneta.FastMoney;
import org.javamoney.moneta.Money;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * The money step over 1,024 amounts, in nanoseconds per step; with {@code -prof gc} also in bytes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class MoneyBenchmark {
  private static final int AMOUNTS = 1_024;

  private final long[] cents = new long[AMOUNTS];
  private final ExactMoney[] exact = new ExactMoney[AMOUNTS];
  private final BigDecimal[] decimals = new BigDecimal[AMOUNTS];
  private final MonetaryAmount[] fast = new MonetaryAmount[AMOUNTS];
  private final MonetaryAmount[] money = new MonetaryAmount[AMOUNTS];

  @Setup(Level.Trial)
  public void draw() {
    SplittableRandom random = new SplittableRandom(RulesBenchmark.SEED);
    for (int i = 0; i < AMOUNTS; i++) {
      cents[i] = random.nextLong(1_000_000);
      exact[i] = ExactMoney.ofMinor("EUR", cents[i]);
      decimals[i] = BigDecimal.valueOf(cents[i], 2);
      fast[i] = FastMoney.of(decimals[i], "EUR");
      money[i] = Money.of(decimals[i], "EUR");
    }
  }

  @Benchmark
  @OperationsPerInvocation(AMOUNTS)
  public long byHand() {
    long sum = 0;
    for (long each : cents) {
      sum += MoneyStep.byHand(each);
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(AMOUNTS)
  public long laurelMinorUnits() {
    long sum = 0;
    for (long each : cents) {
      sum += MoneyStep.minorUnits(each);
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(AMOUNTS)
  public void laurelExactMoney(Blackhole hole) {
    for (ExactMoney each : exact) {
      hole.consume(MoneyStep.exactMoney(each));
    }
  }

  @Benchmark
  @OperationsPerInvocation(AMOUNTS)
  public void bigDecimal(Blackhole hole) {
    for (BigDecimal each : decimals) {
      hole.consume(MoneyStep.bigDecimal(each));
    }
  }

  @Benchmark
  @OperationsPerInvocation(AMOUNTS)
  public void fastMoney(Blackhole hole) {
    for (MonetaryAmount each : fast) {
      hole.consume(MoneyStep.moneta(each));
    }
  }

  @Benchmark
  @OperationsPerInvocation(AMOUNTS)
  public void money(Blackhole hole) {
    for (MonetaryAmount each : money) {
      hole.consume(MoneyStep.moneta(each));
    }
  }
}
