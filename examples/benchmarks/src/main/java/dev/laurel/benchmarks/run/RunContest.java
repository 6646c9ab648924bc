package dev.laurel.benchmarks.run;

import com.google.common.io.Resources;
import dev.laurel.examples.cli.Laurel;
import dev.laurel.examples.intake.ColumnMapping;
import dev.laurel.examples.intake.GroupedTransactions;
import dev.laurel.examples.intake.TransactionReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The invented dealer network as a file, run as a whole, and read as a run reads it.
 *
 * <p>Reading is all that a run does with the text: every row is taken apart once to look through
 * the file, told apart by the member's group, and taken apart again when the group has its turn.
 */
final class RunContest implements AutoCloseable {
  /** As many rows as a group of a run has. */
  private static final int ROWS_OF_A_GROUP = 1_000;

  private final Path file;
  private final ColumnMapping mapping;
  private final long rows;

  private RunContest(Path file, ColumnMapping mapping, long rows) {
    this.file = file;
    this.mapping = mapping;
    this.rows = rows;
  }

  /** The transactions of so many members over three years, such as 302,000 of 18,700. */
  static RunContest of(int members) {
    try {
      Path file = Files.createTempFile("laurel-", ".csv");
      laurel("generate", "--members", Integer.toString(members), file.toString());
      ColumnMapping mapping = ColumnMapping.parse(mappingText());
      try (TransactionReader reader = TransactionReader.open(file, mapping)) {
        reader.forEach(row -> {}, row -> {});
        return new RunContest(file, mapping, reader.accepted());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String mappingText() throws IOException {
    return Resources.toString(
        Resources.getResource("dev/laurel/examples/dealer.mapping.json"), StandardCharsets.UTF_8);
  }

  /** How many transactions the file has. */
  long rows() {
    return rows;
  }

  /** Runs the program over the file. */
  void run() {
    laurel("run", "--transactions", file.toString(), "--parts", Integer.toString(groups()));
  }

  /** Reads the file as a run does, and says how many transactions it took apart, in both looks. */
  long read() {
    AtomicLong taken = new AtomicLong();
    try (TransactionReader reader = TransactionReader.open(file, mapping)) {
      reader.forEach(row -> taken.incrementAndGet(), row -> {});
    }
    try (TransactionReader reader = TransactionReader.open(file, mapping);
        GroupedTransactions grouped = reader.grouped(groups(), (member, id) -> member.hashCode())) {
      for (int group = 0; group < groups(); group++) {
        grouped.forEach(group, row -> taken.incrementAndGet(), () -> {});
      }
    }
    return taken.get();
  }

  private int groups() {
    return (int) (1 + (rows - 1) / ROWS_OF_A_GROUP);
  }

  private static void laurel(String... arguments) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    int exit = Laurel.run(nowhere, nowhere, arguments);
    if (exit != 0) {
      throw new IllegalStateException("command must succeed: " + exit);
    }
  }

  @Override
  public void close() {
    try {
      Files.delete(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
