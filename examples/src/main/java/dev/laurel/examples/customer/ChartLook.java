package dev.laurel.examples.customer;

import java.awt.Color;
import java.awt.Font;
import java.util.Locale;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;

/** The look of the charts of this package. */
final class ChartLook {
  static final int WIDTH = 960;
  static final int HEIGHT = 540;

  static final Color DEEP = new Color(0x1f4e79);
  static final Color WARM = new Color(0xc55a11);
  static final Color FAINT = new Color(0xd9d9d9);

  private ChartLook() {}

  static void dress(AxesChartStyler styler) {
    styler.setLocale(Locale.ROOT);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setChartTitleBoxVisible(false);
    styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 18));
    styler.setLegendBorderColor(Color.WHITE);
    styler.setLegendPosition(Styler.LegendPosition.InsideNW);
  }
}
