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
import java.util.function.Function;

/** All that is said of one file of answers. */
record SurveyReport(
    Question question,
    Rows rows,
    Optional<Score> score,
    Optional<Estimate> weighted,
    ImmutableList<Period> periods,
    Optional<ScoreChange> latest,
    Optional<MixShift> mix,
    Optional<SurveyChange> change,
    Optional<SegmentScan> segments,
    Optional<SurveyTurnout> turnout,
    Optional<Watch> watch,
    ImmutableList<String> notes) {
  /** The rules that are watched on the chart. */
  static final Set<RunRule> RULES =
      EnumSet.of(RunRule.BEYOND_THREE_SIGMA, RunRule.EIGHT_ON_ONE_SIDE);

  /** How many periods with answers a control chart needs. */
  static final int FEWEST_POINTS = 8;

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
      OptionalLong invited,
      ControlChart.Scatter scatter,
      long seed) {
    /** The segment that stands beside an answer. */
    String segmentOf(Response response) {
      return response.segments().getOrDefault(segment, "");
    }
  }

  /** One stretch of time: its answers, and the score they make. */
  record Period(ScoreWindow window, Optional<Score> score) {}

  static SurveyReport of(
      Question question, Rows rows, List<Response> responses, Optional<SurveyTurnout> turnout) {
    SurveyPeriods periods = SurveyPeriods.of(question, responses);
    List<ScoreWindow> answered = periods.answered();
    Optional<ScoreChange> latest = Optional.empty();
    Optional<MixShift> mix = Optional.empty();
    if (answered.size() >= 2) {
      ScoreWindow before = answered.get(answered.size() - 2);
      ScoreWindow after = answered.get(answered.size() - 1);
      latest = Comparing.STANDARD.compare(before.answers(), after.answers());
      if (!question.segment().isEmpty()) {
        mix = MixShift.of(
            bySegment(question, periods.counted(before), question::segmentOf),
            bySegment(question, periods.counted(after), question::segmentOf));
      }
    }
    List<Response> counted = question.policy().select(responses);
    return new SurveyReport(
        question,
        rows,
        score(question, responses),
        weighted(question, counted),
        periods.scored(),
        latest,
        mix,
        SurveyChange.of(periods.panes().tumbling(), question.scatter(), question.seed()),
        segments(question, counted),
        turnout,
        watch(question, periods.panes(), answered.size()),
        notes(question, periods));
  }

  MetricDefinition definition() {
    return question.definition();
  }

  private static Optional<Score> score(Question question, List<Response> responses) {
    return question.invited().isPresent()
        ? Scoring.STANDARD.score(
            question.definition(),
            responses,
            question.policy(),
            question.invited().getAsLong())
        : Scoring.STANDARD.score(question.definition(), responses, question.policy());
  }

  private static ImmutableList<String> notes(Question question, SurveyPeriods periods) {
    ImmutableList.Builder<String> notes = ImmutableList.builder();
    if (periods.hasRepeats()) {
      notes.add("some people answered more than once; comparisons, change, segments and chart take"
          + " their answers for independent, which LATEST and FIRST avoid");
    }
    if (question.isWeighted()) {
      notes.add("weights enter the weighted score alone: periods, change, segments and chart count"
          + " answers");
    }
    if (question.isWeighted() && question.policy() == RespondentPolicy.MEAN) {
      notes.add("the weighted score counts answers, not people");
    }
    if (question.scatter() == ControlChart.Scatter.SAMPLING
        && periods.panes().total().answers() > SurveyChange.MOST_ANSWERS) {
      notes.add("the answers are too many to be shuffled, so it is not told when they changed;"
          + " LANEY shuffles periods");
    }
    return notes.build();
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
            bySegment(question, counted, question::segmentOf),
            question.definition(),
            Comparing.STANDARD,
            MultipleTesting.BENJAMINI_HOCHBERG));
  }

  private static Optional<Watch> watch(Question question, Panes panes, int points) {
    if (points < FEWEST_POINTS) {
      return Optional.empty();
    }
    ControlChart chart = ControlChart.of(panes.tumbling(), question.scatter());
    return Optional.of(new Watch(chart, chart.signals(RULES), chart.expectedFalseAlarms(RULES)));
  }

  static TreeMap<String, ScoreHistogram> bySegment(
      Question question, List<Response> responses, Function<Response, String> segmentOf) {
    Map<String, ScoreAccumulator> segments = new TreeMap<>();
    for (Response response : responses) {
      segments
          .computeIfAbsent(
              segmentOf.apply(response), any -> new ScoreAccumulator(question.definition()))
          .add(response);
    }
    TreeMap<String, ScoreHistogram> histograms = new TreeMap<>();
    segments.forEach((segment, counts) -> histograms.put(segment, counts.snapshot()));
    return histograms;
  }
}
