package dev.laurel.examples.member;

import dev.laurel.examples.output.SvgDrawing;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.Styler;

/** Figures that add up to bars, one bar for each name on the axis, as SVG. */
final class StackedBars {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 480;
  private static final Color LOW = new Color(0xd9c9a3);
  private static final Color HIGH = new Color(0x1f3a5f);

  private StackedBars() {}

  /**
   * Writes a chart.
   *
   * @param figure what is shown
   * @param bars the names on the axis
   * @param layers for each layer, from the bottom up, what it adds to each bar
   */
  static void write(
      String title,
      String figure,
      List<String> bars,
      Map<String, ? extends List<? extends Number>> layers,
      Writer to)
      throws IOException {
    CategoryChart chart = new CategoryChartBuilder()
        .width(WIDTH)
        .height(HEIGHT)
        .title(title)
        .yAxisTitle(figure)
        .build();
    chart.getStyler().setLocale(Locale.ROOT);
    chart.getStyler().setStacked(true);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setPlotBorderVisible(false);
    chart.getStyler().setChartTitleBoxVisible(false);
    chart.getStyler().setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 16));
    chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
    chart.getStyler().setYAxisDecimalPattern("#,###");
    int place = 0;
    for (Map.Entry<String, ? extends List<? extends Number>> layer : layers.entrySet()) {
      chart
          .addSeries(layer.getKey(), bars, layer.getValue())
          .setFillColor(shade(place++, layers.size()));
    }
    SvgDrawing.write(chart, title, to);
  }

  /** From light at the bottom to dark at the top, so that tiers read as a rise. */
  private static Color shade(int place, int count) {
    double share = count == 1 ? 1 : (double) place / (count - 1);
    return new Color(
        mixed(LOW.getRed(), HIGH.getRed(), share),
        mixed(LOW.getGreen(), HIGH.getGreen(), share),
        mixed(LOW.getBlue(), HIGH.getBlue(), share));
  }

  private static int mixed(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }
}
