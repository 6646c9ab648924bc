package dev.laurel.examples.survey;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.metrics.survey.MetricDefinition;
import dev.laurel.metrics.trend.ChangePointText;
import dev.laurel.metrics.trend.ChangeTest;
import dev.laurel.metrics.trend.ControlChart;
import dev.laurel.metrics.trend.ScoreWindow;
import dev.laurel.metrics.trend.TumblingSeries;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * When the answers most likely changed, and how surprising that is.
 *
 * @param definition what the answers are answers to
 * @param since the first day of the period with which the change came
 * @param tested the change
 */
record SurveyChange(MetricDefinition definition, LocalDate since, ChangeTest.Tested tested) {
  /** How many periods with answers it needs: with two there is one place, and nothing to choose. */
  static final int FEWEST_POINTS = 3;

  // Two hundred million moves take about two seconds.
  private static final long MOVES = 200_000_000;
  private static final int USUAL = 999;
  private static final int FEWEST = 99;

  /** More answers than these are not shuffled. */
  static final long MOST_ANSWERS = MOVES / FEWEST;

  /**
   * The change in a series; absent for too few periods or too many answers. Answers are shuffled if
   * sampling alone makes periods differ, whole periods if they scatter beyond that.
   */
  static Optional<SurveyChange> of(TumblingSeries series, ControlChart.Scatter scatter, long seed) {
    List<ScoreWindow> answered = answered(series);
    long answers =
        answered.stream().mapToLong(window -> window.answers().answers()).sum();
    if (answered.size() < FEWEST_POINTS) {
      return Optional.empty();
    }
    if (scatter == ControlChart.Scatter.LANEY) {
      return new ChangeTest(USUAL, seed)
          .ofMeans(series.readings())
          .map(tested -> of(series, answered.get(tested.change().index()), tested));
    }
    if (answers > MOST_ANSWERS) {
      return Optional.empty();
    }
    return new ChangeTest(shuffles(answers), seed)
        .ofCounts(series)
        .map(tested -> of(series, tested.change().since(series), tested));
  }

  /** So many orders that they are tried in seconds, the usual number where that is enough. */
  static int shuffles(long answers) {
    return (int) Math.max(FEWEST, Math.min(USUAL, MOVES / answers));
  }

  private static SurveyChange of(
      TumblingSeries series, ScoreWindow since, ChangeTest.Tested tested) {
    return new SurveyChange(series.definition(), since.from(), tested);
  }

  private static List<ScoreWindow> answered(TumblingSeries series) {
    return series.windows().stream()
        .filter(window -> window.answers().answers() > 0)
        .toList();
  }

  boolean isSignificant() {
    return tested.isSignificant(Confidence.P95);
  }

  String text() {
    return ChangePointText.text(definition, since, tested, Confidence.P95);
  }
}
