package dev.laurel.metrics.trend;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.metrics.score.ScoreAccumulator;
import dev.laurel.metrics.survey.MetricDefinition;
import dev.laurel.metrics.survey.Response;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Windows that overlap, such as the trailing 30 days on each day: smooth to look at, and no chart
 * takes them, because neighbours share most of their answers.
 *
 * <p>The score of a window is that of its answers, not the mean of the scores of its days.
 */
public final class SlidingSeries {
  private final MetricDefinition definition;
  private final ImmutableList<ScoreWindow> windows;

  SlidingSeries(MetricDefinition definition, ImmutableList<ScoreWindow> windows) {
    this.definition = definition;
    this.windows = windows;
  }

  /**
   * The last so many answers, at each answer from the first time there are enough. Responses are
   * put in order of time, then of respondent.
   *
   * @throws InvalidValueException RANGE if fewer than one answer is asked for
   */
  public static SlidingSeries lastAnswers(
      MetricDefinition definition,
      ProgramCalendar calendar,
      List<Response> responses,
      int answers) {
    InvalidValueException.check(
        answers >= 1,
        FailureCode.RANGE,
        "answers",
        "a window must hold at least 1 answer: %s",
        answers);
    List<Response> ordered = responses.stream()
        .filter(response -> response.isAnswered()
            && definition.scale().contains(response.answer().orElseThrow()))
        .sorted(Comparator.comparing(Response::at).thenComparing(Response::respondent))
        .toList();
    ScoreAccumulator window = new ScoreAccumulator(definition);
    ImmutableList.Builder<ScoreWindow> windows = ImmutableList.builder();
    for (int i = 0; i < ordered.size(); i++) {
      window.add(ordered.get(i));
      if (i >= answers) {
        window.remove(ordered.get(i - answers));
      }
      if (i >= answers - 1) {
        LocalDate from = calendar.dateOf(ordered.get(i - answers + 1).at());
        LocalDate last = calendar.dateOf(ordered.get(i).at());
        windows.add(new ScoreWindow(from, last.plusDays(1), window.snapshot()));
      }
    }
    return new SlidingSeries(definition, windows.build());
  }

  /** What the answers are answers to. */
  public MetricDefinition definition() {
    return definition;
  }

  /** The windows in order, those without answers included. */
  public ImmutableList<ScoreWindow> windows() {
    return windows;
  }
}
