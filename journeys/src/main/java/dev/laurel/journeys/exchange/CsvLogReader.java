package dev.laurel.journeys.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.MalformedInputException;
import dev.laurel.journeys.log.TouchEvent;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Reads logs from CSV: UTF-8, or UTF-16 with a byte order mark, plain or gzip.
 *
 * <p>Every row becomes an event or is rejected with its text and the reason. Blank lines are no
 * rows. Fields may be quoted and then hold line breaks. Memory holds one row and the log; a row is
 * at most 65,536 characters long.
 */
public final class CsvLogReader {
  private final CsvLayout layout;
  private final CsvReader.CsvReaderBuilder fields;
  private final Intake intake;
  private final CsvRows rows;

  private CsvLogReader(CsvLayout layout, ReadTerms terms, Reader reader) {
    this.layout = layout;
    this.fields = CsvReader.builder().fieldSeparator(layout.separator()).skipEmptyLines(false);
    this.intake = new Intake(terms);
    this.rows = new CsvRows(reader);
  }

  /**
   * The log of a file under the standard terms; the stream stays open.
   *
   * @throws MalformedInputException as {@link #read(InputStream, CsvLayout, ReadTerms)}
   */
  public static LogReading read(InputStream in, CsvLayout layout) throws IOException {
    return read(in, layout, ReadTerms.STANDARD);
  }

  /**
   * The log of a file; the stream stays open.
   *
   * @throws MalformedInputException REQUIRED if a column is missing; CONFIG_DUPLICATE if one comes
   *     twice; INPUT_TOO_LARGE or LIMIT_EXCEEDED if the terms are exceeded
   * @throws IOException if the stream fails
   */
  public static LogReading read(InputStream in, CsvLayout layout, ReadTerms terms)
      throws IOException {
    return new CsvLogReader(layout, terms, text(BoundedInput.of(in, terms))).reading();
  }

  private LogReading reading() throws IOException {
    Optional<CsvCells> cells = header();
    while (cells.isPresent() && rows.next()) {
      if (!rows.text().isBlank()) {
        row(cells.get());
      }
    }
    return intake.reading();
  }

  private Optional<CsvCells> header() throws IOException {
    while (rows.next()) {
      if (!rows.text().isBlank()) {
        if (rows.kind() != CsvRows.Kind.WHOLE) {
          throw new MalformedInputException(
              FailureCode.LINE_TOO_LONG, "line " + rows.line(), "header must be one row of CSV");
        }
        return Optional.of(CsvCells.of(layout, fields(rows.text())));
      }
    }
    return Optional.empty();
  }

  private void row(CsvCells cells) {
    long line = rows.line();
    String original = rows.text();
    if (rows.kind() == CsvRows.Kind.TOO_LONG) {
      intake.reject(
          line,
          FailureCode.LINE_TOO_LONG,
          "",
          "row must have at most " + CsvRows.LONGEST + " characters",
          original);
      return;
    }
    if (rows.kind() == CsvRows.Kind.OPEN_QUOTE) {
      intake.reject(line, FailureCode.ROW_REJECTED, "", "row must close its quotes", original);
      return;
    }
    CsvCells.Row row = cells.row();
    Optional<TouchEvent> event =
        intake.take(line, () -> original, () -> row.read(fields(checked(original))));
    event.ifPresent(taken -> row.tell(intake.facts(taken.journey())));
  }

  private List<String> fields(String row) {
    try {
      return fields.ofSingleCsvRecord(row).getFields();
    } catch (CsvParseException failure) {
      // The parser quotes the text, which the rejected row does better.
      throw new MalformedInputException(
          FailureCode.ROW_REJECTED, "", "row must quote whole fields only");
    }
  }

  /** Bytes that are no text of the charset have become U+FFFD. */
  private static String checked(String row) {
    int unknown = row.indexOf('\ufffd');
    if (unknown >= 0) {
      throw new MalformedInputException(
          FailureCode.TEXT_INVALID, "", "row must be text: character " + (unknown + 1));
    }
    return row;
  }

  private static Reader text(InputStream bytes) throws IOException {
    BufferedInputStream in = new BufferedInputStream(bytes, 1 << 16);
    return new InputStreamReader(
        in,
        passMark(in)
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE));
  }

  private static Charset passMark(BufferedInputStream in) throws IOException {
    in.mark(3);
    byte[] first = in.readNBytes(3);
    in.reset();
    if (startsWith(first, 0xef, 0xbb, 0xbf)) {
      in.skipNBytes(3);
      return StandardCharsets.UTF_8;
    }
    if (startsWith(first, 0xff, 0xfe)) {
      in.skipNBytes(2);
      return StandardCharsets.UTF_16LE;
    }
    if (startsWith(first, 0xfe, 0xff)) {
      in.skipNBytes(2);
      return StandardCharsets.UTF_16BE;
    }
    return StandardCharsets.UTF_8;
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    boolean same = bytes.length >= mark.length;
    for (int i = 0; same && i < mark.length; i++) {
      same = (bytes[i] & 0xff) == mark[i];
    }
    return same;
  }
}
