package dev.laurel.metrics.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * The mistakes that others ship, each told from the truth by the law that it breaks. Sources: the
 * issue trackers and the source of the packages named.
 */
class BrokenScoreTwinsTest {
  private static final List<Integer> SAMPLE = List.of(10, 9, 8, 7, 3);

  /** Formbricks, 2026: dismissed surveys enter the denominator. Breaks G1. */
  @Test
  void aDismissedSurveyInTheDenominatorPullsTheScoreToZero() {
    NetCounts counts = counts(SAMPLE);
    double broken = (double) (counts.positives() - counts.negatives()) / (counts.answers() + 5);

    assertThat(broken).isNotEqualTo(counts.value());
    assertThat(Math.abs(broken)).isLessThan(Math.abs(counts.value()));
  }

  /** R NPS 2: the variance of a score in points is multiplied by 100, not 10,000. Breaks G14. */
  @Test
  void aVarianceScaledAsTheScoreIsATenthOfTheWidth() {
    NetCounts counts = new NetCounts(20, 30, 50);
    double broken = Math.sqrt(counts.variance() * 100 / counts.answers());
    double right = counts.estimate().orElseThrow().standardError().getAsDouble() * 100;

    assertThat(right / broken).isCloseTo(10, org.assertj.core.data.Offset.offset(1e-12));
  }

  /** Buckets 0 to 6, 7 to 8 and 9 to 10 lose 6.5 and 8.5 (Formbricks, fixed later). */
  @Test
  void answersBetweenTheBucketsAreLost() {
    ToDoubleFunction<List<Double>> broken = answers -> answers.stream()
        .filter(a -> (a >= 0 && a <= 6) || (a >= 7 && a <= 8) || (a >= 9 && a <= 10))
        .count();

    assertThat(broken.applyAsDouble(List.of(6.5, 8.5, 9.0))).isEqualTo(1);
  }

  /** secretsauce with include_na: a missing answer counts as neutral. Breaks G7. */
  @Test
  void aMissingAnswerIsNotANeutralOne() {
    NetCounts counts = counts(SAMPLE);
    NetCounts broken = new NetCounts(counts.negatives(), counts.neutrals() + 1, counts.positives());

    assertThat(broken.exact()).isNotEqualTo(counts.exact());
  }

  /** An average of averages is not the average: what merging must not do. Breaks G4. */
  @Test
  void theMeanOfTwoScoresIsNotTheScoreOfBoth() {
    NetCounts few = new NetCounts(0, 0, 1);
    NetCounts many = new NetCounts(90, 0, 9);

    assertThat((few.value() + many.value()) / 2).isGreaterThan(0);
    assertThat(few.merge(many).value()).isLessThan(-0.7);
  }

  private static NetCounts counts(List<Integer> answers) {
    return ScoreLaws.histogram(dev.laurel.metrics.survey.Conventions.NPS, answers)
        .netCounts();
  }
}
