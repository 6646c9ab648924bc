package dev.laurel.examples.cli;

import dev.laurel.core.ledger.DoubleEntry.Book;
import dev.laurel.core.points.PointType;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.examples.output.Figures;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** A history for people, one movement to a line, the latest last. */
final class HistoryText {
  private final ProgramCalendar calendar;
  private final int most;

  /** Histories of which the last movements are listed, at most so many; the rest is counted. */
  HistoryText(ProgramCalendar calendar, int most) {
    this.calendar = calendar;
    this.most = most;
  }

  void print(PointType type, List<History.Movement> movements, PrintWriter out) {
    if (movements.isEmpty()) {
      return;
    }
    out.println("  How " + type.name() + " came to be, with what could be spent afterwards:");
    int first = Math.max(0, movements.size() - most);
    if (first > 0) {
      out.println("      " + Figures.of(first) + " movements before");
    }
    for (History.Movement movement : movements.subList(first, movements.size())) {
      String sign = movement.change() > 0 ? "+" : "";
      out.println("      " + calendar.dateOf(movement.at())
          + Figures.right(sign + Figures.units(movement.change(), type), 10)
          + Figures.right(Figures.units(movement.available(), type), 10) + "  "
          + words(movement, type)
          + (movement.cause().isEmpty() ? ", by time alone" : ", " + movement.cause()));
    }
  }

  private static String words(History.Movement movement, PointType type) {
    StringBuilder words = new StringBuilder();
    for (Map.Entry<Book, Long> change : movement.changes().entrySet()) {
      if (change.getKey() != Book.AVAILABLE) {
        words.append(words.isEmpty() ? "" : ", ");
        words.append(Figures.units(Math.abs(change.getValue()), type)).append(' ');
        words.append(History.word(change.getKey(), change.getValue() > 0));
      }
    }
    return words.toString();
  }
}
