package dev.laurel.journeys.exchange;

import java.io.IOException;
import java.io.Reader;

/**
 * The rows of a CSV text, none of which is held beyond 65,536 characters.
 *
 * <p>A row ends with a line break outside quotes. A row longer than the bound, or one whose quotes
 * nobody closes, is its first line alone, and reading goes on with the next line: an open quote
 * costs one line and not the rest of the file.
 */
final class CsvRows {
  static final int LONGEST = 65_536;
  private static final int KEPT_OF_LONGER = 1_000;

  /** What kind of row it is. */
  enum Kind {
    /** Its fields can be told. */
    WHOLE,
    /** Its first line is longer than the bound. */
    TOO_LONG,
    /** Its quotes are not closed. */
    OPEN_QUOTE
  }

  private final Reader reader;
  private final char[] buffer = new char[LONGEST + 2];
  private int from;
  private int until;
  private boolean isAtEnd;

  private String text = "";
  private Kind kind = Kind.WHOLE;
  private long line;
  private long nextLine = 1;

  CsvRows(Reader reader) {
    this.reader = reader;
  }

  /** Goes to the next row, and says whether there is one. */
  boolean next() throws IOException {
    line = nextLine;
    int end = endOfRow();
    if (end < 0 && !isAtEnd) {
      fill();
      end = endOfRow();
    }
    if (from == until) {
      return false;
    }
    if (end >= 0) {
      take(end, Kind.WHOLE);
      return true;
    }
    int lineEnd = indexOfLineFeed();
    if (lineEnd >= 0) {
      take(lineEnd, Kind.OPEN_QUOTE);
    } else if (isAtEnd) {
      take(until, until - from > LONGEST ? Kind.TOO_LONG : Kind.OPEN_QUOTE);
    } else {
      passOver();
    }
    return true;
  }

  /** The row without its end; of one that is too long the first 1,000 characters. */
  String text() {
    return text;
  }

  Kind kind() {
    return kind;
  }

  /** The line on which it begins, from 1. */
  long line() {
    return line;
  }

  /** The end of the row that begins at {@code from}; -1 if it is not in sight. */
  private int endOfRow() {
    boolean isQuoted = false;
    for (int i = from; i < until; i++) {
      char c = buffer[i];
      if (c == '"') {
        isQuoted = !isQuoted;
      } else if (c == '\n' && !isQuoted) {
        return i;
      }
    }
    return isAtEnd && !isQuoted && until - from <= LONGEST ? until : -1;
  }

  private int indexOfLineFeed() {
    for (int i = from; i < until; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private void take(int end, Kind found) {
    int length = end - from;
    kind = length > LONGEST ? Kind.TOO_LONG : found;
    int shown = kind == Kind.TOO_LONG ? KEPT_OF_LONGER : length;
    if (shown == length && shown > 0 && buffer[end - 1] == '\r') {
      shown--;
    }
    text = new String(buffer, from, shown);
    for (int i = from; i < Math.min(end + 1, until); i++) {
      nextLine += buffer[i] == '\n' ? 1 : 0;
    }
    from = Math.min(end + 1, until);
  }

  /** Passes over the rest of a line that does not fit the buffer. */
  private void passOver() throws IOException {
    kind = Kind.TOO_LONG;
    text = new String(buffer, from, KEPT_OF_LONGER);
    int end = -1;
    while (end < 0 && from < until) {
      from = until;
      fill();
      end = indexOfLineFeed();
    }
    from = end < 0 ? until : end + 1;
    nextLine++;
  }

  private void fill() throws IOException {
    System.arraycopy(buffer, from, buffer, 0, until - from);
    until -= from;
    from = 0;
    while (until < buffer.length && !isAtEnd) {
      int read = reader.read(buffer, until, buffer.length - until);
      isAtEnd = read < 0;
      until += Math.max(0, read);
    }
  }
}
