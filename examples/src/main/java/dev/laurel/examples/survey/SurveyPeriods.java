package dev.laurel.examples.survey;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Maps;
import dev.laurel.core.identity.MemberId;
import dev.laurel.metrics.score.Scoring;
import dev.laurel.metrics.survey.RespondentPolicy;
import dev.laurel.metrics.survey.Response;
import dev.laurel.metrics.trend.Panes;
import dev.laurel.metrics.trend.ScoreWindow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The responses by period. What counts of one person is decided within each period, so that who
 * answers again in June is not missing in May.
 */
final class SurveyPeriods {
  private final SurveyReport.Question question;
  private final SortedMap<LocalDate, List<Response>> responses;
  private final SortedMap<LocalDate, List<Response>> counted;
  private final Panes panes;
  private final ImmutableList<ScoreWindow> windows;

  private SurveyPeriods(
      SurveyReport.Question question, SortedMap<LocalDate, List<Response>> responses) {
    this.question = question;
    this.responses = responses;
    this.counted =
        new TreeMap<>(Maps.transformValues(responses, each -> question.policy().select(each)));
    this.panes = panes(question, counted.values().stream().flatMap(List::stream).toList());
    this.windows = panes.tumbling().windows();
  }

  static SurveyPeriods of(SurveyReport.Question question, List<Response> all) {
    TreeMap<LocalDate, List<Response>> byPeriod = new TreeMap<>();
    for (ScoreWindow window : panes(question, all).tumbling().windows()) {
      byPeriod.put(window.from(), new ArrayList<>());
    }
    for (Response response : all) {
      Map.Entry<LocalDate, List<Response>> period =
          byPeriod.floorEntry(question.calendar().dateOf(response.at()));
      period.getValue().add(response);
    }
    return new SurveyPeriods(question, byPeriod);
  }

  /** What counts, cut into periods. */
  Panes panes() {
    return panes;
  }

  /** The periods with answers. */
  List<ScoreWindow> answered() {
    return windows.stream().filter(window -> window.answers().answers() > 0).toList();
  }

  ImmutableList<SurveyReport.Period> scored() {
    return windows.stream()
        .map(window -> new SurveyReport.Period(
            window,
            Scoring.STANDARD.score(
                question.definition(), of(responses, window), question.policy())))
        .collect(toImmutableList());
  }

  /** What counts in a period. */
  List<Response> counted(ScoreWindow window) {
    return of(counted, window);
  }

  /** Whether one person counts several times within a period. */
  boolean hasRepeats() {
    boolean isOnce =
        question.policy() == RespondentPolicy.LATEST || question.policy() == RespondentPolicy.FIRST;
    return !isOnce && counted.values().stream().anyMatch(SurveyPeriods::hasRepeats);
  }

  private static boolean hasRepeats(List<Response> period) {
    Set<MemberId> people = new HashSet<>();
    return period.stream()
        .filter(Response::isAnswered)
        .anyMatch(response -> !people.add(response.respondent()));
  }

  private static List<Response> of(
      SortedMap<LocalDate, List<Response>> byPeriod, ScoreWindow window) {
    return byPeriod.getOrDefault(window.from(), List.of());
  }

  private static Panes panes(SurveyReport.Question question, List<Response> responses) {
    return Panes.of(question.definition(), question.period(), question.calendar(), responses);
  }
}
