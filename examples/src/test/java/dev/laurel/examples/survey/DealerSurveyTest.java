package dev.laurel.examples.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.metrics.compare.MixShift;
import dev.laurel.metrics.compare.Verdict;
import org.junit.jupiter.api.Test;

class DealerSurveyTest {
  private final DealerSurvey survey = DealerSurvey.of(2025);

  @Test
  void theScoreFellAlthoughEveryoneWasBetterPleased() {
    MixShift why = survey.whyItFell();

    assertThat(why.change()).isNegative();
    assertThat(why.rate()).isPositive();
    assertThat(why.mix()).isLessThan(why.change());
    assertThat(why.parts()).extracting(MixShift.Part::segment).containsExactly("counter", "online");
    assertThat(why.rate() + why.mix() + why.answered())
        .isCloseTo(why.change(), org.assertj.core.data.Offset.offset(1e-12));
  }

  @Test
  void theRemedyIsProvenWhereItWasTriedAndNowhereElse() {
    assertThat(survey.pilot().verdict()).isEqualTo(Verdict.IMPROVED);
    assertThat(survey.others().verdict()).isEqualTo(Verdict.NO_DETECTABLE_CHANGE);
  }

  @Test
  void theStoryReadsWithoutStatistics() {
    assertThat(survey.tell())
        .startsWith("Why did it fall?\nNet Promoter Score went from +")
        .contains("by the segments' own scores, -")
        .contains("Where they were called. Better: ")
        .contains("Where they were not. No detectable change: ")
        .contains("answers per wave would be needed");
  }
}
