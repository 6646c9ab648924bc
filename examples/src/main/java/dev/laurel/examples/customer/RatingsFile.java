package dev.laurel.examples.customer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.laurel.core.exact.ExactNumber;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.examples.intake.InputFailure;
import dev.laurel.metrics.driver.DriverSample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The complete rows of a table of ratings in CSV with a heading, and how many were not. */
final class RatingsFile {
  private static final int MOST_ROWS = 2_000_000;
  private static final int LONGEST_FIELD = 1 << 16;

  private final DriverSample sample;
  private final long read;
  private final long rejected;

  private RatingsFile(DriverSample sample, long read, long rejected) {
    this.sample = sample;
    this.read = read;
    this.rejected = rejected;
  }

  /**
   * The rows of a file.
   *
   * @param file the file, UTF-8
   * @param outcome the column that is to be explained
   * @param drivers the columns that may explain it; all others if there are none
   */
  static RatingsFile of(Path file, String outcome, List<String> drivers) {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
        .maxBufferSize(LONGEST_FIELD)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofNamedCsvRecord(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
      return read(reader, outcome, drivers);
    } catch (IOException | UncheckedIOException failure) {
      throw new InputFailure(
          InputFailure.Code.INPUT_UNREADABLE, "file must be readable UTF-8: " + file);
    } catch (CsvParseException failure) {
      throw new InputFailure(
          InputFailure.Code.INPUT_UNREADABLE, "file must be CSV: " + failure.getMessage());
    } catch (InvalidValueException failure) {
      throw new InputFailure(
          InputFailure.Code.HEADER_MISMATCH, String.valueOf(failure.getMessage()));
    }
  }

  private static RatingsFile read(
      CsvReader<NamedCsvRecord> reader, String outcome, List<String> chosen) {
    long read = 0;
    long rejected = 0;
    DriverSample.Builder sample = null;
    List<String> drivers = chosen;
    for (NamedCsvRecord row : reader) {
      if (sample == null) {
        drivers = columns(row.getHeader(), outcome, chosen);
        sample = DriverSample.builder(outcome, drivers);
      }
      read++;
      Optional<double[]> numbers = numbers(row, outcome, drivers);
      if (numbers.isEmpty() || read > MOST_ROWS) {
        rejected++;
      } else {
        double[] all = numbers.get();
        sample.add(all[0], Arrays.copyOfRange(all, 1, all.length));
      }
    }
    if (sample == null) {
      throw new InputFailure(
          InputFailure.Code.HEADER_MISMATCH, "file must have a heading and a row");
    }
    return new RatingsFile(sample.build(), read, rejected);
  }

  private static List<String> columns(List<String> header, String outcome, List<String> chosen) {
    List<String> needed = new ArrayList<>(chosen);
    needed.add(outcome);
    for (String column : needed) {
      if (!header.contains(column)) {
        throw new InputFailure(
            InputFailure.Code.HEADER_MISMATCH, "file must have a column '" + column + "'");
      }
    }
    if (new HashSet<>(header).size() < header.size()) {
      throw new InputFailure(
          InputFailure.Code.HEADER_MISMATCH, "columns must have different names");
    }
    return chosen.isEmpty()
        ? header.stream().filter(column -> !column.equals(outcome)).toList()
        : chosen;
  }

  /** The numbers of a row, the outcome first; absent if one is missing or the row is not whole. */
  private static Optional<double[]> numbers(
      NamedCsvRecord row, String outcome, List<String> drivers) {
    if (row.getFieldCount() != row.getHeader().size()) {
      return Optional.empty();
    }
    double[] numbers = new double[drivers.size() + 1];
    for (int i = 0; i < numbers.length; i++) {
      String text =
          row.findField(i == 0 ? outcome : drivers.get(i - 1)).orElse("").trim();
      try {
        numbers[i] = ExactNumber.parse(text).doubleValue();
      } catch (InvalidValueException failure) {
        return Optional.empty();
      }
    }
    return Optional.of(numbers);
  }

  DriverSample sample() {
    return sample;
  }

  long read() {
    return read;
  }

  long rejected() {
    return rejected;
  }
}
