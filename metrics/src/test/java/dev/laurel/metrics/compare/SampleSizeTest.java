package dev.laurel.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.metrics.score.NetCounts;
import dev.laurel.metrics.score.NetMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleSizeTest {
  /**
   * Oracle: n = z squared times variance over squared margin, at 95 %. The variance that the source
   * prints as .667 is that of a third in each class, two thirds; .667 itself would give 6406.
   */
  @ParameterizedTest
  @CsvSource({
    "1, .05, 1537", "TWO_THIRDS, .05, 1025", ".61, .05, 938", ".5, .05, 769", ".3, .05, 461",
    "1, .1, 385", "TWO_THIRDS, .1, 257", ".61, .1, 235", ".5, .1, 193", ".3, .1, 116",
    "1, .02, 9604", "TWO_THIRDS, .02, 6403", ".61, .02, 5859", ".5, .02, 4802", ".3, .02, 2882"
  })
  void answersForAMargin(String variance, double margin, long answers) {
    assertThat(SampleSize.forMargin(number(variance), margin, Confidence.P95)).isEqualTo(answers);
  }

  @Test
  void aVarianceRoundedUpIsThreeAnswersMore() {
    assertThat(SampleSize.forMargin(.667, .02, Confidence.P95)).isEqualTo(6406);
  }

  /** Three answers less, plus the three that adjusted Wald adds, put the same margin. */
  @Test
  void theAdjustedIntervalNeedsThreeLess() {
    double promised = new NetCounts(187, 280, 468)
        .estimate(NetMethod.ADJUSTED_WALD, Confidence.P95)
        .orElseThrow()
        .interval()
        .orElseThrow()
        .width();

    assertThat(SampleSize.forMargin(.61, .05, Confidence.P95)).isEqualTo(938);
    assertThat(promised / 2).isCloseTo(.05, within(5e-4));
  }

  @ParameterizedTest
  @CsvSource({".5, 384.15", ".8, 245.85"})
  void answersForFivePercentOfAShare(double share, double answers) {
    assertThat(SampleSize.rawForMargin(share * (1 - share), .05, Confidence.P95))
        .isCloseTo(answers, within(0.006));
  }

  @ParameterizedTest
  @CsvSource({".61, .10, .8, 958", ".61, .05, .8, 3831", "TWO_THIRDS, .10, .9, 1401"})
  void answersPerWave(String variance, double difference, double power, long answers) {
    double of = number(variance);

    assertThat(SampleSize.perGroup(of, of, difference, power, Confidence.P95)).isEqualTo(answers);
    assertThat(SampleSize.power(of, of, difference, answers, Confidence.P95))
        .isBetween(power, power + 0.001);
    assertThat(SampleSize.power(of, of, difference, answers - 1, Confidence.P95))
        .isBetween(power - 0.001, power);
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

  private static double number(String variance) {
    return variance.equals("TWO_THIRDS") ? 2 / 3.0 : Double.parseDouble(variance);
  }
}
