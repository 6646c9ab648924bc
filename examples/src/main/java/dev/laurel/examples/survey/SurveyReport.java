package dev.laurel.examples.survey;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Estimate;
import dev.laurel.core.estimate.MultipleTesting;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.metrics.compare.Comparing;
import dev.laurel.metrics.compare.MixShift;
import dev.laurel.metrics.compare.ScoreChange;
import dev.laurel.metrics.compare.SegmentScan;
import dev.laurel.metrics.score.Score;
import dev.laurel.metrics.score.ScoreAccumulator;
import dev.laurel.metrics.score.ScoreHistogram;
import dev.laurel.metrics.score.Scoring;
import dev.laurel.metrics.survey.MetricDefinition;
import dev.laurel.metrics.survey.RespondentPolicy;
import dev.laurel.metrics.survey.Response;
import dev.laurel.metrics.trend.ControlChart;
import dev.laurel.metrics.trend.PaneSize;
import dev.laurel.metrics.trend.Panes;
import dev.laurel.metrics.trend.RunRule;
import dev.laurel.metrics.trend.ScoreWindow;
import dev.laurel.metrics.trend.Signal;
import dev.laurel.metrics.weight.WeightedSums;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** All that is said of one file of answers. */
record SurveyReport(
    MetricDefinition definition,
    Rows rows,
    Optional<Score> score,
    Optional<Estimate> weighted,
    ImmutableList<ScoreWindow> periods,
    Optional<ScoreChange> latest,
    Optional<MixShift> mix,
    Optional<SegmentScan> segments,
    Optional<Watch> watch) {
  /** The rules that are watched on the chart. */
  static final Set<RunRule> RULES =
      EnumSet.of(RunRule.BEYOND_THREE_SIGMA, RunRule.EIGHT_ON_ONE_SIDE);

  private static final int FEWEST_POINTS = 8;

  /** What became of the rows. */
  record Rows(long accepted, long rejected, ImmutableSortedMap<String, Long> rejectedByCode) {
    long read() {
      return accepted + rejected;
    }
  }

  /** A control chart, the rules met on it, and how often chance meets them. */
  record Watch(ControlChart chart, ImmutableList<Signal> signals, double expectedFalseAlarms) {}

  /** What is asked of the answers. */
  record Question(
      MetricDefinition definition,
      RespondentPolicy policy,
      PaneSize period,
      ProgramCalendar calendar,
      String segment,
      boolean isWeighted,
      OptionalLong invited) {}

  static SurveyReport of(Question question, Rows rows, List<Response> responses) {
    MetricDefinition definition = question.definition();
    List<Response> counted = question.policy().select(responses);
    ImmutableList<ScoreWindow> periods = Panes.of(
            definition, question.period(), question.calendar(), counted)
        .tumbling()
        .windows();
    List<ScoreWindow> answered =
        periods.stream().filter(period -> period.answers().answers() > 0).toList();
    Optional<ScoreChange> latest = Optional.empty();
    Optional<MixShift> mix = Optional.empty();
    if (answered.size() >= 2) {
      ScoreWindow before = answered.get(answered.size() - 2);
      ScoreWindow after = answered.get(answered.size() - 1);
      latest = Comparing.STANDARD.compare(before.answers(), after.answers());
      if (!question.segment().isEmpty()) {
        mix = MixShift.of(
            bySegment(question, within(question, counted, before)),
            bySegment(question, within(question, counted, after)));
      }
    }
    return new SurveyReport(
        definition,
        rows,
        score(question, responses, counted),
        weighted(question, counted),
        periods,
        latest,
        mix,
        segments(question, counted),
        watch(question, counted, answered.size()));
  }

  private static Optional<Score> score(
      Question question, List<Response> responses, List<Response> counted) {
    if (question.invited().isPresent()) {
      return Scoring.STANDARD.score(
          histogram(question, counted), question.invited().getAsLong());
    }
    return Scoring.STANDARD.score(question.definition(), responses, question.policy());
  }

  private static Optional<Estimate> weighted(Question question, List<Response> counted) {
    return question.isWeighted()
        ? counted.stream()
            .collect(WeightedSums.collector(question.definition()))
            .estimate(Confidence.P95)
        : Optional.empty();
  }

  private static Optional<SegmentScan> segments(Question question, List<Response> counted) {
    return question.segment().isEmpty()
        ? Optional.empty()
        : Optional.of(SegmentScan.of(
            bySegment(question, counted),
            question.definition(),
            Comparing.STANDARD,
            MultipleTesting.BENJAMINI_HOCHBERG));
  }

  private static Optional<Watch> watch(Question question, List<Response> counted, int points) {
    if (points < FEWEST_POINTS) {
      return Optional.empty();
    }
    Panes panes = Panes.of(question.definition(), question.period(), question.calendar(), counted);
    ControlChart chart = ControlChart.of(panes.tumbling(), ControlChart.Scatter.SAMPLING);
    return Optional.of(new Watch(chart, chart.signals(RULES), chart.expectedFalseAlarms(RULES)));
  }

  private static List<Response> within(
      Question question, List<Response> responses, ScoreWindow window) {
    return responses.stream()
        .filter(response -> {
          var day = question.calendar().dateOf(response.at());
          return !day.isBefore(window.from()) && day.isBefore(window.until());
        })
        .toList();
  }

  private static TreeMap<String, ScoreHistogram> bySegment(
      Question question, List<Response> responses) {
    Map<String, ScoreAccumulator> segments = new TreeMap<>();
    for (Response response : responses) {
      String segment = response.segments().getOrDefault(question.segment(), "");
      segments
          .computeIfAbsent(segment, any -> new ScoreAccumulator(question.definition()))
          .add(response);
    }
    TreeMap<String, ScoreHistogram> histograms = new TreeMap<>();
    segments.forEach((segment, counts) -> histograms.put(segment, counts.snapshot()));
    return histograms;
  }

  private static ScoreHistogram histogram(Question question, List<Response> responses) {
    return responses.stream().collect(ScoreAccumulator.collector(question.definition()));
  }
}
