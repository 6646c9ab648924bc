package dev.laurel.benchmarks.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LedgerContestTest {
  private final Operations operations = Operations.random(100, 6_000, LedgerBenchmark.SEED);

  @ParameterizedTest
  @EnumSource
  void everyContenderEndsWithTheSameBalances(LedgerContest contender) {
    Contender.Outcome outcome = contender.enter(operations).fold(operations);

    assertThat(outcome).isEqualTo(PlainFold.fold(operations));
    assertThat(outcome.balances()).isPositive();
    assertThat(outcome.refused()).isPositive();
  }
}
