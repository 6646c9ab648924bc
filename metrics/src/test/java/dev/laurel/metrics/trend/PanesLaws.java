package dev.laurel.metrics.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.identity.MemberId;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.metrics.Generators;
import dev.laurel.metrics.score.ScoreAccumulator;
import dev.laurel.metrics.score.ScoreHistogram;
import dev.laurel.metrics.survey.Conventions;
import dev.laurel.metrics.survey.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for all responses, windows and zones. */
class PanesLaws {
  @Provide
  Arbitrary<List<Response>> responses() {
    // Forty days around the spring change of clocks in 2026.
    return Generators.responses()
        .map(list -> list.stream().map(r -> Generators.later(r, 80)).toList());
  }

  @Provide
  Arbitrary<ProgramCalendar> calendars() {
    return Arbitraries.of("UTC", "Europe/Berlin", "America/New_York", "Pacific/Apia")
        .map(zone -> ProgramCalendar.of(ZoneId.of(zone)));
  }

  @Property
  void everyResponseLiesInExactlyOnePane_G11(
      @ForAll("responses") List<Response> responses,
      @ForAll("calendars") ProgramCalendar calendar,
      @ForAll PaneSize size,
      @ForAll @IntRange(min = 1, max = 4) int width) {
    Panes panes = Panes.of(Conventions.NPS, size, calendar, responses);
    List<ScoreWindow> windows = panes.tumbling(width).windows();
    long inWindows = windows.stream().mapToLong(w -> w.answers().responses()).sum();

    assertThat(panes.total()).isEqualTo(histogram(responses, any -> true));
    assertThat(inWindows).isEqualTo(responses.size());
    for (ScoreWindow window : windows) {
      assertThat(window.answers()).isEqualTo(between(responses, calendar, window));
    }
    for (int i = 1; i < windows.size(); i++) {
      assertThat(windows.get(i).from()).isEqualTo(windows.get(i - 1).until());
    }
  }

  @Property
  void slidingIsCountingEachWindowAnew_G13(
      @ForAll("responses") List<Response> responses,
      @ForAll("calendars") ProgramCalendar calendar,
      @ForAll @IntRange(min = 1, max = 5) int width) {
    Panes panes = Panes.of(Conventions.NPS, PaneSize.DAY, calendar, responses);

    for (ScoreWindow window : panes.sliding(width).windows()) {
      assertThat(window.answers()).isEqualTo(between(responses, calendar, window));
    }
  }

  @Property
  void theLastAnswersAreCountedAnew_G13(
      @ForAll("responses") List<Response> responses,
      @ForAll("calendars") ProgramCalendar calendar,
      @ForAll @IntRange(min = 1, max = 6) int answers) {
    List<ScoreWindow> windows =
        SlidingSeries.lastAnswers(Conventions.NPS, calendar, responses, answers).windows();
    List<Response> ordered = responses.stream()
        .filter(Response::isAnswered)
        .sorted(Comparator.comparing(Response::at).thenComparing(Response::respondent))
        .toList();

    assertThat(windows).hasSize(Math.max(0, ordered.size() - answers + 1));
    for (int i = 0; i < windows.size(); i++) {
      assertThat(windows.get(i).answers())
          .isEqualTo(histogram(ordered.subList(i, i + answers), any -> true));
    }
  }

  @Property
  void mergingIsCountingTogether_G4(
      @ForAll("responses") List<Response> responses,
      @ForAll("calendars") ProgramCalendar calendar,
      @ForAll long seed) {
    List<Response> left = new ArrayList<>();
    List<Response> right = new ArrayList<>();
    Random random = new Random(seed);
    responses.forEach(response -> (random.nextBoolean() ? left : right).add(response));
    Panes all = Panes.of(Conventions.NPS, PaneSize.ISO_WEEK, calendar, responses);
    Panes one = Panes.of(Conventions.NPS, PaneSize.ISO_WEEK, calendar, left);
    Panes other = Panes.of(Conventions.NPS, PaneSize.ISO_WEEK, calendar, right);

    assertThat(one.merge(other)).isEqualTo(all).isEqualTo(other.merge(one));
  }

  /** A broken twin: the mean of the scores of the days is not the score of the days. */
  @Example
  void theMeanOfDailyScoresIsNotTheScoreOfTheWeek() {
    ScoreHistogram busy = ScoreHistogram.of(Conventions.NPS, 90, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10);
    ScoreHistogram quiet = ScoreHistogram.of(Conventions.NPS, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);

    assertThat((busy.meanWorth() + quiet.meanWorth()) / 2)
        .isNotEqualTo(busy.merge(quiet).meanWorth());
  }

  /** A broken twin of G11: days by UTC put a Berlin evening into another month. */
  @Example
  void daysByAnotherZoneAreTold() {
    Response evening =
        Response.answered(MemberId.of("m-1"), Instant.parse("2026-03-31T22:30:00Z"), 9);
    ProgramCalendar berlin = ProgramCalendar.of(ZoneId.of("Europe/Berlin"));
    ProgramCalendar utc = ProgramCalendar.of(ZoneId.of("UTC"));
    ScoreWindow broken = Panes.of(Conventions.NPS, PaneSize.MONTH, utc, List.of(evening))
        .tumbling()
        .windows()
        .get(0);

    assertThat(between(List.of(evening), berlin, broken)).isNotEqualTo(broken.answers());
    assertThat(between(List.of(evening), utc, broken)).isEqualTo(broken.answers());
  }

  /** A broken twin of G13: a window that never lets a pane leave. */
  @Example
  void aWindowThatOnlyGrowsIsTold() {
    ProgramCalendar utc = ProgramCalendar.of(ZoneId.of("UTC"));
    List<Response> responses = List.of(
        Response.answered(MemberId.of("m-1"), Instant.parse("2026-03-01T12:00:00Z"), 9),
        Response.answered(MemberId.of("m-2"), Instant.parse("2026-03-02T12:00:00Z"), 3));
    ScoreWindow second = Panes.of(Conventions.NPS, PaneSize.DAY, utc, responses)
        .sliding(1)
        .windows()
        .get(1);
    ScoreHistogram broken = histogram(responses, any -> true);

    assertThat(between(responses, utc, second)).isEqualTo(second.answers()).isNotEqualTo(broken);
  }

  @Example
  void panesCutDifferentlyDoNotMerge() {
    ProgramCalendar utc = ProgramCalendar.of(ZoneId.of("UTC"));
    Panes days = Panes.of(Conventions.NPS, PaneSize.DAY, utc, List.of());

    assertThat(days.tumbling().windows()).isEmpty();
    assertThatThrownBy(() -> days.merge(Panes.of(Conventions.NPS, PaneSize.MONTH, utc, List.of())))
        .extracting("code")
        .isEqualTo(FailureCode.VALUE_INVALID);
    assertThatThrownBy(() -> days.sliding(0)).extracting("code").isEqualTo(FailureCode.RANGE);
  }

  private static ScoreHistogram between(
      List<Response> responses, ProgramCalendar calendar, ScoreWindow window) {
    return histogram(responses, response -> {
      LocalDate day = calendar.dateOf(response.at());
      return !day.isBefore(window.from()) && day.isBefore(window.until());
    });
  }

  private static ScoreHistogram histogram(List<Response> responses, Predicate<Response> which) {
    return responses.stream().filter(which).collect(ScoreAccumulator.collector(Conventions.NPS));
  }
}
