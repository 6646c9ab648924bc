package dev.laurel.core.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultipleTestingTest {

  /** Oracle: R 4.2.2, {@code p.adjust}. */
  @ParameterizedTest
  @CsvSource({
    "BONFERRONI, .05 .2 .15 .025 1",
    "HOLM, .04 .09 .09 .025 .5",
    "HOCHBERG, .04 .08 .08 .025 .5",
    "BENJAMINI_HOCHBERG, .025 .05 .05 .025 .5",
    "BENJAMINI_YEKUTIELI, .0570833333 .1141666667 .1141666667 .0570833333 1"
  })
  void adjustedValuesAreThoseOfThePeer(MultipleTesting method, String expected) {
    List<Double> adjusted = method.adjust(List.of(.01, .04, .03, .005, .5));

    List<Double> oracle = Stream.of(expected.split(" ")).map(Double::valueOf).toList();
    assertThat(adjusted).hasSameSizeAs(oracle);
    for (int i = 0; i < oracle.size(); i++) {
      assertThat(adjusted.get(i)).as("value %s", i).isCloseTo(oracle.get(i), within(1e-9));
    }
  }

  @Test
  void noQuestionsNeedNoAdjustment() {
    assertThat(MultipleTesting.HOLM.adjust(List.of())).isEmpty();
  }

  @Test
  void whatIsNoProbabilityIsRefusedWithItsIndex() {
    assertThatThrownBy(() -> MultipleTesting.HOLM.adjust(List.of(.1, Double.NaN)))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("a p-value must lie between 0 and 1: NaN")
        .satisfies(e -> {
          assertThat(((InvalidValueException) e).code()).isEqualTo(FailureCode.PERCENT_RANGE);
          assertThat(((InvalidValueException) e).path()).isEqualTo("pValues[1]");
        });
  }
}
