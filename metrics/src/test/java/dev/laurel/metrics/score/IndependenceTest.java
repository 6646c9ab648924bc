package dev.laurel.metrics.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.failure.FailureCode;
import org.junit.jupiter.api.Test;

class IndependenceTest {
  private static final Independence TWO =
      Independence.of(new long[] {50, 30, 20}, new long[] {40, 30, 30});

  /** By hand: 5 x 5 / 45 twice, 5 x 5 / 25 twice; with 2 degrees of freedom p is exp(-x / 2). */
  @Test
  void twoSamplesAreComparedAsByHand() {
    assertThat(TWO.statistic()).isCloseTo(28 / 9.0, within(1e-12));
    assertThat(TWO.freedom()).isEqualTo(2);
    assertThat(TWO.pValue()).isCloseTo(Math.exp(-14 / 9.0), within(1e-12));
    assertThat(TWO.leastExpected()).isEqualTo(25);
  }

  @Test
  void whatNobodyIsCountedInSaysNothing() {
    assertThat(Independence.of(
            new long[] {50, 0, 30, 20}, new long[] {0, 0, 0, 0}, new long[] {40, 0, 30, 30}))
        .isEqualTo(TWO);
  }

  @Test
  void aSingleRowOrColumnCannotDiffer() {
    assertThat(Independence.of(new long[] {3, 4}, new long[] {0, 0}))
        .isEqualTo(new Independence(0, 0, 1, 3));
    assertThat(Independence.of(new long[] {0, 5}, new long[] {0, 9}))
        .isEqualTo(new Independence(0, 0, 1, 5));
  }

  @Test
  void whatIsNoTableOfCountsIsRefused_row95() {
    assertThatThrownBy(() -> Independence.of(new long[] {1, 2}, new long[] {1}))
        .extracting("code")
        .isEqualTo(FailureCode.RANGE);
    assertThatThrownBy(() -> Independence.of(new long[] {1, 2}, new long[] {1, -1}))
        .extracting("code")
        .isEqualTo(FailureCode.RANGE);
    assertThatThrownBy(Independence::of).extracting("code").isEqualTo(FailureCode.DIVISION);
    assertThatThrownBy(() -> Independence.of(new long[] {0, 0}, new long[] {0, 0}))
        .extracting("code")
        .isEqualTo(FailureCode.DIVISION);
  }
}
