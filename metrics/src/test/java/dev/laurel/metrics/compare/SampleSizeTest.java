package dev.laurel.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.failure.FailureCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleSizeTest {
  /** Oracle: n = z squared times variance over squared margin, at 95 %. */
  @ParameterizedTest
  @CsvSource({
    "1, .05, 1537", ".667, .05, 1025", ".61, .05, 938", ".5, .05, 769", ".3, .05, 461",
    "1, .1, 385", ".667, .1, 257", ".61, .1, 235", ".5, .1, 193", ".3, .1, 116",
    "1, .02, 9604", ".61, .02, 5859", ".5, .02, 4802", ".3, .02, 2882"
  })
  void answersForAMargin(double variance, double margin, long answers) {
    assertThat(SampleSize.forMargin(variance, margin, Confidence.P95))
        .isBetween(answers, answers + 1);
  }

  @ParameterizedTest
  @CsvSource({".5, 384.15", ".8, 245.85"})
  void answersForFivePercentOfAShare(double share, double answers) {
    assertThat(SampleSize.rawForMargin(share * (1 - share), .05, Confidence.P95))
        .isCloseTo(answers, within(0.006));
  }

  @ParameterizedTest
  @CsvSource({".61, .10, .8, 958", ".61, .05, .8, 3831", ".667, .10, .9, 1401"})
  void answersPerWave(double variance, double difference, double power, long answers) {
    assertThat(SampleSize.perGroup(variance, variance, difference, power, Confidence.P95))
        .isBetween(answers, answers + 1);
    assertThat(SampleSize.power(variance, variance, difference, answers + 1, Confidence.P95))
        .isCloseTo(power, within(0.001));
  }

  @Test
  void aSizeOfNothingIsRefused() {
    assertThatThrownBy(() -> SampleSize.forMargin(.6, 0, Confidence.P95))
        .extracting("code")
        .isEqualTo(FailureCode.RANGE);
    assertThatThrownBy(() -> SampleSize.perGroup(.6, .6, .1, 1, Confidence.P95))
        .extracting("code")
        .isEqualTo(FailureCode.PERCENT_RANGE);
  }
}
