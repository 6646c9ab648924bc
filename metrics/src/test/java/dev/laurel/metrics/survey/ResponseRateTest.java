package dev.laurel.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseRateTest {
  private static final Ratio THIRD = Ratio.of(1, 3);

  /** By hand from the formulas: I 40, P 10, R 20, NC 10, O 5, UH 9, UO 6, e a third. */
  @ParameterizedTest
  @CsvSource({
    "RR1, 40, 100",
    "RR2, 50, 100",
    "RR3, 40, 90",
    "RR4, 50, 90",
    "RR5, 40, 85",
    "RR6, 50, 85"
  })
  void theSixRatesDiffer(ResponseRate rate, long responses, long base) {
    Dispositions.Builder cases = Dispositions.builder().complete(40).partial(10);
    cases.refused(20).notContacted(10).other(5).unknownAddress(9).unknownOther(6);

    assertThat(rate.of(cases.build(), THIRD)).contains(Ratio.of(responses, base));
  }

  @Test
  void noCasesHaveNoRate_row95() {
    assertThat(ResponseRate.RR1.of(Dispositions.builder().build(), THIRD)).isEmpty();
  }

  @Test
  void onlyUnknownCasesOfWhichNoneIsEligibleHaveNoRate() {
    Dispositions cases = Dispositions.builder().unknownOther(7).build();

    assertThat(ResponseRate.RR5.of(cases, THIRD)).isEmpty();
    assertThat(ResponseRate.RR1.of(cases, THIRD)).contains(Ratio.ZERO);
  }

  @Test
  void aShareOfEligibleCasesAboveOneIsRefused() {
    assertThatThrownBy(() -> ResponseRate.RR3.of(Dispositions.builder().build(), Ratio.of(2)))
        .extracting("code")
        .isEqualTo(FailureCode.PERCENT_RANGE);
  }

  @Test
  void aFunnelDoesNotWiden() {
    SurveyFunnel funnel = new SurveyFunnel(1000, 950, 400, 220, 180);

    assertThat(funnel.responseRate().total()).isEqualTo(1000);
    assertThat(funnel.merge(funnel).completionRate().successes()).isEqualTo(360);
    assertThatThrownBy(() -> new SurveyFunnel(10, 11, 4, 2, 1))
        .extracting("code")
        .isEqualTo(FailureCode.RANGE);
    assertThatThrownBy(() -> Dispositions.builder().refused(-1).build())
        .extracting("code")
        .isEqualTo(FailureCode.RANGE);
  }
}
