package dev.laurel.journeys.render;

/**
 * Names as every picture shows them: in one line, and made of characters that any picture can hold.
 *
 * <p>Control characters, line breaks and the many kinds of spaces become spaces; what is invisible
 * and changes the direction or the joining of others is dropped, save the joiners of emoji and of
 * Persian; what is no character becomes U+FFFD. Where nothing is left there is a question mark.
 */
final class ShownText {
  private static final int JOINER = 0x200D;
  private static final int NON_JOINER = 0x200C;
  private static final int REPLACEMENT = 0xFFFD;

  private ShownText() {}

  static String of(String name) {
    StringBuilder shown = new StringBuilder(name.length());
    name.codePoints().forEach(c -> append(shown, c));
    String text = shown.toString().strip();
    return text.isEmpty() ? "?" : text;
  }

  private static void append(StringBuilder shown, int c) {
    switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR -> shown.append(' ');
      case Character.SURROGATE -> shown.appendCodePoint(REPLACEMENT);
      case Character.FORMAT -> {
        if (c == JOINER || c == NON_JOINER) {
          shown.appendCodePoint(c);
        }
      }
      default -> shown.appendCodePoint(isNoCharacter(c) ? REPLACEMENT : c);
    }
  }

  /** Whether the code point is set apart for ever to be no character, such as U+FFFE. */
  private static boolean isNoCharacter(int c) {
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
  }
}
