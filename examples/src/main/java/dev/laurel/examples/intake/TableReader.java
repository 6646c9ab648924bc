package dev.laurel.examples.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.MalformedInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The rows of a CSV file with headings, one after the other, in bounded memory.
 *
 * <p>Rows read are rows accepted and rows rejected; blank lines are no rows. UTF-8 unless a byte
 * order mark says otherwise; gzip is unpacked as it is read.
 */
public final class TableReader implements AutoCloseable {
  private final Reader reader;
  private final BoundedLines lines;
  private final CsvReader.CsvReaderBuilder csv;

  private long accepted;
  private long rejected;

  private TableReader(Reader reader, char separator) {
    this.reader = reader;
    this.lines = new BoundedLines(reader);
    this.csv = CsvReader.builder()
        .fieldSeparator(separator)
        .allowUnclosedQuote(false)
        .skipEmptyLines(false);
  }

  /**
   * The rows of a file.
   *
   * @throws InputFailure INPUT_UNREADABLE
   */
  public static TableReader open(Path file, char separator) {
    try {
      return of(Files.newInputStream(file), separator);
    } catch (IOException failure) {
      throw new InputFailure(InputFailure.Code.INPUT_UNREADABLE, "file must be readable: " + file);
    }
  }

  /** The rows of a stream, which the reader closes in the end. */
  public static TableReader of(InputStream in, char separator) {
    try {
      return new TableReader(
          InputText.open(in, StandardCharsets.UTF_8, InputLimits.standard()), separator);
    } catch (IOException failure) {
      throw unreadable(failure);
    }
  }

  /**
   * Hands over every row to one of the two. A row that the first refuses by an
   * {@link InvalidValueException} or a {@link MalformedInputException} goes to the second.
   *
   * @param needed headings that the file must have
   * @throws InputFailure where the file as a whole fails
   */
  public void forEach(
      List<String> needed, Consumer<TableRow> accept, Consumer<RejectedRow> reject) {
    try {
      if (!lines.next()) {
        throw new InputFailure(InputFailure.Code.HEADER_MISMATCH, "file must have headings");
      }
      List<String> headings = headings(needed);
      while (lines.next()) {
        if (!lines.text().isBlank()) {
          row(headings, accept, reject);
        }
      }
    } catch (IOException failure) {
      throw unreadable(failure);
    }
  }

  /** The rows that were taken. */
  public long accepted() {
    return accepted;
  }

  /** The rows that were not. */
  public long rejected() {
    return rejected;
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException failure) {
      throw unreadable(failure);
    }
  }

  private List<String> headings(List<String> needed) {
    List<String> headings;
    try {
      lines.requireText();
      headings = fields().stream().map(String::strip).toList();
    } catch (RowFailure failure) {
      throw new InputFailure(InputFailure.Code.HEADER_MISMATCH, "header: " + failure.reason());
    }
    for (String heading : needed) {
      if (!headings.contains(heading)) {
        throw new InputFailure(
            InputFailure.Code.HEADER_MISMATCH,
            "header must hold the column '" + heading + "': " + headings);
      }
    }
    if (new HashSet<>(headings).size() != headings.size()) {
      throw new InputFailure(
          InputFailure.Code.HEADER_MISMATCH, "header must name each column once: " + headings);
    }
    return headings;
  }

  private void row(List<String> headings, Consumer<TableRow> accept, Consumer<RejectedRow> reject) {
    try {
      lines.requireText();
      accept.accept(new TableRow(lines.number(), cells(headings)));
      accepted++;
    } catch (RowFailure failure) {
      reject(failure.code(), failure.path(), failure.reason(), reject);
    } catch (InvalidValueException failure) {
      reject(failure.code(), failure.path(), String.valueOf(failure.getMessage()), reject);
    } catch (MalformedInputException failure) {
      reject(failure.code(), failure.path(), String.valueOf(failure.getMessage()), reject);
    }
  }

  private void reject(FailureCode code, String path, String reason, Consumer<RejectedRow> reject) {
    rejected++;
    reject.accept(new RejectedRow(lines.number(), code, path, reason, lines.text()));
  }

  private Map<String, String> cells(List<String> headings) {
    List<String> fields = fields();
    if (fields.size() != headings.size()) {
      throw new RowFailure(
          FailureCode.ROW_REJECTED,
          "",
          "row must have " + headings.size() + " columns: " + fields.size());
    }
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      cells.put(headings.get(i), fields.get(i));
    }
    return cells;
  }

  private List<String> fields() {
    try {
      return csv.ofSingleCsvRecord(lines.text()).getFields();
    } catch (CsvParseException failure) {
      throw new RowFailure(
          FailureCode.ROW_REJECTED, "", "row must close its quotes, and quote whole fields only");
    }
  }

  private static InputFailure unreadable(IOException failure) {
    return new InputFailure(
        InputFailure.Code.INPUT_UNREADABLE, "input must be readable: " + failure);
  }
}
