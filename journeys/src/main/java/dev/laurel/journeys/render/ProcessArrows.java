package dev.laurel.journeys.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The arrows of a process map and what stands on them. */
final class ProcessArrows {
  private static final double HEIGHT = ProcessSvg.HEIGHT;
  private static final String BACK = "#b65a3a";

  private final Svg svg;
  private final ProcessGraph shown;
  private final ProcessLayout layout;
  private final double[] topOf;
  private final long most;
  private final Map<Port, Double> ports = new HashMap<>();
  private final List<double[]> labels = new ArrayList<>();

  /** An end of an arrow at a node: on its upper or its lower edge. */
  private record Port(int arrow, boolean isTail) {}

  ProcessArrows(Svg svg, ProcessGraph shown, ProcessLayout layout, double[] topOf) {
    this.svg = svg;
    this.shown = shown;
    this.layout = layout;
    this.topOf = topOf;
    this.most =
        shown.arrows().stream().mapToLong(ProcessGraph.Arrow::count).max().orElse(1);
    connect();
  }

  /** Draws all arrows, the thick ones last, so that they lie above. */
  void draw() {
    byCount().forEach(this::arrow);
  }

  /** Labels all arrows, the thick ones first, so that they have the best places. */
  void label() {
    List<Integer> order = new ArrayList<>(byCount());
    order.sort(Comparator.comparing((Integer arrow) -> count(arrow)).reversed());
    order.forEach(this::label);
  }

  private List<Integer> byCount() {
    return IntStream.range(0, shown.arrows().size())
        .boxed()
        .sorted(Comparator.comparing(this::count))
        .toList();
  }

  private long count(int arrow) {
    return shown.arrows().get(arrow).count();
  }

  /** Gives each end of an arrow its place on the edge of its node, in the order of the far ends. */
  private void connect() {
    for (int node = 0; node < shown.nodes(); node++) {
      List<Port> upper = new ArrayList<>();
      List<Port> lower = new ArrayList<>();
      for (int arrow = 0; arrow < shown.arrows().size(); arrow++) {
        ProcessGraph.Arrow one = shown.arrows().get(arrow);
        if (!one.isLoop() && one.from() == node) {
          (isDown(arrow) ? lower : upper).add(new Port(arrow, true));
        }
        if (!one.isLoop() && one.to() == node) {
          (isDown(arrow) ? upper : lower).add(new Port(arrow, false));
        }
      }
      connect(layout.node(node), upper);
      connect(layout.node(node), lower);
    }
  }

  private void connect(ProcessLayout.Place place, List<Port> edge) {
    edge.sort(Comparator.comparingDouble(this::farEnd));
    double room = Math.min(ProcessLayout.NODE - 36, 26.0 * (edge.size() - 1));
    for (int i = 0; i < edge.size(); i++) {
      double off = edge.size() == 1 ? 0 : room * (i / (edge.size() - 1.0) - 0.5);
      ports.put(edge.get(i), place.x + off);
    }
  }

  private double farEnd(Port port) {
    List<ProcessLayout.Place> route = layout.route(port.arrow());
    return route.get(port.isTail() ? 1 : route.size() - 2).x;
  }

  private boolean isDown(int arrow) {
    List<ProcessLayout.Place> route = layout.route(arrow);
    return route.get(0).layer < route.get(route.size() - 1).layer;
  }

  private double port(int arrow, boolean isTail) {
    Double x = ports.get(new Port(arrow, isTail));
    return x == null ? 0 : x;
  }

  /** The pieces of an arrow between the layers: x and y where it leaves one and meets the next. */
  private List<double[]> pieces(int arrow) {
    List<ProcessLayout.Place> route = layout.route(arrow);
    boolean isDown = isDown(arrow);
    List<double[]> pieces = new ArrayList<>();
    for (int i = 1; i < route.size(); i++) {
      double from = i == 1 ? port(arrow, true) : route.get(i - 1).x;
      double to = i == route.size() - 1 ? port(arrow, false) : route.get(i).x;
      double leaves = topOf[route.get(i - 1).layer] + (isDown ? HEIGHT : 0);
      double meets = topOf[route.get(i).layer] + (isDown ? 0 : HEIGHT);
      pieces.add(new double[] {from, leaves, to, meets});
    }
    return pieces;
  }

  private void arrow(int arrow) {
    ProcessGraph.Arrow one = shown.arrows().get(arrow);
    double thick = 1.2 + 6 * Math.sqrt((double) one.count() / most);
    if (one.isLoop()) {
      loop(layout.node(one.from()), thick);
      return;
    }
    boolean isDown = isDown(arrow);
    double tip = 6 + thick;
    List<double[]> pieces = pieces(arrow);
    StringBuilder data = new StringBuilder();
    for (int i = 0; i < pieces.size(); i++) {
      double[] piece = pieces.get(i);
      double meets = piece[3] - (i < pieces.size() - 1 ? 0 : isDown ? tip : -tip);
      double middle = (piece[1] + meets) / 2;
      data.append(i == 0 ? "M" : "L").append(Svg.point(piece[0], piece[1]));
      data.append('C').append(Svg.point(piece[0], middle)).append(' ');
      data.append(Svg.point(piece[2], middle)).append(' ').append(Svg.point(piece[2], meets));
    }
    svg.path(
        data.toString(),
        "fill=\"none\" stroke-opacity=\"0.75\" stroke=\"" + colour(arrow) + "\" stroke-width=\""
            + Svg.number(thick) + "\"" + (isDown ? "" : " stroke-dasharray=\"7 4\""));
    double[] last = pieces.get(pieces.size() - 1);
    head(last[2], last[3], isDown ? tip : -tip, tip * 0.62, colour(arrow));
  }

  private void head(double x, double y, double length, double half, String colour) {
    svg.path(
        "M" + Svg.point(x, y) + "L" + Svg.point(x - half, y - length) + "L"
            + Svg.point(x + half, y - length) + "Z",
        Look.filled(colour));
  }

  private String colour(int arrow) {
    ProcessGraph.Arrow one = shown.arrows().get(arrow);
    if (one.from() == 0 || one.to() == shown.end()) {
      return ProcessSvg.MARGINAL;
    }
    return isDown(arrow) ? Look.DEEP : BACK;
  }

  /** An arrow that leaves a node on its right and comes back. */
  private void loop(ProcessLayout.Place place, double thick) {
    double x = place.x + ProcessLayout.NODE / 2;
    double y = topOf[place.layer] + HEIGHT / 2;
    svg.path(
        "M" + Svg.point(x, y - 12) + "c26 -14 26 38 " + Svg.point(8, 26),
        "fill=\"none\" stroke-opacity=\"0.75\" stroke=\"" + Look.DEEP + "\" stroke-width=\""
            + Svg.number(Math.min(4, thick)) + "\"");
    svg.path("M" + Svg.point(x, y + 12) + "l10 -5l0 10Z", Look.filled(Look.DEEP));
  }

  private void label(int arrow) {
    ProcessGraph.Arrow one = shown.arrows().get(arrow);
    String text = String.format(Locale.ROOT, "%,d", one.count())
        + one.arc().map(arc -> " \u00b7 " + TimeWords.of(arc.mean())).orElse("");
    double half = Letters.width(text, 11) / 2 + 5;
    double[] at = one.isLoop() ? besideLoop(one, half) : free(arrow, half);
    labels.add(new double[] {at[0] - half, at[1] - 8, at[0] + half, at[1] + 8});
    svg.rect(
        at[0] - half,
        at[1] - 8,
        2 * half,
        16,
        "rx=\"5\" fill-opacity=\"0.92\" " + Look.filled(Look.PAPER));
    svg.text(at[0], at[1] + 4, text, Look.centred(Look.letters(11, Look.INK)));
  }

  private double[] besideLoop(ProcessGraph.Arrow loop, double half) {
    ProcessLayout.Place place = layout.node(loop.from());
    return new double[] {
      place.x + ProcessLayout.NODE / 2 + 24 + half, topOf[place.layer] + HEIGHT / 2
    };
  }

  /** A point of the arrow at which the label covers as little as can be of the others. */
  private double[] free(int arrow, double half) {
    double[] best = {0, 0};
    double least = Double.MAX_VALUE;
    for (double[] piece : pieces(arrow)) {
      for (double t : new double[] {0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78}) {
        double[] at = on(piece, t);
        double covered =
            labels.stream().mapToDouble(other -> overlap(other, at, half)).sum();
        if (covered < least) {
          least = covered;
          best = at;
        }
      }
    }
    return best;
  }

  private static double overlap(double[] other, double[] at, double half) {
    double wide = Math.min(other[2], at[0] + half) - Math.max(other[0], at[0] - half);
    double high = Math.min(other[3], at[1] + 8) - Math.max(other[1], at[1] - 8);
    return Math.max(0, wide) * Math.max(0, high);
  }

  /** The point of a piece at a share of its way, on the curve that is drawn. */
  private static double[] on(double[] piece, double t) {
    double far = t * t * (3 - 2 * t);
    double high = 1.5 * t * (1 - t) + t * t * t;
    return new double[] {
      piece[0] + far * (piece[2] - piece[0]), piece[1] + high * (piece[3] - piece[1])
    };
  }
}
