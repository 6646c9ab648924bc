package dev.laurel.examples.intake;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The transactions of one file by groups of members, such as a million rows in 100 groups.
 *
 * <p>The rows have been told apart once, by a glance at their members, and wait in a temporary
 * file; each is taken apart when its group is asked for. A group holds the rows of its members,
 * family by family, so that what is known of a member is at hand while their rows are decided; the
 * rows of a family are in the order of the file.
 */
public final class GroupedTransactions implements AutoCloseable {
  private final GroupedLines lines;
  private final @Nullable RowLayout layout;
  private final RowReading reading;

  /** The layout is absent where the file ended before its headings. */
  GroupedTransactions(GroupedLines lines, @Nullable RowLayout layout, RowReading reading) {
    this.lines = lines;
    this.layout = layout;
    this.reading = reading;
  }

  /**
   * Hands over the transactions of a group, from 0; rejected rows are not told again.
   *
   * @param group the number of the group
   * @param accept somebody who takes the transactions
   * @param endFamily somebody who is told that a family has no more of them
   * @throws InputFailure where the temporary file fails; rows handed over before stay so
   */
  public void forEach(int group, Consumer<AcceptedRow> accept, Runnable endFamily) {
    GroupedLines.Lines rows = lines(group);
    while (layout != null && rows.next()) {
      String text = rows.text();
      Optional<Transaction> found = reading.find(layout, text, rows.number());
      if (found.isPresent()) {
        accept.accept(new AcceptedRow(rows.number(), found.get(), text));
      }
      if (rows.isLastOfFamily()) {
        endFamily.run();
      }
    }
  }

  private GroupedLines.Lines lines(int group) {
    try {
      return lines.of(group);
    } catch (IOException failure) {
      throw TransactionReader.unreadable("temporary file", failure);
    }
  }

  @Override
  public void close() {
    lines.close();
  }
}
