package dev.laurel.examples.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.laurel.core.failure.FailureCode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The mapping applied to one file: which part of a line means what.
 *
 * <p>FastCSV takes each line with quotes apart; without them there is nothing to know but the
 * delimiter. It gets one line at a time, never the file: so the length of a line stays bounded, the
 * original text is at hand for a rejected row, and the reader is at the next line whatever the last
 * one held.
 */
final class RowLayout {
  private final ColumnMapping mapping;
  private final CsvReader.CsvReaderBuilder delimited;
  private final char delimiter;
  private final char quote;
  private final int columnCount;
  private final int lineEnd;
  private final EnumMap<Role, Cell> cells = new EnumMap<>(Role.class);
  private final Map<String, Cell> numbers = new TreeMap<>();
  private final Map<String, Cell> texts = new TreeMap<>();

  private RowLayout(ColumnMapping mapping, @Nullable String headerLine) {
    this.mapping = mapping;
    this.delimiter = mapping.delimiter();
    this.quote = mapping.quote();
    this.delimited = CsvReader.builder()
        .fieldSeparator(delimiter)
        .quoteCharacter(quote)
        .allowUnclosedQuote(false)
        .skipEmptyLines(false);
    List<String> header = headerLine == null ? List.of() : header(headerLine);
    this.columnCount = headerLine == null ? mapping.columnCount() : header.size();
    mapping.columns().forEach((role, column) -> cells.put(role, cell(role.key(), column, header)));
    mapping.numbers().forEach((key, column) -> numbers.put(key, cell(key, column, header)));
    mapping.texts().forEach((key, column) -> texts.put(key, cell(key, column, header)));
    int end = mapping.lineWidth();
    for (Cell cell : cells.values()) {
      end = Math.max(end, cell.end());
    }
    for (Cell cell : numbers.values()) {
      end = Math.max(end, cell.end());
    }
    for (Cell cell : texts.values()) {
      end = Math.max(end, cell.end());
    }
    this.lineEnd = end;
  }

  /** The layout of a file that starts with this line of headings. */
  static RowLayout withHeader(ColumnMapping mapping, String headerLine) {
    return new RowLayout(mapping, headerLine);
  }

  /** The layout of a file without headings. */
  static RowLayout withoutHeader(ColumnMapping mapping) {
    return new RowLayout(mapping, null);
  }

  /** One line taken apart. */
  Row row(String line) {
    if (mapping.format() == ColumnMapping.Format.FIXED_WIDTH) {
      checkWidth(line);
      return new Row(this, line, List.of());
    }
    List<String> fields = fields(line);
    if (fields.size() != columnCount) {
      throw new RowFailure(
          FailureCode.ROW_REJECTED,
          "",
          "row must have " + columnCount + " columns: " + fields.size());
    }
    return new Row(this, line, fields);
  }

  /**
   * The text under a meaning in a line, without taking the line apart; absent where that takes a
   * parser, or where the meaning is not mapped.
   */
  Optional<String> glance(Role role, String line) {
    Cell cell = cells.get(role);
    boolean isPlain = mapping.format() == ColumnMapping.Format.FIXED_WIDTH
        ? line.length() >= lineEnd
        : line.indexOf(quote) < 0;
    return cell == null || !isPlain ? Optional.empty() : Optional.of(cell.glance(line, delimiter));
  }

  Map<String, Cell> numbers() {
    return numbers;
  }

  Map<String, Cell> texts() {
    return texts;
  }

  boolean has(Role role) {
    return cells.containsKey(role);
  }

  private Cell cell(String key, Column column, List<String> header) {
    return mapping.format() == ColumnMapping.Format.FIXED_WIDTH
        ? Cell.fixedWidth(key, column)
        : Cell.delimited(key, column, header, columnCount);
  }

  private void checkWidth(String line) {
    boolean fits = mapping.lineWidth() > 0 ? line.length() == lineEnd : line.length() >= lineEnd;
    if (!fits) {
      throw new RowFailure(
          FailureCode.ROW_REJECTED,
          "",
          "row must have " + (mapping.lineWidth() > 0 ? "" : "at least ") + lineEnd
              + " characters: " + line.length());
    }
  }

  private List<String> header(String line) {
    try {
      return fields(line);
    } catch (RowFailure failure) {
      throw new InputFailure(InputFailure.Code.HEADER_MISMATCH, "header: " + failure.reason());
    }
  }

  private List<String> fields(String line) {
    return line.indexOf(quote) < 0 && line.indexOf('\r') < 0
        ? plainFields(line)
        : quotedFields(line);
  }

  /** The fields of a line in which every delimiter is one. */
  private List<String> plainFields(String line) {
    List<String> fields = new ArrayList<>(columnCount);
    int start = 0;
    int end = line.indexOf(delimiter);
    while (end >= 0) {
      fields.add(line.substring(start, end));
      start = end + 1;
      end = line.indexOf(delimiter, start);
    }
    fields.add(line.substring(start));
    return fields;
  }

  private List<String> quotedFields(String line) {
    try {
      return delimited.ofSingleCsvRecord(line).getFields();
    } catch (CsvParseException failure) {
      // The parser names its own line 1 and quotes the text, which the rejected row does better.
      throw new RowFailure(
          FailureCode.ROW_REJECTED, "", "row must close its quotes, and quote whole fields only");
    }
  }

  /** One line, ready to be asked for its fields. */
  record Row(RowLayout layout, String line, List<String> fields) {

    /** The text under this meaning; empty where it is not mapped or not given. */
    String text(Role role) {
      Cell cell = layout.cells.get(role);
      return cell == null ? "" : cell.read(line, fields);
    }

    String text(Cell cell) {
      return cell.read(line, fields);
    }
  }
}
