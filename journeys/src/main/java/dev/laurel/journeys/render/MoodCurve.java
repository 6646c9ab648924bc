package dev.laurel.journeys.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A curve of emotions from -2 at the bottom to 2 at the top, green above and red below. */
final class MoodCurve {
  static final double HEIGHT = 190;

  private static final double ABOVE = 26;
  private static final double BELOW = 22;

  private record Point(double x, double emotion) {}

  private final Svg svg;
  private final double top;
  private final String id;
  private final List<Point> points = new ArrayList<>();

  MoodCurve(Svg svg, double top, String id) {
    this.svg = svg;
    this.top = top;
    this.id = id;
  }

  private double level(double emotion) {
    return top + ABOVE + (HEIGHT - ABOVE - BELOW) * (2 - emotion) / 4;
  }

  void axis(double left, double right) {
    for (int emotion = -2; emotion <= 2; emotion++) {
      String look =
          emotion == 0 ? " stroke-width=\"1.2\"" : " stroke-width=\"0.7\" stroke-dasharray=\"2 5\"";
      svg.line(
          left + 34, level(emotion), right, level(emotion), "stroke=\"" + Look.FAINT + "\"" + look);
    }
    face(left + 14, level(2), Look.GOOD, 5);
    face(left + 14, level(0), Look.CALM, 0);
    face(left + 14, level(-2), Look.BAD, -5);
  }

  private void face(double x, double y, String colour, double smile) {
    svg.circle(x, y, 11, "fill=\"#ffffff\" stroke=\"" + colour + "\" stroke-width=\"2\"");
    svg.circle(x - 4, y - 3, 1.5, Look.filled(colour));
    svg.circle(x + 4, y - 3, 1.5, Look.filled(colour));
    double mouth = y + 4 - smile / 4;
    svg.path(
        "M" + Svg.point(x - 5, mouth) + "Q" + Svg.point(x, mouth + smile) + " "
            + Svg.point(x + 5, mouth),
        "fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"1.8\" stroke-linecap=\"round\"");
  }

  void add(double x, double emotion) {
    points.add(new Point(x, emotion));
  }

  void draw() {
    if (points.isEmpty()) {
      return;
    }
    svg.gradient(id, level(2), level(-2), Look.GOOD, Look.GOOD, Look.CALM, Look.BAD, Look.BAD);
    String curve = curve();
    double last = points.get(points.size() - 1).x();
    if (points.size() > 1) {
      svg.path(
          "M" + Svg.point(points.get(0).x(), level(0)) + "L" + curve.substring(1) + "L"
              + Svg.point(last, level(0)) + "Z",
          "fill=\"url(#" + id + ")\" fill-opacity=\"0.15\"");
      svg.path(
          curve,
          "fill=\"none\" stroke=\"url(#" + id
              + ")\" stroke-width=\"3.5\" stroke-linecap=\"round\"");
    }
    points.forEach(this::point);
  }

  private void point(Point point) {
    double y = level(point.emotion());
    svg.circle(
        point.x(),
        y,
        6.5,
        "fill=\"#ffffff\" stroke=\"" + colour(point.emotion()) + "\" stroke-width=\"3\"");
    svg.text(
        point.x(),
        point.emotion() >= 0 ? y - 13 : y + 22,
        String.format(Locale.ROOT, "%+.1f", point.emotion()),
        Look.centred(Look.bold(11, Look.QUIET)));
  }

  private static String colour(double emotion) {
    return emotion > 0.5 ? Look.GOOD : emotion < -0.5 ? Look.BAD : Look.CALM;
  }

  /** A curve through the points whose tangents are level, so that it never overshoots them. */
  private String curve() {
    StringBuilder data = new StringBuilder();
    for (int i = 0; i < points.size(); i++) {
      double x = points.get(i).x();
      double y = level(points.get(i).emotion());
      if (i == 0) {
        data.append('M').append(Svg.point(x, y));
      } else {
        Point before = points.get(i - 1);
        double middle = (before.x() + x) / 2;
        data.append('C').append(Svg.point(middle, level(before.emotion()))).append(' ');
        data.append(Svg.point(middle, y)).append(' ').append(Svg.point(x, y));
      }
    }
    return data.toString();
  }
}
