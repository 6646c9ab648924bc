package dev.laurel.examples.survey;

import dev.laurel.core.estimate.Confidence;
import dev.laurel.core.estimate.Estimate;
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
import dev.laurel.metrics.weight.WhoAnswered;
import dev.laurel.metrics.weight.WhoAnsweredText;
import java.io.PrintWriter;
import java.util.Locale;

/** A report for people. */
final class SurveyText {
  /** Standard deviations from what is expected beyond which a turnout is unusual. */
  private static final double UNUSUAL = 2;

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
    text.change();
    text.segments();
    text.turnout();
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
        codes(report.rows()));
  }

  private static String codes(SurveyReport.Rows rows) {
    return rows.rejectedByCode().isEmpty() ? "" : " " + rows.rejectedByCode();
  }

  private void total() {
    line("");
    line("%s", report.score().map(ScoreText::text).orElse("No answers, so no score."));
    report.weighted().ifPresent(estimate -> line("Weighted %s.", between(estimate)));
  }

  private String between(Estimate estimate) {
    Interval interval = estimate.interval().orElseThrow();
    return ScoreText.shown(definition, estimate.value()) + ", between "
        + ScoreText.shown(definition, interval.lower()) + " and "
        + ScoreText.shown(definition, interval.upper());
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

  private void change() {
    report.change().ifPresent(change -> {
      line("");
      line("When the answers changed:");
      line("%s", change.text());
    });
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
        ScoreText.segment(finding.segment()),
        ScoreText.shown(definition, finding.change().after().value()),
        finding.change().after().answers(),
        finding.isDifferent() ? "different" : "may be chance");
  }

  private void turnout() {
    report.turnout().ifPresent(turnout -> {
      line("");
      line(
          "Who answered, %,d of %,d asked: %,d rows read = %,d accepted + %,d rejected%s",
          turnout.answered(),
          turnout.people(),
          turnout.rows().read(),
          turnout.rows().accepted(),
          turnout.rows().rejected(),
          codes(turnout.rows()));
      turnout.who().ifPresent(who -> {
        who.parts().forEach(this::turnout);
        line("%s", WhoAnsweredText.text(who, Confidence.P95));
      });
      turnout
          .weighted()
          .ifPresent(estimate -> line("Weighted by who was asked %s.", between(estimate)));
      turnout.remarks().forEach(remark -> line("%s", remark));
    });
  }

  private void turnout(WhoAnswered.Part part) {
    double rate = 100.0 * part.rate().successes() / part.rate().total();
    String unusual = part.residual() > 0 ? "  unusually many" : "  unusually few";
    line(
        "  %-20s %5.1f %%  of %,9d asked%s",
        ScoreText.segment(part.segment()),
        rate,
        part.rate().total(),
        Math.abs(part.residual()) > UNUSUAL ? unusual : "");
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
