package dev.laurel.journeys.render;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.path.Arc;
import dev.laurel.journeys.path.DirectlyFollows;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * What followed what as an SVG image: a process map from the start of journeys at the top to their
 * end at the bottom, in layers.
 *
 * <p>Touchpoints are the darker the more often they were met; arrows the thicker the more often
 * they were taken, with their count and mean time. Arrows that lead back up are dashed. What is too
 * rare is left out, and the image says how much that is.
 */
public final class ProcessSvg {
  private static final int MOST_ARROWS = 250;
  private static final double MARGIN = 48;
  private static final double TOP = 166;
  private static final String LEGEND =
      "Boxes: how often, the darker the more. Arrows: how often and the mean time, the thicker the"
          + " more; dashed ones lead back.";
  static final double HEIGHT = 56;
  static final String MARGINAL = "#9aa5b1";

  private final DirectlyFollows graph;
  private final ProcessGraph shown;
  private final ProcessLayout layout;
  private final String title;
  private final String rule;
  private final Svg svg = new Svg();
  private final double[] topOf;
  private final long mostEvents;

  private ProcessSvg(DirectlyFollows graph, String title, ProcessGraph shown, String rule) {
    this.graph = graph;
    this.title = title;
    this.rule = rule;
    this.shown = shown;
    checkReadable(shown.arrows().size());
    this.layout = new ProcessLayout(shown);
    this.topOf = tops();
    this.mostEvents = mostEvents(graph);
  }

  /**
   * The image of what was met or taken at least so often.
   *
   * @throws InvalidValueException LIMIT_EXCEEDED if more than 250 arrows are left
   */
  public static String image(DirectlyFollows graph, String title, long leastCount) {
    String rule = String.format(
        Locale.ROOT,
        "those that came at least %,d times and the most frequent of each touchpoint",
        leastCount);
    return new ProcessSvg(graph, title, new ProcessGraph(graph, leastCount), rule).draw();
  }

  /**
   * The image of all touchpoints and so many of the most frequent arrows, or a few more: each
   * touchpoint stays on a way from the start to the end, the one whose rarest arrow is the most
   * frequent. The image says how many arrows are left out.
   *
   * @param arrows how many arrows there should be, start and end counted
   * @throws InvalidValueException LIMIT_EXCEEDED if more than 250 arrows are left
   */
  public static String connected(DirectlyFollows graph, String title, int arrows) {
    // At least one arrow leads to each touchpoint.
    checkReadable(graph.occurrences().size());
    ProcessGraph shown = ProcessGraph.connected(graph, arrows);
    String rule = String.format(
        Locale.ROOT,
        "the most frequent and those that connect each touchpoint; arrows left out: %,d",
        shown.leftOut());
    return new ProcessSvg(graph, title, shown, rule).draw();
  }

  /** The least count with which at most so many arcs of a graph are left; at least 1. */
  public static long leastCountFor(DirectlyFollows graph, int arcs) {
    long[] counts = LongStream.concat(
            graph.arcs().stream().mapToLong(Arc::count),
            LongStream.concat(
                graph.starts().values().stream().mapToLong(Long::longValue),
                graph.ends().values().stream().mapToLong(Long::longValue)))
        .sorted()
        .toArray();
    return counts.length <= arcs ? 1 : counts[counts.length - 1 - arcs] + 1;
  }

  private static void checkReadable(int arrows) {
    InvalidValueException.check(
        arrows <= MOST_ARROWS,
        FailureCode.LIMIT_EXCEEDED,
        "leastCount",
        "a process map must have at most %s arrows: %s",
        MOST_ARROWS,
        arrows);
  }

  /** The upper edge of each layer; where many arrows pass, there is more room above it. */
  private double[] tops() {
    double[] tops = new double[layout.layers().size()];
    double y = TOP;
    for (int layer = 0; layer < tops.length; layer++) {
      tops[layer] = y;
      int below = layout.layers().get(layer).stream()
          .mapToInt(place -> place.below.size())
          .sum();
      y += HEIGHT + Math.min(200, 62 + 7 * below);
    }
    return tops;
  }

  private String draw() {
    double wide = Math.max(720, layout.right() - layout.left() + 2 * MARGIN + 60);
    double shift = MARGIN
        + 20
        - layout.left()
        + Math.max(0, (wide - 2 * MARGIN - 60 - (layout.right() - layout.left())) / 2);
    layout.layers().forEach(layer -> layer.forEach(place -> place.x += shift));
    double height = topOf[topOf.length - 1] + HEIGHT + MARGIN;
    svg.rect(0, 0, wide, height, Look.filled(Look.PAPER));
    header(wide);
    ProcessArrows arrows = new ProcessArrows(svg, shown, layout, topOf);
    arrows.draw();
    for (int node = 0; node < shown.nodes(); node++) {
      node(node);
    }
    arrows.label();
    return svg.image(wide, height, title);
  }

  private void header(double wide) {
    svg.text(MARGIN, 56, Letters.cut(title, wide - 2 * MARGIN, 28), Look.bold(28, Look.INK));
    String about =
        String.format(Locale.ROOT, "%,d journeys, %,d events", graph.journeys(), graph.events());
    List<String> lines = Letters.wrapped(about + leftOut(), wide - 2 * MARGIN, 14, 3);
    svg.lines(MARGIN, 80, 18, lines, Look.letters(14, Look.QUIET));
    svg.lines(
        MARGIN,
        84 + 18 * lines.size(),
        15,
        Letters.wrapped(LEGEND, wide - 2 * MARGIN, 12, 2),
        Look.letters(12, Look.QUIET));
  }

  private String leftOut() {
    long all = graph.arcs().stream().mapToLong(Arc::count).sum();
    long drawn = shown.arrows().stream()
        .filter(arrow -> arrow.arc().isPresent())
        .mapToLong(ProcessGraph.Arrow::count)
        .sum();
    return all == drawn && shown.leftOut() == 0
        ? ""
        : String.format(
            Locale.ROOT,
            "; of all steps from one to the next %.0f %% are shown, %s",
            100.0 * drawn / all,
            rule);
  }

  private void node(int node) {
    ProcessLayout.Place place = layout.node(node);
    double y = topOf[place.layer];
    if (node == 0 || node == shown.end()) {
      double top = node == 0 ? y + 14 : y;
      svg.rect(
          place.x - ProcessLayout.NODE / 2,
          top,
          ProcessLayout.NODE,
          HEIGHT - 14,
          "rx=\"21\" fill=\"#ffffff\" stroke=\"" + MARGINAL + "\" stroke-width=\"2\"");
      svg.text(
          place.x, top + 26, node == 0 ? "start" : "end", Look.centred(Look.bold(14, Look.QUIET)));
      return;
    }
    double heat = Math.sqrt((double) shown.occurrences(node) / mostEvents);
    String ink = heat > 0.55 ? "#ffffff" : Look.INK;
    svg.rect(
        place.x - ProcessLayout.NODE / 2,
        y,
        ProcessLayout.NODE,
        HEIGHT,
        "rx=\"9\" stroke=\"" + Look.DEEP + "\" stroke-width=\"1.3\" " + Look.filled(heat(heat)));
    List<String> name =
        Letters.wrapped(shown.touchpoint(node).value(), ProcessLayout.NODE - 18, 13, 2);
    svg.lines(
        place.x, y + (name.size() == 1 ? 25 : 18), 15, name, Look.centred(Look.bold(13, ink)));
    svg.text(
        place.x,
        y + 48,
        String.format(Locale.ROOT, "%,d", shown.occurrences(node)),
        Look.centred(Look.letters(12, ink)));
  }

  /** How many events the most frequent touchpoint has. */
  private static long mostEvents(DirectlyFollows graph) {
    return graph.occurrences().values().stream()
        .mapToLong(Long::longValue)
        .max()
        .orElse(1);
  }

  /** From paper to the deep colour. */
  private static String heat(double share) {
    int[] cold = {0xf2, 0xf7, 0xf7};
    int[] hot = {0x13, 0x7a, 0x7f};
    StringBuilder colour = new StringBuilder("#");
    for (int i = 0; i < cold.length; i++) {
      long part = Math.round(cold[i] + share * (hot[i] - cold[i]));
      colour.append(String.format(Locale.ROOT, "%02x", part));
    }
    return colour.toString();
  }
}
