package dev.laurel.examples.intake;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A column found in the file at hand; reads its text out of one row. */
final class Cell {
  private final Column column;
  private final int from;
  private final int until;

  private Cell(Column column, int from, int until) {
    this.column = column;
    this.from = from;
    this.until = until;
  }

  /** A column by its heading or its place. */
  static Cell delimited(String key, Column column, List<String> header, int columnCount) {
    if (column.constant() != null) {
      return new Cell(column, -1, -1);
    }
    int place = column.name() == null
        ? (column.index() == null ? 0 : column.index())
        : header.indexOf(column.name()) + 1;
    if (column.name() != null && place == 0) {
      throw new InputFailure(
          InputFailure.Code.HEADER_MISMATCH,
          "header must hold the column '" + column.name() + "': " + header);
    }
    if (place < 1 || place > columnCount) {
      throw ColumnMapping.invalid(
          "column '" + key + "' must have a name, a constant or an index of 1" + " to "
              + columnCount + ": " + column.index());
    }
    return new Cell(column, place - 1, -1);
  }

  /** A column by its first character and its width. */
  static Cell fixedWidth(String key, Column column) {
    if (column.constant() != null) {
      return new Cell(column, -1, -1);
    }
    Integer from = column.from();
    Integer width = column.width();
    if (from == null || width == null || from < 1 || width < 1) {
      throw ColumnMapping.invalid(
          "column '" + key + "' must have a constant, or from and width of at least 1");
    }
    return new Cell(column, from - 1, from - 1 + width);
  }

  /** The end of the column in a fixed-width line; zero for a constant. */
  int end() {
    return Math.max(0, until);
  }

  /** The text in this row, empty where there is none. */
  String read(String line, List<String> fields) {
    String text = column.constant();
    if (text == null) {
      text = until < 0 ? fields.get(from) : withoutSpaces(line);
    }
    return meant(text);
  }

  /** The text in a row without quotes, found without taking the rest of the row apart. */
  String glance(String line, char delimiter) {
    if (column.constant() != null || until >= 0) {
      return read(line, List.of());
    }
    int start = 0;
    for (int i = 0; i < from && start >= 0; i++) {
      start = line.indexOf(delimiter, start) + 1;
      start = start == 0 ? -1 : start;
    }
    int end = start < 0 ? -1 : line.indexOf(delimiter, start);
    return start < 0 ? "" : meant(line.substring(start, end < 0 ? line.length() : end));
  }

  private String meant(String found) {
    String text = found;
    if (text.isEmpty() && column.orElse() != null) {
      text = column.orElse();
    }
    Map<String, String> values = column.values();
    @Nullable String other = values == null ? null : values.get(text);
    return other == null ? text : other;
  }

  private String withoutSpaces(String line) {
    int first = from;
    int end = until;
    while (first < end && line.charAt(first) == ' ') {
      first++;
    }
    while (end > first && line.charAt(end - 1) == ' ') {
      end--;
    }
    return line.substring(first, end);
  }
}
