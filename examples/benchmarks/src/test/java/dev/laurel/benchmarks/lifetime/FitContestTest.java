package dev.laurel.benchmarks.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FitContestTest {
  private final Customers customers = Customers.invented(FitBenchmark.CUSTOMERS, FitBenchmark.SEED);

  @ParameterizedTest
  @EnumSource
  void everyContenderReachesTheSameTop(FitContest contender) {
    assertThat(contender.enter(customers).getAsDouble())
        .isCloseTo(Simplex.fit(customers), within(1e-6));
  }
}
