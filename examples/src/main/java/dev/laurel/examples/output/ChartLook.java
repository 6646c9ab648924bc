package dev.laurel.examples.output;

import java.awt.Color;
import java.awt.Font;
import java.util.Locale;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;

/** The one look of charts. */
public final class ChartLook {
  /** The usual width. */
  public static final int WIDTH = 960;

  /** The usual height. */
  public static final int HEIGHT = 540;

  /** What was counted. */
  public static final Color DEEP = new Color(0x1f4e79);

  /** What it is held against. */
  public static final Color WARM = new Color(0xc55a11);

  /** What to look at first. */
  public static final Color ALARM = new Color(0xb00020);

  /** What only guides the eye. */
  public static final Color FAINT = new Color(0xd9d9d9);

  private ChartLook() {}

  /** Dresses a chart. */
  public static void dress(AxesChartStyler styler) {
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
