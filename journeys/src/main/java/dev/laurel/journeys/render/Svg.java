package dev.laurel.journeys.render;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.xml.XmlEscapers;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An SVG image that grows element by element; every text in it is escaped. */
final class Svg {
  private static final Splitter WORDS = Splitter.on(CharMatcher.whitespace()).omitEmptyStrings();

  private final StringBuilder body = new StringBuilder();

  @CanIgnoreReturnValue
  Svg rect(double x, double y, double width, double height, String look) {
    body.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(y));
    body.append("\" width=\"").append(number(width)).append("\" height=\"");
    body.append(number(height)).append("\" ").append(look).append("/>\n");
    return this;
  }

  @CanIgnoreReturnValue
  Svg line(double x1, double y1, double x2, double y2, String look) {
    body.append("<line x1=\"").append(number(x1)).append("\" y1=\"").append(number(y1));
    body.append("\" x2=\"").append(number(x2)).append("\" y2=\"").append(number(y2));
    body.append("\" ").append(look).append("/>\n");
    return this;
  }

  @CanIgnoreReturnValue
  Svg circle(double x, double y, double radius, String look) {
    body.append("<circle cx=\"").append(number(x)).append("\" cy=\"").append(number(y));
    body.append("\" r=\"").append(number(radius)).append("\" ").append(look).append("/>\n");
    return this;
  }

  @CanIgnoreReturnValue
  Svg path(String data, String look) {
    body.append("<path d=\"").append(data).append("\" ").append(look).append("/>\n");
    return this;
  }

  @CanIgnoreReturnValue
  Svg text(double x, double y, String text, String look) {
    body.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y));
    body.append("\" ").append(look).append('>').append(escaped(text)).append("</text>\n");
    return this;
  }

  /** Lines one under the other, at most so many; what does not fit ends in an ellipsis. */
  @CanIgnoreReturnValue
  Svg lines(double x, double y, double leading, List<String> lines, String look) {
    for (int i = 0; i < lines.size(); i++) {
      text(x, y + i * leading, lines.get(i), look);
    }
    return this;
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

  private static String escaped(String text) {
    return XmlEscapers.xmlAttributeEscaper().escape(ShownText.of(text));
  }

  /** A text broken between words into lines of about so many characters. */
  static List<String> wrapped(String text, int width, int most) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : WORDS.split(text)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(cut(word, width));
    }
    lines.add(line.toString());
    if (lines.size() <= most) {
      return lines;
    }
    List<String> shown = new ArrayList<>(lines.subList(0, most));
    shown.set(most - 1, cut(shown.get(most - 1) + " ...", width + 4));
    return shown;
  }

  private static String cut(String word, int width) {
    int length = word.codePointCount(0, word.length());
    return length <= width
        ? word
        : word.substring(0, word.offsetByCodePoints(0, width - 1)) + "\u2026";
  }
}
