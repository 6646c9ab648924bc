package dev.laurel.examples.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.metrics.score.ScoreHistogram;
import dev.laurel.metrics.survey.Conventions;
import dev.laurel.metrics.trend.ControlChart;
import dev.laurel.metrics.trend.PaneSize;
import dev.laurel.metrics.trend.Panes;
import dev.laurel.metrics.trend.TumblingSeries;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SurveyChangeTest {
  private static final long MOST_EACH = SurveyChange.MOST_ANSWERS;

  private static TumblingSeries months(long... satisfied) {
    ImmutableSortedMap.Builder<LocalDate, ScoreHistogram> months =
        ImmutableSortedMap.naturalOrder();
    for (int i = 0; i < satisfied.length; i++) {
      months.put(
          LocalDate.of(2025, 1 + i, 1),
          ScoreHistogram.of(Conventions.CSAT_THREE, 100, 0, satisfied[i]));
    }
    Panes panes = new Panes(
        Conventions.CSAT_THREE,
        PaneSize.MONTH,
        ProgramCalendar.of(ZoneOffset.UTC),
        months.buildOrThrow());
    return panes.tumbling();
  }

  private static Optional<SurveyChange> sampled(long... satisfied) {
    return SurveyChange.of(months(satisfied), ControlChart.Scatter.SAMPLING, 1);
  }

  @Test
  void twoPeriodsLeaveNothingToChoose() {
    assertThat(sampled(10, 300)).isEmpty();
    assertThat(sampled(10, 10, 300))
        .hasValueSatisfying(
            change -> assertThat(change.since()).isEqualTo(LocalDate.of(2025, 3, 1)));
  }

  @Test
  void theMoreAnswersTheFewerOrdersUntilThereAreTooMany() {
    assertThat(SurveyChange.shuffles(1)).isEqualTo(999);
    assertThat(SurveyChange.shuffles(1_000_000)).isEqualTo(200);
    assertThat(SurveyChange.shuffles(SurveyChange.MOST_ANSWERS)).isEqualTo(99);
    assertThat(sampled(0, 0, SurveyChange.MOST_ANSWERS)).isEmpty();
  }

  /** Months of thousands of answers that scatter by two points around one mean. */
  @Test
  void whereMonthsScatterAnswersCryWolfAndMonthsDoNot() {
    long[] scattered = {4900, 2600, 3900, 2500, 4100, 3300, 4600, 2700, 3000, 4400};
    SurveyChange answers = sampled(scattered).orElseThrow();
    SurveyChange months =
        SurveyChange.of(months(scattered), ControlChart.Scatter.LANEY, 1).orElseThrow();

    assertThat(answers.isSignificant()).isTrue();
    assertThat(months.isSignificant()).isFalse();
    assertThat(months.text()).startsWith("Nothing shows that the answers ever changed.");
    assertThat(SurveyChange.of(
            months(MOST_EACH, MOST_EACH + 1, MOST_EACH), ControlChart.Scatter.LANEY, 1))
        .isPresent();
  }
}
