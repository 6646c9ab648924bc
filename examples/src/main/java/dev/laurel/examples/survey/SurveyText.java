package dev.laurel.examples.survey;

import dev.laurel.core.estimate.Interval;
import dev.laurel.metrics.compare.ChangeText;
import dev.laurel.metrics.compare.SegmentScan;
import dev.laurel.metrics.score.Score;
import dev.laurel.metrics.score.ScoreText;
import dev.laurel.metrics.survey.MetricDefinition;
import dev.laurel.metrics.trend.ChartPoint;
import dev.laurel.metrics.trend.RunRule;
import dev.laurel.metrics.trend.ScoreWindow;
import dev.laurel.metrics.trend.Signal;
import java.io.PrintWriter;
import java.util.Locale;

/** A report for people. */
final class SurveyText {
  private final SurveyReport report;
  private final MetricDefinition definition;
  private final PrintWriter to;

  private SurveyText(SurveyReport report, PrintWriter to) {
    this.report = report;
    this.definition = report.definition();
    this.to = to;
  }

  static void print(SurveyReport report, PrintWriter to) {
    SurveyText text = new SurveyText(report, to);
    text.rows();
    text.total();
    text.periods();
    text.segments();
    text.watch();
    text.notes();
  }

  private void rows() {
    line("%s", definition);
    line(
        "Rows: %,d read = %,d accepted + %,d rejected%s",
        report.rows().read(),
        report.rows().accepted(),
        report.rows().rejected(),
        report.rows().rejectedByCode().isEmpty() ? "" : " " + report.rows().rejectedByCode());
  }

  private void total() {
    line("");
    line("%s", report.score().map(ScoreText::text).orElse("No answers, so no score."));
    report.weighted().ifPresent(estimate -> {
      Interval interval = estimate.interval().orElseThrow();
      line(
          "Weighted %s, between %s and %s.",
          ScoreText.shown(definition, estimate.value()),
          ScoreText.shown(definition, interval.lower()),
          ScoreText.shown(definition, interval.upper()));
    });
  }

  private void periods() {
    line("");
    line("From         Score   At 95 %%            Answers");
    for (SurveyReport.Period period : report.periods()) {
      ScoreWindow window = period.window();
      line(
          "%s", period.score().map(found -> row(window, found)).orElse(window.from() + "       -"));
    }
    report.latest().ifPresent(change -> {
      line("");
      line("The latest period against the one before:");
      line("%s", ChangeText.text(change));
    });
    report.mix().ifPresent(mix -> {
      line("");
      line("What moved it:");
      line("%s", ChangeText.text(mix, definition));
    });
  }

  private String row(ScoreWindow period, Score score) {
    String range = ScoreText.shown(definition, score.interval().lower()) + " to "
        + ScoreText.shown(definition, score.interval().upper());
    return String.format(
        Locale.ROOT,
        "%s %7s   %-17s %,9d",
        period.from(),
        ScoreText.shown(definition, score.value()),
        range,
        score.answers());
  }

  private void segments() {
    report.segments().ifPresent(scan -> {
      line("");
      line(
          "Segments against the rest, corrected for asking %,d times:",
          scan.findings().size());
      scan.findings().forEach(this::segment);
    });
  }

  private void segment(SegmentScan.Finding finding) {
    line(
        "  %-20s %7s  %,7d answers  %s",
        finding.segment().isEmpty() ? "(none)" : finding.segment(),
        ScoreText.shown(definition, finding.change().after().value()),
        finding.change().after().answers(),
        finding.isDifferent() ? "different" : "may be chance");
  }

  private void watch() {
    report.watch().ifPresent(watch -> {
      line("");
      line(
          "Control chart, signals: %,d on %,d points; chance alone would make %.2f.",
          watch.signals().size(), watch.chart().points().size(), watch.expectedFalseAlarms());
      watch.signals().forEach(signal -> signal(signal, watch));
    });
  }

  private void signal(Signal signal, SurveyReport.Watch watch) {
    ChartPoint point = watch.chart().points().get(signal.at());
    String what = signal.rule() == RunRule.BEYOND_THREE_SIGMA
        ? "outside " + ScoreText.shown(definition, point.lower()) + " to "
            + ScoreText.shown(definition, point.upper())
        : "the eighth in a row on one side of " + ScoreText.shown(definition, point.centre());
    line("  %s: %s, %s", point.label(), ScoreText.shown(definition, point.value()), what);
  }

  private void notes() {
    if (!report.notes().isEmpty()) {
      line("");
      report.notes().forEach(note -> line("Note: %s.", note));
    }
  }

  private void line(String format, Object... values) {
    // Names come from files: control characters must not make lines of their own.
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof String text) {
        values[i] = text.replaceAll("[\\p{Cntrl}&&[^\\n]]+", " ");
      }
    }
    to.print(String.format(Locale.ROOT, format, values) + "\n");
  }
}
