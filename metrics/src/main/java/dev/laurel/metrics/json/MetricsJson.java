package dev.laurel.metrics.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.primitives.ImmutableLongArray;
import dev.laurel.core.json.JsonTypes;
import dev.laurel.core.json.LaurelJson;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.metrics.driver.DriverMoments;
import dev.laurel.metrics.driver.ThemedAnswers;
import dev.laurel.metrics.invite.Contact;
import dev.laurel.metrics.invite.Quarantine;
import dev.laurel.metrics.score.NetCounts;
import dev.laurel.metrics.score.ScoreHistogram;
import dev.laurel.metrics.survey.Dispositions;
import dev.laurel.metrics.survey.MetricDefinition;
import dev.laurel.metrics.survey.Response;
import dev.laurel.metrics.survey.ResponseStatus;
import dev.laurel.metrics.survey.SurveyFunnel;
import dev.laurel.metrics.trend.PaneSize;
import dev.laurel.metrics.trend.Panes;
import dev.laurel.metrics.voice.CaseCommand;
import dev.laurel.metrics.voice.ClosedLoop;
import dev.laurel.metrics.voice.Feedback;
import dev.laurel.metrics.weight.WeightedSums;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The door between metrics and JSON documents, which takes those of core as well.
 *
 * <p>The documents are those of {@link LaurelJson}, with its rules and its limits: a metric; a
 * response, feedback, a command to a case, a contact (one on each line of a log); and what has been
 * counted so far, which merges after it was read as it did before. A histogram carries its whole
 * definition, so that two of different definitions do not merge unnoticed.
 *
 * <pre>
 *   {"schemaVersion":1,
 *    "definition":{"name":"nps","version":1,"title":"Net Promoter Score",
 *                  "scale":{"min":0,"max":10,"polarity":"HIGHER_IS_BETTER"},
 *                  "rule":{"type":"net-score","positives":[10,9],"negatives":[0,1,2,3,4,5,6]}},
 *    "counts":[0,0,0,1,0,0,0,1,1,4,3],"others":{"SKIPPED":2}}
 * </pre>
 *
 * <p>The state of a case is not written: it is what {@code FeedbackCase} makes of its feedback and
 * commands.
 */
public final class MetricsJson {
  // A new rule, command or quarantine is a case of its family and needs no line here.
  private static final JsonTypes TYPES = JsonTypes.builder("metrics")
      .fields(MetricDefinition.class, "name version title scale rule")
      .fields(Response.class, "respondent at status answer weight segments")
      .fields(
          Dispositions.class,
          "complete partial refused notContacted other unknownAddress unknownOther")
      .fields(Feedback.class, "id source at author channel language rating text")
      .form(ScoreHistogram.class, Histogram.class, Histogram::of, Histogram::toHistogram)
      .form(Panes.class, Series.class, Series::of, Series::toPanes)
      .form(ThemedAnswers.class, Themes.class, Themes::of, Themes::toAnswers)
      .form(
          DriverMoments.class,
          DriverMoments.Snapshot.class,
          DriverMoments::snapshot,
          DriverMoments::from)
      .document(MetricDefinition.class)
      .document(Response.class)
      .document(ScoreHistogram.class)
      .document(NetCounts.class)
      .document(WeightedSums.class)
      .document(Panes.class)
      .document(SurveyFunnel.class)
      .document(Dispositions.class)
      .document(Quarantine.class)
      .document(Contact.class)
      .document(Feedback.class)
      .document(CaseCommand.class)
      .document(ClosedLoop.class)
      .document(ThemedAnswers.class)
      .document(DriverMoments.class)
      .build();

  private static final LaurelJson STANDARD = LaurelJson.standard().with(TYPES);

  private MetricsJson() {}

  /** The door with the standard gate for money. */
  public static LaurelJson standard() {
    return STANDARD;
  }

  /** The documents of this module, for a door that takes those of others too. */
  public static JsonTypes types() {
    return TYPES;
  }

  /**
   * The JSON Schema, draft 2020-12, of every document of this module; what it shares with core is
   * in {@link LaurelJson#schema()}.
   */
  public static String schema() {
    return TYPES.published(MetricsJson.class);
  }

  /** Counts as a list, from the smallest answer on. */
  record Histogram(
      MetricDefinition definition,
      ImmutableList<Long> counts,
      ImmutableSortedMap<ResponseStatus, Long> others) {
    /** These counts. */
    public Histogram {}

    static Histogram of(ScoreHistogram histogram) {
      return new Histogram(histogram.definition(), list(histogram.counts()), histogram.others());
    }

    ScoreHistogram toHistogram() {
      return new ScoreHistogram(definition, ImmutableLongArray.copyOf(counts), others);
    }
  }

  /** Panes that do not repeat their definition. */
  record Series(
      MetricDefinition definition,
      PaneSize size,
      ProgramCalendar calendar,
      ImmutableSortedMap<LocalDate, Counts> panes) {
    /** These panes. */
    public Series {}

    static Series of(Panes panes) {
      ImmutableSortedMap.Builder<LocalDate, Counts> counts = ImmutableSortedMap.naturalOrder();
      panes
          .byFirstDay()
          .forEach((day, pane) -> counts.put(day, new Counts(list(pane.counts()), pane.others())));
      return new Series(panes.definition(), panes.size(), panes.calendar(), counts.buildOrThrow());
    }

    Panes toPanes() {
      ImmutableSortedMap.Builder<LocalDate, ScoreHistogram> byFirstDay =
          ImmutableSortedMap.naturalOrder();
      for (Map.Entry<LocalDate, Counts> pane : panes.entrySet()) {
        Counts counts = pane.getValue();
        byFirstDay.put(
            pane.getKey(),
            new ScoreHistogram(
                definition, ImmutableLongArray.copyOf(counts.counts()), counts.others()));
      }
      return new Panes(definition, size, calendar, byFirstDay.buildOrThrow());
    }
  }

  /** The counts of a pane. */
  record Counts(ImmutableList<Long> counts, ImmutableSortedMap<ResponseStatus, Long> others) {
    /** These counts. */
    public Counts {}
  }

  /** Answers by the themes that they name. */
  record Themes(ImmutableList<ThemedAnswers.Combination> combinations) {
    /** These combinations. */
    public Themes {}

    static Themes of(ThemedAnswers answers) {
      return new Themes(answers.combinations());
    }

    ThemedAnswers toAnswers() {
      return ThemedAnswers.of(combinations);
    }
  }

  private static ImmutableList<Long> list(ImmutableLongArray counts) {
    List<Long> boxed = counts.asList();
    return ImmutableList.copyOf(boxed);
  }
}
