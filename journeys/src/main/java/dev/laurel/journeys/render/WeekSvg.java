package dev.laurel.journeys.render;

import dev.laurel.journeys.daily.DayComparison;
import dev.laurel.journeys.daily.LifeContext;
import dev.laurel.journeys.daily.OfferingFit;
import dev.laurel.journeys.daily.OutsideIn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A week of a customer and what two companies have for it, as an SVG image: outside-in.
 *
 * <p>Each context of the week has a bar for each company, as long as its minutes in a week. It is
 * filled as far as the company's best offering fits, and empty where there is none: the empty long
 * bars are the white space.
 */
public final class WeekSvg {
  private static final double WIDE = 980;
  private static final double MARGIN = 48;
  private static final double BARS = 330;
  private static final double LONGEST = 400;
  private static final double ROW = 70;
  private static final double TOP = 196;
  private static final double BAR = 15;
  private static final String OTHER = "#b65a3a";
  private static final String LEGEND =
      "A bar is as long as the minutes in a week, and filled as far as the best offering fits; an"
          + " empty one is white space.";

  private final DayComparison day;
  private final double most;
  private final Svg svg = new Svg();

  private WeekSvg(DayComparison day) {
    this.day = day;
    this.most = day.first().flow().contexts().stream()
        .mapToDouble(LifeContext::minutesPerWeek)
        .max()
        .orElse(1);
  }

  /** The image. */
  public static String image(DayComparison day) {
    return new WeekSvg(day).draw();
  }

  private String draw() {
    List<LifeContext> contexts = day.first().flow().contexts();
    double height = TOP + ROW * contexts.size() + MARGIN / 2;
    String title = day.first().flow().name();
    svg.rect(0, 0, WIDE, height, Look.filled(Look.PAPER));
    svg.text(MARGIN, 56, Letters.cut(title, WIDE - 2 * MARGIN, 28), Look.bold(28, Look.INK));
    svg.text(
        MARGIN,
        82,
        Letters.cut(day.first().flow().persona().name(), WIDE - 2 * MARGIN, 15),
        Look.letters(15, Look.QUIET));
    svg.text(MARGIN, 104, LEGEND, Look.letters(12, Look.QUIET));
    company(132, day.firstName(), day.first(), Look.DEEP);
    company(156, day.secondName(), day.second(), OTHER);
    for (int i = 0; i < contexts.size(); i++) {
      context(TOP + i * ROW, contexts.get(i));
    }
    return svg.image(WIDE, height, title);
  }

  private void company(double y, String name, OutsideIn view, String colour) {
    svg.rect(MARGIN, y, 16, 16, "rx=\"4\" " + Look.filled(colour));
    String about = String.format(
        Locale.ROOT,
        ": serves %.1f %% of the week, %.1f %% by how well it fits",
        100 * view.coverage(),
        100 * view.weightedCoverage());
    String shown = Letters.cut(name, WIDE - 2 * MARGIN - 30 - Letters.width(about, 14), 14);
    svg.text(MARGIN + 26, y + 13, shown + about, Look.bold(14, Look.INK));
  }

  private void context(double y, LifeContext context) {
    svg.line(MARGIN, y, WIDE - MARGIN, y, "stroke=\"" + Look.FAINT + "\"");
    double room = BARS - MARGIN - 20;
    List<String> activity = Letters.wrapped(context.activity(), room, 14, 2);
    double first = activity.size() == 1 ? y + 30 : y + 21;
    svg.lines(MARGIN, first, 17, activity, Look.bold(14, Look.INK));
    String about = String.format(
        Locale.ROOT, "%,.0f min a week, need %.1f", context.minutesPerWeek(), context.need());
    svg.text(MARGIN, first + 17 * activity.size(), about, Look.letters(12, Look.QUIET));
    bar(y + 16, context, day.first(), Look.DEEP);
    bar(y + 16 + BAR + 8, context, day.second(), OTHER);
  }

  private void bar(double y, LifeContext context, OutsideIn view, String colour) {
    Optional<OfferingFit> best = view.best(context.id());
    double strength = best.map(OfferingFit::strength).orElse(0.0);
    double length = Math.max(6, LONGEST * context.minutesPerWeek() / most);
    svg.rect(BARS, y, length * strength, BAR, Look.filled(colour));
    svg.rect(BARS, y, length, BAR, "fill=\"none\" stroke-width=\"1.2\" stroke=\"" + colour + "\"");
    String text = best.map(
            fit -> fit.offering() + String.format(Locale.ROOT, ", %.1f", fit.strength()))
        .orElse("nothing");
    double from = BARS + length + 10;
    svg.text(
        from,
        y + 12,
        Letters.cut(text, WIDE - MARGIN - from, 12),
        Look.letters(12, best.isPresent() ? Look.INK : Look.QUIET));
  }
}
