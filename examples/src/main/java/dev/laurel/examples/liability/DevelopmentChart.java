package dev.laurel.examples.liability;

import dev.laurel.core.breakage.Cohort;
import dev.laurel.core.triangle.Development;
import dev.laurel.core.triangle.TriangleRow;
import dev.laurel.examples.output.SvgDrawing;
import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How the redemptions of each cohort have developed, solid, and how they are expected to, dashed,
 * in per cent of the points issued; as SVG.
 */
public final class DevelopmentChart {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 560;
  private static final int MOST_COHORTS_NAMED = 24;

  private DevelopmentChart() {}

  /** Writes the chart of a report as an SVG document. */
  public static void write(LiabilityReport report, Writer to) throws IOException {
    SvgDrawing.write(chart(report), to);
  }

  private static XYChart chart(LiabilityReport report) {
    XYChart chart = new XYChartBuilder()
        .width(WIDTH)
        .height(HEIGHT)
        .title(report.title())
        .xAxisTitle("age in periods")
        .yAxisTitle("redeemed, % of points issued")
        .build();
    List<TriangleRow> rows =
        report.triangle().rows().stream().filter(row -> row.issued() > 0).toList();
    for (int i = 0; i < rows.size(); i++) {
      float hue = 0.7f * i / Math.max(1, rows.size() - 1);
      add(chart, rows.get(i), report.development(), Color.getHSBColor(hue, 0.8f, 0.75f));
    }
    chart.getStyler().setLegendVisible(rows.size() <= MOST_COHORTS_NAMED);
    return chart;
  }

  private static void add(XYChart chart, TriangleRow row, Development development, Color color) {
    List<Integer> ages = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    for (int k = 0; k < row.age(); k++) {
      ages.add(k + 1);
      shares.add(100.0 * row.cumulative().get(k) / row.issued());
    }
    XYSeries seen = chart.addSeries(row.cohort(), ages, shares);
    seen.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(color).setLineColor(color);
    Cohort cohort = row.latest();
    List<Double> path = development.path(cohort);
    if (path.size() > 1) {
      List<Integer> later = new ArrayList<>();
      List<Double> expected = new ArrayList<>();
      for (int k = 0; k < path.size(); k++) {
        later.add(cohort.age() + k);
        expected.add(100 * path.get(k) / row.issued());
      }
      XYSeries coming = chart.addSeries(row.cohort() + " expected", later, expected);
      coming.setMarker(SeriesMarkers.NONE).setLineColor(color).setShowInLegend(false);
      coming.setLineStyle(new BasicStroke(
          1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 4}, 0));
    }
  }
}
