package dev.laurel.journeys.render;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;

/**
 * How much room texts take in Helvetica, about: enough to break lines and to cut what does not fit,
 * without a font at hand.
 */
final class Letters {
  private static final Splitter WORDS = Splitter.on(CharMatcher.whitespace()).omitEmptyStrings();
  private static final String ELLIPSIS = "\u2026";
  private static final String NARROW = "ijl|'.,:;!()[]{}`\"/\\IftrJ-* ";
  private static final String WIDE = "mwMW@%\u2026\u2014";

  private Letters() {}

  /** The width of a text in a size, in pixels. */
  static double width(String text, double size) {
    return size * text.codePoints().mapToDouble(Letters::width).sum();
  }

  private static double width(int c) {
    if (c < 0x80 || c == 0x2026 || c == 0x2014) {
      if (NARROW.indexOf(c) >= 0) {
        return 0.33;
      }
      if (WIDE.indexOf(c) >= 0) {
        return 0.9;
      }
      return Character.isUpperCase(c) ? 0.7 : 0.56;
    }
    if (Character.getType(c) == Character.NON_SPACING_MARK || c == 0x200D || c == 0x200C) {
      return 0;
    }
    boolean isSquare = Character.isIdeographic(c) || c >= 0x1F000 || (c >= 0x3000 && c <= 0xFFEF);
    return isSquare ? 1.05 : 0.64;
  }

  /** A text in one line of at most this width, what does not fit cut. */
  static String cut(String text, double width, double size) {
    return wrapped(text, width, size, 1).get(0);
  }

  /**
   * A text in lines of at most this width, broken between words where that is possible; of more
   * lines than may be, the last one that is kept ends in an ellipsis.
   */
  static List<String> wrapped(String text, double width, double size, int most) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : WORDS.split(ShownText.of(text))) {
      String rest = word;
      if (line.length() > 0 && width(line + " " + rest, size) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      while (width(rest, size) > width && lines.size() <= most) {
        String head = head(rest, width, size);
        lines.add(head);
        rest = rest.substring(head.length());
      }
      line.append(line.length() == 0 ? "" : " ").append(rest);
    }
    lines.add(line.toString());
    if (lines.size() <= most) {
      return lines;
    }
    List<String> kept = new ArrayList<>(lines.subList(0, most));
    kept.set(most - 1, head(kept.get(most - 1), width - width(ELLIPSIS, size), size) + ELLIPSIS);
    return kept;
  }

  /** The beginning of a text that fits, at least one letter. */
  private static String head(String text, double width, double size) {
    int end = text.offsetByCodePoints(0, 1);
    while (end < text.length()
        && width(text.substring(0, text.offsetByCodePoints(end, 1)), size) <= width) {
      end = text.offsetByCodePoints(end, 1);
    }
    return text.substring(0, end);
  }
}
