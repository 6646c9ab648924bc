package dev.laurel.journeys.render;

import com.google.common.xml.XmlEscapers;
import java.util.List;
import java.util.Locale;

/** An SVG image that grows element by element; every text in it is escaped. */
final class Svg {
  private final StringBuilder body = new StringBuilder();

  /** An element without content; the attributes as they are written in it. */
  private void element(String name, String attributes) {
    body.append('<').append(name).append(' ').append(attributes).append("/>\n");
  }

  void rect(double x, double y, double width, double height, String look) {
    element(
        "rect",
        "x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" + number(width) + "\" height=\""
            + number(height) + "\" " + look);
  }

  void line(double x1, double y1, double x2, double y2, String look) {
    element(
        "line",
        "x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2) + "\" y2=\""
            + number(y2) + "\" " + look);
  }

  void circle(double x, double y, double radius, String look) {
    element(
        "circle",
        "cx=\"" + number(x) + "\" cy=\"" + number(y) + "\" r=\"" + number(radius) + "\" " + look);
  }

  void path(String data, String look) {
    element("path", "d=\"" + data + "\" " + look);
  }

  /** A colour that goes evenly from the top of a stretch to its bottom. */
  void gradient(String id, double top, double bottom, String... colours) {
    body.append("<linearGradient id=\"").append(id).append("\" gradientUnits=\"userSpaceOnUse\"");
    body.append(" x1=\"0\" x2=\"0\" y1=\"").append(number(top)).append("\" y2=\"");
    body.append(number(bottom)).append("\">\n");
    for (int i = 0; i < colours.length; i++) {
      element(
          "stop",
          "offset=\"" + number((double) i / (colours.length - 1)) + "\" stop-color=\"" + colours[i]
              + "\"");
    }
    body.append("</linearGradient>\n");
  }

  void text(double x, double y, String text, String look) {
    body.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y));
    body.append("\" ").append(look).append('>').append(escaped(text)).append("</text>\n");
  }

  /** Lines one under the other. */
  void lines(double x, double y, double leading, List<String> lines, String look) {
    for (int i = 0; i < lines.size(); i++) {
      text(x, y + i * leading, lines.get(i), look);
    }
  }

  /** The image. */
  String image(double width, double height, String title) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + number(width) + "\" height=\""
        + number(height) + "\" viewBox=\"0 0 " + number(width) + " " + number(height)
        + "\" font-family=\"Helvetica, Arial, sans-serif\" role=\"img\">\n<title>"
        + escaped(title) + "</title>\n" + body + "</svg>\n";
  }

  static String number(double value) {
    double tenth = Math.round(value * 10) / 10.0;
    return tenth == Math.rint(tenth)
        ? Long.toString((long) tenth)
        : String.format(Locale.ROOT, "%.1f", tenth);
  }

  /** A point within the data of a path. */
  static String point(double x, double y) {
    return number(x) + " " + number(y);
  }

  private static String escaped(String text) {
    return XmlEscapers.xmlAttributeEscaper().escape(ShownText.of(text));
  }
}
