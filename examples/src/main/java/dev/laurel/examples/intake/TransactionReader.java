package dev.laurel.examples.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The transactions of one file, one after the other, in bounded memory.
 *
 * <p>Rows read are rows accepted and rows rejected: 10,000 rows of which 3 are broken give 9,997
 * transactions and 3 rejected rows with their original text. Headings, skipped lines and blank
 * lines are no rows. Gzip is unpacked as it is read.
 */
public final class TransactionReader implements AutoCloseable {
  private final Reader reader;
  private final BoundedLines lines;
  private final ColumnMapping mapping;
  private final RowReading reading;

  private long accepted;
  private long rejected;

  private TransactionReader(Reader reader, String name, ColumnMapping mapping) {
    this.reader = reader;
    this.lines = new BoundedLines(reader);
    this.mapping = mapping;
    this.reading = new RowReading(mapping, name);
  }

  /**
   * The transactions of a file.
   *
   * @throws InputFailure INPUT_UNREADABLE
   */
  public static TransactionReader open(Path file, ColumnMapping mapping) {
    try {
      return of(String.valueOf(file.getFileName()), Files.newInputStream(file), mapping);
    } catch (IOException failure) {
      throw new InputFailure(InputFailure.Code.INPUT_UNREADABLE, "file must be readable: " + file);
    }
  }

  /** The transactions of a stream, which the reader closes in the end. */
  public static TransactionReader of(String name, InputStream in, ColumnMapping mapping) {
    return of(name, in, mapping, InputLimits.standard());
  }

  static TransactionReader of(
      String name, InputStream in, ColumnMapping mapping, InputLimits limits) {
    try {
      return new TransactionReader(InputText.open(in, mapping.charset(), limits), name, mapping);
    } catch (IOException failure) {
      throw unreadable(name, failure);
    }
  }

  /**
   * Hands over every row to one of the two.
   *
   * @throws InputFailure where the file as a whole fails; rows handed over before stay so
   */
  public void forEach(Consumer<AcceptedRow> accept, Consumer<RejectedRow> reject) {
    try {
      RowLayout layout = layout();
      while (layout != null && lines.next()) {
        if (!lines.text().isBlank()) {
          row(layout, accept, reject);
        }
      }
    } catch (IOException failure) {
      throw unreadable("line " + (lines.number() + 1), failure);
    }
  }

  /**
   * The transactions in groups of families of members; the caller closes them in the end.
   *
   * <p>Telling rows apart costs about a tenth of taking them apart.
   *
   * @param count how many groups; a family is in the group of its number, counted round
   * @param families the family of each member
   * @throws InputFailure where the file as a whole fails
   * @throws dev.laurel.examples.output.OutputFailure where the temporary file cannot be written
   */
  public GroupedTransactions grouped(int count, Grouping families) {
    GroupedLines grouped = GroupedLines.open(count);
    boolean isComplete = false;
    try {
      RowLayout layout = layout();
      while (layout != null && lines.next()) {
        if (!lines.text().isBlank() && lines.isText()) {
          add(grouped, layout, families);
        }
      }
      isComplete = true;
      return new GroupedTransactions(grouped, layout, reading);
    } catch (IOException failure) {
      throw unreadable("line " + (lines.number() + 1), failure);
    } finally {
      if (!isComplete) {
        grouped.close();
      }
    }
  }

  /** The rows read so far. */
  public long read() {
    return accepted + rejected;
  }

  /** The rows that became transactions. */
  public long accepted() {
    return accepted;
  }

  /** The rows that did not. */
  public long rejected() {
    return rejected;
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException failure) {
      throw unreadable("end", failure);
    }
  }

  private void add(GroupedLines grouped, RowLayout layout, Grouping families) {
    String text = lines.text();
    long number = lines.number();
    Optional<String> member = layout.glance(Role.MEMBER, text);
    if (member.isPresent()) {
      Supplier<String> id =
          () -> layout.glance(Role.ID, text).orElseGet(() -> reading.idOfLine(number));
      grouped.add(families.familyOf(member.get(), id), number, text);
    } else {
      reading
          .find(layout, text, number)
          .ifPresent(found ->
              grouped.add(families.familyOf(found.member().value(), found::id), number, text));
    }
  }

  private void row(RowLayout layout, Consumer<AcceptedRow> accept, Consumer<RejectedRow> reject) {
    Transaction transaction;
    try {
      lines.requireText();
      transaction = reading.read(layout, lines.text(), lines.number());
    } catch (RowFailure failure) {
      rejected++;
      reject.accept(new RejectedRow(
          lines.number(), failure.code(), failure.path(), failure.reason(), lines.text()));
      return;
    }
    accepted++;
    accept.accept(new AcceptedRow(lines.number(), transaction, lines.text()));
  }

  private @Nullable RowLayout layout() throws IOException {
    for (int i = 0; i < mapping.skipLines(); i++) {
      if (!lines.next()) {
        return null;
      }
    }
    if (!mapping.hasHeader()) {
      return RowLayout.withoutHeader(mapping);
    }
    if (!lines.next()) {
      return null;
    }
    if (lines.isTooLong()) {
      throw new InputFailure(
          InputFailure.Code.HEADER_MISMATCH,
          "header must have at most " + BoundedLines.LONGEST + " characters: " + lines.length());
    }
    return RowLayout.withHeader(mapping, lines.text());
  }

  static InputFailure unreadable(String where, IOException failure) {
    return new InputFailure(
        InputFailure.Code.INPUT_UNREADABLE, "input must be readable: " + where + ": " + failure);
  }
}
