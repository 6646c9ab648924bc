package dev.laurel.examples.survey;

import dev.laurel.examples.output.ChartLook;
import dev.laurel.examples.output.SvgDrawing;
import dev.laurel.metrics.trend.ChangePoint;
import dev.laurel.metrics.trend.ChartPoint;
import dev.laurel.metrics.trend.ControlChart;
import dev.laurel.metrics.trend.Signal;
import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A control chart as a picture that scales: the scores, their centre and their limits. */
final class SurveyChart {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 440;
  private static final int TICKS_APART = 100;
  private static final Color CENTRE = new Color(0x7f8c8d);

  private SurveyChart() {}

  static void write(SurveyReport report, SurveyReport.Watch watch, Writer to) throws IOException {
    SvgDrawing.write(chart(report, watch), title(watch.chart()), to);
  }

  /** The first day of the period at a place; nothing between two places. */
  private static String label(ControlChart chart, double place) {
    boolean isPlace =
        place == Math.rint(place) && place >= 0 && place < chart.points().size();
    return isPlace ? chart.points().get((int) place).label() : "";
  }

  private static String title(ControlChart chart) {
    return chart.title() + ", and what chance makes of it";
  }

  private static XYChart chart(SurveyReport report, SurveyReport.Watch watch) {
    ControlChart chart = watch.chart();
    XYChart picture =
        new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title(chart)).build();
    ChartLook.dress(picture.getStyler());
    picture.getStyler().setLegendPosition(Styler.LegendPosition.OutsideS);
    picture.getStyler().setLegendLayout(Styler.LegendLayout.Horizontal);
    picture.getStyler().setPlotGridVerticalLinesVisible(false);
    picture.getStyler().setxAxisTickLabelsFormattingFunction(place -> label(chart, place));
    picture.getStyler().setXAxisTickMarkSpacingHint(TICKS_APART);
    int factor = report.definition().rule().displayFactor();
    line(picture, "upper limit", chart, point -> point.upper() * factor, ChartLook.WARM, true);
    line(picture, "centre", chart, point -> point.centre() * factor, CENTRE, true);
    line(picture, "lower limit", chart, point -> point.lower() * factor, ChartLook.WARM, true);
    line(picture, "score", chart, point -> point.value() * factor, ChartLook.DEEP, false);
    report
        .change()
        .filter(SurveyChange::isSignificant)
        .ifPresent(change -> change(picture, change, chart, factor));
    signals(picture, watch, factor);
    return picture;
  }

  /** The score before and since, each as long as it held. */
  private static void change(XYChart picture, SurveyChange change, ControlChart chart, int factor) {
    List<String> labels = chart.points().stream().map(ChartPoint::label).toList();
    int since = labels.indexOf(change.since().toString());
    ChangePoint point = change.tested().change();
    level(picture, "before", 0, since - 1, point.before() * factor);
    level(picture, "since " + change.since(), since, labels.size() - 1, point.after() * factor);
  }

  private static void level(XYChart picture, String name, int from, int to, double value) {
    XYSeries series = picture.addSeries(name, List.of(from, to), List.of(value, value));
    dashed(series, ChartLook.DEEP);
  }

  /** The points to look at, on top of the line. */
  private static void signals(XYChart picture, SurveyReport.Watch watch, int factor) {
    List<Integer> places =
        watch.signals().stream().map(Signal::at).distinct().sorted().toList();
    if (places.isEmpty()) {
      return;
    }
    List<Double> values = places.stream()
        .map(place -> watch.chart().points().get(place).value() * factor)
        .toList();
    XYSeries series = picture.addSeries("signal", places, values);
    series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
    series.setMarker(SeriesMarkers.DIAMOND).setMarkerColor(ChartLook.ALARM);
  }

  private static void line(
      XYChart picture,
      String name,
      ControlChart chart,
      ToDoubleFunction<ChartPoint> of,
      Color colour,
      boolean isDashed) {
    List<Integer> places = IntStream.range(0, chart.points().size()).boxed().toList();
    List<Double> values = chart.points().stream().mapToDouble(of).boxed().toList();
    XYSeries series = picture.addSeries(name, places, values);
    if (isDashed) {
      dashed(series, colour);
    } else {
      series.setLineColor(colour);
      series.setMarkerColor(colour);
      series.setMarker(SeriesMarkers.CIRCLE);
      series.setLineStyle(new BasicStroke(2));
    }
  }

  private static void dashed(XYSeries series, Color colour) {
    series.setLineColor(colour);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineStyle(new BasicStroke(
        1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 10, new float[] {6, 4}, 0));
  }
}
