package dev.laurel.examples.intake;

import dev.laurel.core.failure.FailureCode;
import java.io.IOException;
import java.io.Reader;

/**
 * The lines of a text, none of which is held beyond 65,536 characters.
 *
 * <p>A line ends with a line feed, and a carriage return before it belongs to the end. Of a longer
 * line the first 1,000 characters are kept and the rest is passed over, so that a line of 2 GB
 * needs no more memory than one of 64 KiB.
 */
final class BoundedLines {
  static final int LONGEST = 65_536;
  private static final int KEPT_OF_LONGER = 1_000;

  private final Reader reader;
  private final char[] buffer = new char[LONGEST];
  private int from;
  private int until;

  private String text = "";
  private long number;
  private long length;

  BoundedLines(Reader reader) {
    this.reader = reader;
  }

  /** Goes to the next line, and says whether there is one. */
  boolean next() throws IOException {
    StringBuilder pending = null;
    length = 0;
    while (true) {
      if (from == until && !fill()) {
        return pending != null && finish(pending);
      }
      int end = indexOfLineFeed();
      boolean ends = end < until;
      length += end - from;
      if (ends && pending == null && length <= LONGEST) {
        text = new String(buffer, from, end - from);
        from = end + 1;
        number++;
        trimCarriageReturn();
        return true;
      }
      pending = pending == null ? new StringBuilder() : pending;
      int room = LONGEST + 1 - pending.length();
      pending.append(buffer, from, Math.min(room, end - from));
      from = ends ? end + 1 : end;
      if (ends) {
        return finish(pending);
      }
    }
  }

  /** The line without its end. */
  String text() {
    return text;
  }

  /** The place of the line in the file, from 1. */
  long number() {
    return number;
  }

  boolean isTooLong() {
    return length > LONGEST;
  }

  /** The length of the whole line in characters, the part that was passed over included. */
  long length() {
    return length;
  }

  /**
   * Checks that the line is whole, and text of the declared charset.
   *
   * @throws RowFailure LINE_TOO_LONG or TEXT_INVALID
   */
  void requireText() {
    if (isTooLong()) {
      throw new RowFailure(
          FailureCode.LINE_TOO_LONG,
          "",
          "line must have at most " + LONGEST + " characters: " + length);
    }
    int invalid = firstInvalid();
    if (invalid >= 0) {
      throw new RowFailure(
          FailureCode.TEXT_INVALID,
          "",
          "row must be text of the declared charset without NUL: character " + (invalid + 1));
    }
  }

  /** Whether {@link #requireText} would let the line pass. */
  boolean isText() {
    return !isTooLong() && firstInvalid() < 0;
  }

  private int firstInvalid() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || c == '\ufffd' || (Character.isSurrogate(c) && isLone(i))) {
        return i;
      }
    }
    return -1;
  }

  private boolean isLone(int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
        : i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
  }

  private boolean finish(StringBuilder pending) {
    number++;
    text = isTooLong() ? pending.substring(0, KEPT_OF_LONGER) : pending.toString();
    if (!isTooLong()) {
      trimCarriageReturn();
    }
    return true;
  }

  private void trimCarriageReturn() {
    if (text.endsWith("\r")) {
      text = text.substring(0, text.length() - 1);
    }
  }

  private int indexOfLineFeed() {
    int i = from;
    while (i < until && buffer[i] != '\n') {
      i++;
    }
    return i;
  }

  private boolean fill() throws IOException {
    int read = reader.read(buffer, 0, buffer.length);
    from = 0;
    until = Math.max(0, read);
    return read > 0;
  }
}
