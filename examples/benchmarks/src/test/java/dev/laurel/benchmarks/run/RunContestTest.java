package dev.laurel.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class RunContestTest {
  @Test
  void readingTakesEachTransactionApartTwiceAndARunSucceeds() {
    try (RunContest contest = RunContest.of(200)) {
      assertThat(contest.rows()).isBetween(3_000L, 3_500L);
      assertThat(contest.read()).isEqualTo(2 * contest.rows());
      assertThatCode(contest::run).doesNotThrowAnyException();
    }
  }
}
