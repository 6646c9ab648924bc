package dev.laurel.examples.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * Rejected rows as a file that a spreadsheet opens without harm.
 *
 * <p>A text that starts with {@code = + - @} gets an apostrophe before it, so that no spreadsheet
 * takes it for a formula; control characters and line breaks are written as {@code \\u000d}.
 */
public final class RejectsWriter {
  private final CsvWriter csv;

  /** A file of rejected rows on this writer, which stays open. */
  public RejectsWriter(Writer out) {
    csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    csv.writeRecord("line", "code", "column", "reason", "original");
  }

  /** Writes one row. */
  public void write(RejectedRow row) {
    write(row.line(), row.code().name(), row.path(), row.reason(), row.original());
  }

  /** Writes one row of which the place, the code and the reason come from elsewhere. */
  public void write(long line, String code, String path, String reason, String original) {
    csv.writeRecord(
        Long.toString(line), guarded(code), guarded(path), guarded(reason), guarded(original));
  }

  /** Hands over what is still held back. */
  public void flush() {
    try {
      csv.flush();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static String guarded(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 8);
    if (!text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0) {
      safe.append('\'');
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isSafe = !Character.isISOControl(c)
          && Character.getType(c) != Character.FORMAT
          && Character.getType(c) != Character.LINE_SEPARATOR
          && Character.getType(c) != Character.PARAGRAPH_SEPARATOR;
      if (isSafe) {
        safe.append(c);
      } else {
        String hex = Integer.toHexString(c);
        safe.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
      }
    }
    return safe.toString();
  }
}
