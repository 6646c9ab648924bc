package dev.laurel.metrics.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.identity.MemberId;
import dev.laurel.metrics.survey.Conventions;
import dev.laurel.metrics.survey.MetricDefinition;
import dev.laurel.metrics.survey.Response;
import dev.laurel.metrics.survey.ResponseStatus;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreTextTest {

  @Test
  void aScoreReadsAsWhatItSaysAndWhatItCannot() {
    ScoreAccumulator accumulator = new ScoreAccumulator(Conventions.NPS);
    accumulator.add(ScoreHistogram.of(Conventions.NPS, 0, 0, 0, 0, 0, 10, 10, 15, 15, 25, 25));
    Response skipped = Response.without(
        MemberId.of("m"), Instant.parse("2026-03-01T12:00:00Z"), ResponseStatus.SKIPPED);
    accumulator.add(skipped);
    Score score = Scoring.STANDARD.score(accumulator.snapshot(), 404).orElseThrow();

    assertThat(ScoreText.text(score))
        .isEqualTo(
            "Net Promoter Score +30, between +14 and +44 (95 %), from 100 answers of 404 asked"
                + " (25 % responded). 1 skipped it, not counted. Between two waves as large, a change of"
                + " less than 31 would most likely go unseen.");
  }

  @ParameterizedTest
  @CsvSource({
    ".465, +47",
    "-.465, -47",
    ".285, +29",
    "0, 0",
    "-.004, 0",
    ".004, 0",
    "1, +100",
    ".3, +30"
  })
  void pointsAreRoundedHalfAwayFromZeroAndSigned(double value, String shown) {
    assertThat(ScoreText.shown(Conventions.NPS, value)).isEqualTo(shown);
  }

  @Test
  void sharesAndMeansHaveTheirOwnForm() {
    MetricDefinition csat = Conventions.CSAT;

    assertThat(ScoreText.shown(csat, 0.7)).isEqualTo("70 %");
    assertThat(ScoreText.shown(Conventions.CES_2, 5.125)).isEqualTo("5.13");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 100 times in 100 (p 1.00)",
        ".38 | 38 times in 100 (p 0.38)",
        ".0499 | 5 times in 100 (p 0.050)",
        ".012 | once in 100 (p 0.012)",
        ".005 | 5 times in 1,000 (p 0.005)",
        ".001 | once in 1,000 (p 0.001)",
        ".00099 | less than once in 1,000 (p < 0.001)",
        "0 | less than once in 1,000 (p < 0.001)"
      })
  void aPValueIsSaidInTimes(double pValue, String said) {
    assertThat(ScoreText.chance(pValue)).isEqualTo(said);
  }
}
