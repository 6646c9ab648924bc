package dev.laurel.journeys.render;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableMap;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names in the languages of Mermaid, each of which gives other characters a meaning.
 *
 * <p>Two percent signs never follow each other, since they begin a comment or a directive wherever
 * they stand.
 */
final class MermaidText {
  /** Words that begin a statement where a task could stand. */
  private static final Pattern STATEMENT = Pattern.compile(
      "(journey|timeline|title|section|acc(title|descr))", Pattern.CASE_INSENSITIVE);

  /** Takes no room, and is none of the spaces that Mermaid passes over. */
  private static final char NOTHING = '\u200B';

  private static final ImmutableMap<Integer, String> LOOK_ALIKES =
      ImmutableMap.<Integer, String>builder()
          .put((int) ':', "\uA789")
          .put((int) ';', "\uFF1B")
          .put((int) '#', "\uFF03")
          .put((int) ',', "\u201A")
          .put((int) '<', "\u2039")
          .put((int) '>', "\u203A")
          .put((int) '&', "\uFF06")
          .put((int) '{', "\uFF5B")
          .put((int) '}', "\uFF5D")
          .put((int) '\\', "\uFF3C")
          .put((int) '`', "'")
          .buildOrThrow();

  private static final ImmutableMap<Integer, String> ASCII = ImmutableMap.<Integer, String>builder()
      .put((int) '<', "(")
      .put((int) '>', ")")
      .put((int) '&', "+")
      .put((int) '#', "No.")
      .put(0xDF, "ss")
      .put(0xE6, "ae")
      .put(0xC6, "AE")
      .put(0xF8, "o")
      .put(0xD8, "O")
      .put(0x153, "oe")
      .put(0x152, "OE")
      .put(0x142, "l")
      .put(0x141, "L")
      .put(0x2013, "-")
      .put(0x2014, "-")
      .put(0x2018, "'")
      .put(0x2019, "'")
      .buildOrThrow();

  private MermaidText() {}

  /**
   * A name in a line of a journey or a timeline, in which look-alikes stand for what ends it. What
   * could begin a statement or a comment comes after a character that takes no room.
   */
  static String task(String name) {
    String safe = replaced(ShownText.of(name), LOOK_ALIKES);
    boolean isPlain = Character.isLetterOrDigit(safe.codePointAt(0));
    return isPlain && !STATEMENT.matcher(safe).lookingAt() ? safe : NOTHING + safe;
  }

  /** A name between the quotes of a chart, which cannot be escaped there. */
  static String quoted(String name) {
    return replaced(ShownText.of(name), LOOK_ALIKES).replace('"', '\'');
  }

  /** A name between the quotes of a flowchart, what has a meaning as its number. */
  static String label(String name) {
    StringBuilder safe = new StringBuilder();
    ShownText.of(name).codePoints().forEach(c -> {
      if ("\"#<>&`\\%:;".indexOf(c) >= 0) {
        safe.append('#').append(c).append(';');
      } else {
        safe.appendCodePoint(c);
      }
    });
    return safe.toString();
  }

  /**
   * A name between the quotes of a Sankey diagram, which knows ASCII alone: accents go, and what is
   * left beyond it stands as its number.
   */
  static String ascii(String name) {
    String plain = replaced(ShownText.of(name), ASCII);
    StringBuilder safe = new StringBuilder();
    Normalizer.normalize(plain, Normalizer.Form.NFD).codePoints().forEach(c -> {
      boolean isAccent = Character.getType(c) == Character.NON_SPACING_MARK && c < 0x370;
      if (c >= ' ' && c <= '~') {
        safe.append(c == '"' ? "\"\"" : Character.toString(c));
      } else if (!isAccent) {
        String hex = Integer.toHexString(c).toUpperCase(Locale.ROOT);
        safe.append("U+").append(Strings.padStart(hex, 4, '0'));
      }
    });
    return safe.length() == 0 ? "?" : safe.toString();
  }

  private static String replaced(String text, ImmutableMap<Integer, String> by) {
    StringBuilder safe = new StringBuilder();
    int before = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(before)) {
      int c = text.codePointAt(i);
      safe.append(c == '%' && before == '%' ? " " : "");
      String other = by.get(c);
      safe.append(other == null ? Character.toString(c) : other);
      before = c;
    }
    return safe.toString();
  }
}
