package dev.laurel.core.exact;

import static dev.laurel.core.exact.LargestRemainder.allocate;
import static dev.laurel.core.testkit.Codes.codeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.failure.FailureCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LargestRemainderTest {
  @Test
  void aHundredCentsInThree() {
    assertThat(allocate(100, 1, 1, 1)).containsExactly(34, 33, 33);
  }

  @Test
  void tiesFavourTheLowestIndex() {
    assertThat(allocate(5, 1, 1)).containsExactly(3, 2);
    assertThat(allocate(2, 1, 1, 1, 1)).containsExactly(1, 1, 0, 0);
  }

  @Test
  void theLargestRemainderGetsTheUnitLeftOver() {
    assertThat(allocate(100, 21, 49, 30, 0)).containsExactly(21, 49, 30, 0);
    assertThat(allocate(10, 21, 49, 30)).containsExactly(2, 5, 3);
  }

  @Test
  void aZeroWeightGetsNothing() {
    assertThat(allocate(7, 0, 3, 0, 4)).containsExactly(0, 3, 0, 4);
    assertThat(allocate(1, 0, 1, 1)).containsExactly(0, 1, 0);
  }

  @Test
  void aNegativeTotalIsThePositiveSplitWithItsSignTurned() {
    assertThat(allocate(-100, 1, 1, 1)).containsExactly(-34, -33, -33);
  }

  @Test
  void nothingIsSplitIntoNothing() {
    assertThat(allocate(0, 1, 2)).containsExactly(0, 0);
    assertThat(allocate(0, 1, Long.MAX_VALUE)).containsExactly(0, 0);
  }

  @Test
  void theEdgesOfSixtyFourBitsAreExact() {
    assertThat(allocate(Long.MIN_VALUE, 1)).containsExactly(Long.MIN_VALUE);
    assertThat(allocate(Long.MIN_VALUE, Long.MAX_VALUE)).containsExactly(Long.MIN_VALUE);
    assertThat(allocate(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE))
        .containsExactly(3074457345618258603L, 3074457345618258602L, 3074457345618258602L);
    assertThat(allocate(Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE))
        .containsExactly(-(1L << 62), -(1L << 62));
  }

  @Test
  @DisplayName("row 37: weights that are all zero, or none at all")
  void weightsThatAreAllZero() {
    assertThat(codeOf(() -> allocate(1, 0, 0))).isEqualTo(FailureCode.DIVISION);
    assertThat(codeOf(() -> allocate(1))).isEqualTo(FailureCode.DIVISION);
    assertThat(codeOf(() -> allocate(0))).isEqualTo(FailureCode.DIVISION);
  }

  @Test
  void aNegativeWeightIsNamed() {
    assertThatThrownBy(() -> allocate(10, 1, -2)).hasMessage("weight 1 must not be negative: -2");
    assertThat(codeOf(() -> allocate(10, 1, -2))).isEqualTo(FailureCode.RANGE);
  }

  @Test
  @SuppressWarnings("NullAway")
  void theCallersWeightsAreLeftAlone() {
    long[] weights = {3, 1};
    allocate(10, weights);
    assertThat(weights).containsExactly(3, 1);
    assertThatNullPointerException()
        .isThrownBy(() -> allocate(1, (long[]) null))
        .withMessage("weights");
  }
}
