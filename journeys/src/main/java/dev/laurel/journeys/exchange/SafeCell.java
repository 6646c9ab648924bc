package dev.laurel.journeys.exchange;

/**
 * Text as a cell that no spreadsheet takes for a formula, and back.
 *
 * <p>A text that begins with {@code = + - @}, a tab or a line break gets an apostrophe before it,
 * and so does one that could be mistaken for such a result, and the empty text, which an empty cell
 * does not mean. Each text has one cell and each such cell one text.
 */
final class SafeCell {
  private SafeCell() {}

  static String of(String text) {
    return needsGuard(text) ? "'" + text : text;
  }

  static String text(String cell) {
    return !cell.isEmpty() && cell.charAt(0) == '\'' && needsGuard(cell.substring(1))
        ? cell.substring(1)
        : cell;
  }

  private static boolean needsGuard(String text) {
    int first = 0;
    while (first < text.length() && text.charAt(first) == '\'') {
      first++;
    }
    return first == text.length() || "=+-@\t\r\n".indexOf(text.charAt(first)) >= 0;
  }
}
