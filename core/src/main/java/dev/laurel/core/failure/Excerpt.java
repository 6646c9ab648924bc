package dev.laurel.core.failure;

/**
 * Text from outside made fit for a message: at most 40 characters, control characters, line breaks
 * and lone surrogates escaped, so that no id can forge a log line.
 */
public final class Excerpt {
  private static final int LONGEST = 40;

  private Excerpt() {}

  /** The quoted excerpt, for example {@code 'EUR\\u0000'}. */
  public static String of(CharSequence text) {
    StringBuilder out = new StringBuilder(LONGEST + 8).append('\'');
    int shown = Math.min(text.length(), LONGEST);
    for (int i = 0; i < shown; i++) {
      appendEscaped(out, text, i);
    }
    if (text.length() > LONGEST) {
      out.append("...");
    }
    return out.append('\'').toString();
  }

  private static void appendEscaped(StringBuilder out, CharSequence text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)
        && i + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(i + 1))) {
      out.append(c);
    } else if (Character.isLowSurrogate(c)
        && i > 0
        && Character.isHighSurrogate(text.charAt(i - 1))) {
      out.append(c);
    } else if (isUnsafe(c)) {
      out.append("\\u");
      String hex = Integer.toHexString(c);
      out.append("0".repeat(4 - hex.length())).append(hex);
    } else {
      out.append(c);
    }
  }

  private static boolean isUnsafe(char c) {
    int kind = Character.getType(c);
    return Character.isISOControl(c)
        || Character.isSurrogate(c)
        || kind == Character.FORMAT
        || kind == Character.LINE_SEPARATOR
        || kind == Character.PARAGRAPH_SEPARATOR;
  }
}
