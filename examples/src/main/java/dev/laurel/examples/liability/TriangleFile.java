package dev.laurel.examples.liability;

import com.google.common.primitives.ImmutableLongArray;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.MalformedInputException;
import dev.laurel.core.points.PointType;
import dev.laurel.core.triangle.RedemptionTriangle;
import dev.laurel.core.triangle.TriangleRow;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * A triangle in a table of comma-separated values, as actuaries keep it.
 *
 * <p>The first line is the headings. Each line after it is a cohort: its name, points issued,
 * points lapsed, and points redeemed by the end of each period; cells after the last period are
 * empty.
 *
 * <pre>
 *   cohort,issued,lapsed,1,2,3
 *   2023,1500,0,330,730,980
 *   2024,1800,0,410,880,
 *   2025,2000,0,440,,
 * </pre>
 */
public final class TriangleFile {
  private static final int MOST_ROWS = 1_000;
  private static final int MOST_DIGITS = 18;
  private static final int FIRST_PERIOD = 3;

  private TriangleFile() {}

  /**
   * The triangle of a text.
   *
   * @throws MalformedInputException with the line, if a cell is no count, or there is a hole
   */
  public static RedemptionTriangle read(Reader text, PointType type) throws IOException {
    List<TriangleRow> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text)) {
      for (CsvRecord line : reader) {
        if (line.getStartingLineNumber() > 1) {
          rows.add(row(line));
        }
        check(rows.size() <= MOST_ROWS, FailureCode.LIMIT_EXCEEDED, line, "too many cohorts");
      }
      return RedemptionTriangle.of(type, rows);
    } catch (CsvParseException failure) {
      throw new MalformedInputException(
          FailureCode.ROW_REJECTED, "", "table must be comma-separated values");
    } catch (InvalidValueException failure) {
      throw new MalformedInputException(
          failure.code(), failure.path(), String.valueOf(failure.getMessage()));
    }
  }

  private static TriangleRow row(CsvRecord line) {
    int cells = line.getFieldCount();
    while (cells > FIRST_PERIOD && line.getField(cells - 1).isBlank()) {
      cells--;
    }
    check(cells > FIRST_PERIOD, FailureCode.ROW_REJECTED, line, "cohort must have a period");
    ImmutableLongArray.Builder cumulative = ImmutableLongArray.builder();
    for (int k = FIRST_PERIOD; k < cells; k++) {
      cumulative.add(count(line, k));
    }
    return new TriangleRow(
        line.getField(0).strip(), count(line, 1), count(line, 2), cumulative.build());
  }

  private static long count(CsvRecord line, int cell) {
    String text = line.getField(cell).strip();
    check(
        text.length() <= MOST_DIGITS && text.matches("[0-9]+"),
        FailureCode.NUMBER_FORMAT,
        line,
        "cell " + (cell + 1) + " must be a whole number of at most 18 digits");
    return Long.parseLong(text);
  }

  private static void check(boolean holds, FailureCode code, CsvRecord line, String rule) {
    if (!holds) {
      String place = "line " + line.getStartingLineNumber();
      throw new MalformedInputException(code, place, place + ": " + rule);
    }
  }
}
