package dev.laurel.journeys.identity;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.Excerpt;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;

/**
 * The rules for text that people or other systems wrote: a goal, a hypothesis, the name of an event
 * in somebody's log.
 *
 * <p>Quotes, line breaks, emoji and text from right to left are kept as they are. Refused is what
 * no XML document can hold, and what no Unicode text is: NUL and other control characters except
 * tab and line breaks, lone surrogates, U+FFFE and U+FFFF.
 */
public final class FreeText {
  private FreeText() {}

  /**
   * The text, which is not blank.
   *
   * @throws InvalidValueException TEXT_INVALID
   */
  public static String checked(String what, String path, String text, int longest) {
    requireNonNull(text, path);
    InvalidValueException.check(
        !text.isBlank() && text.length() <= longest && isPlain(text),
        FailureCode.TEXT_INVALID,
        path,
        "%s must be 1 to %s characters of plain text: %s",
        what,
        longest,
        Excerpt.of(text));
    return text;
  }

  /** Each of the texts, checked in their order. */
  public static void checkAll(String what, String path, Iterable<String> texts, int longest) {
    int index = 0;
    for (String text : texts) {
      checked(what, path + "[" + index + "]", text, longest);
      index++;
    }
  }

  /** Whether the text holds no character that is refused. */
  public static boolean isPlain(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 ? c != '\t' && c != '\n' && c != '\r' : c >= 0xfffe) {
        return false;
      }
      if (Character.isHighSurrogate(c)) {
        i++;
        if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
          return false;
        }
      } else if (Character.isLowSurrogate(c)) {
        return false;
      }
    }
    return true;
  }

  /** The text in one line: control, format and line-separating characters become escapes. */
  static String oneLine(String text) {
    StringBuilder line = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (breaksLines(c) && line == null) {
        line = new StringBuilder(text.length() + 8).append(text, 0, i);
      }
      if (line != null) {
        append(line, c);
      }
    }
    return line == null ? text : line.toString();
  }

  private static void append(StringBuilder line, char c) {
    if (breaksLines(c)) {
      String hex = Integer.toHexString(c);
      line.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
    } else {
      line.append(c);
    }
  }

  private static boolean breaksLines(char c) {
    if (c < 0x80) {
      return c < 0x20 || c == 0x7f;
    }
    int kind = Character.getType(c);
    return kind == Character.CONTROL
        || kind == Character.FORMAT
        || kind == Character.LINE_SEPARATOR
        || kind == Character.PARAGRAPH_SEPARATOR;
  }
}
