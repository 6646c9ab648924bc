package dev.laurel.examples.survey;

import dev.laurel.examples.output.SvgDrawing;
import dev.laurel.metrics.survey.MetricDefinition;
import dev.laurel.metrics.trend.ChartPoint;
import dev.laurel.metrics.trend.ControlChart;
import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
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
  private static final Color INK = new Color(0x1f3a5f);
  private static final Color LIMIT = new Color(0xb03a2e);
  private static final Color CENTRE = new Color(0x7f8c8d);

  private SurveyChart() {}

  static void write(MetricDefinition definition, ControlChart chart, Writer to) throws IOException {
    SvgDrawing.write(chart(definition, chart), title(chart), to);
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

  private static XYChart chart(MetricDefinition definition, ControlChart chart) {
    XYChart picture =
        new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title(chart)).build();
    picture.getStyler().setLegendPosition(Styler.LegendPosition.OutsideS);
    picture.getStyler().setLegendLayout(Styler.LegendLayout.Horizontal);
    picture.getStyler().setChartBackgroundColor(Color.WHITE);
    picture.getStyler().setPlotBorderVisible(false);
    picture.getStyler().setPlotGridVerticalLinesVisible(false);
    picture.getStyler().setxAxisTickLabelsFormattingFunction(place -> label(chart, place));
    picture.getStyler().setXAxisTickMarkSpacingHint(TICKS_APART);
    picture.getStyler().setLocale(Locale.ROOT);
    int factor = definition.rule().displayFactor();
    line(picture, "upper limit", chart, point -> point.upper() * factor, LIMIT, true);
    line(picture, "centre", chart, point -> point.centre() * factor, CENTRE, true);
    line(picture, "lower limit", chart, point -> point.lower() * factor, LIMIT, true);
    line(picture, "score", chart, point -> point.value() * factor, INK, false);
    return picture;
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
    series.setLineColor(colour);
    series.setMarkerColor(colour);
    if (isDashed) {
      series.setMarker(SeriesMarkers.NONE);
      series.setLineStyle(new BasicStroke(
          1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 10, new float[] {6, 4}, 0));
    } else {
      series.setMarker(SeriesMarkers.CIRCLE);
      series.setLineStyle(new BasicStroke(2));
    }
  }
}
