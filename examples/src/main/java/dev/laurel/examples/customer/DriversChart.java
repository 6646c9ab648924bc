package dev.laurel.examples.customer;

import dev.laurel.core.estimate.Interval;
import dev.laurel.examples.output.ChartLook;
import dev.laurel.examples.output.SvgDrawing;
import dev.laurel.metrics.driver.DriverAnalysis;
import dev.laurel.metrics.driver.DriverImportance;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The shares of drivers as bars with the ends of their intervals: where two intervals overlap, the
 * order of the two drivers is not certain.
 */
final class DriversChart {
  private static final int MOST_UPRIGHT = 6;
  private static final int TILT = 30;

  private DriversChart() {}

  static void write(DriverAnalysis.Explained explained, List<DriverImportance> byShare, Writer to)
      throws IOException {
    SvgDrawing.write(chart(explained, byShare), title(explained), to);
  }

  private static String title(DriverAnalysis.Explained explained) {
    return "What goes with " + explained.outcome() + " (association, not cause)";
  }

  private static CategoryChart chart(
      DriverAnalysis.Explained explained, List<DriverImportance> byShare) {
    CategoryChart chart = new CategoryChartBuilder()
        .width(ChartLook.WIDTH)
        .height(ChartLook.HEIGHT)
        .title(title(explained))
        .yAxisTitle("share of the variation")
        .build();
    ChartLook.dress(chart.getStyler());
    chart.getStyler().setYAxisDecimalPattern("0.00").setPlotGridVerticalLinesVisible(false);
    chart.getStyler().setLegendPosition(Styler.LegendPosition.InsideNE);
    chart.getStyler().setXAxisLabelRotation(byShare.size() > MOST_UPRIGHT ? TILT : 0);
    chart.getStyler().setOverlapped(true);
    series(chart, "share", byShare, DriverImportance::shapley).setFillColor(ChartLook.DEEP);
    if (byShare.stream().allMatch(driver -> driver.shapleyInterval().isPresent())) {
      end(chart, "upper end at 95 %", byShare, Interval::upper, SeriesMarkers.TRIANGLE_DOWN);
      end(chart, "lower end at 95 %", byShare, Interval::lower, SeriesMarkers.TRIANGLE_UP);
    }
    return chart;
  }

  private static void end(
      CategoryChart chart,
      String name,
      List<DriverImportance> drivers,
      ToDoubleFunction<Interval> of,
      Marker marker) {
    CategorySeries end = series(
        chart,
        name,
        drivers,
        driver -> of.applyAsDouble(driver.shapleyInterval().orElseThrow()));
    end.setChartCategorySeriesRenderStyle(CategorySeries.CategorySeriesRenderStyle.Scatter);
    end.setMarker(marker).setMarkerColor(ChartLook.WARM);
  }

  private static CategorySeries series(
      CategoryChart chart,
      String name,
      List<DriverImportance> drivers,
      ToDoubleFunction<DriverImportance> of) {
    return chart.addSeries(
        name,
        drivers.stream().map(DriverImportance::name).toList(),
        drivers.stream().mapToDouble(of).boxed().toList());
  }
}
