package dev.laurel.examples.books;

import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.valuation.JournalEntry;
import dev.laurel.core.valuation.RollForward;
import java.io.PrintWriter;
import java.util.Locale;

/** Entries, tables and numbers as a reader of finance expects them. */
final class Text {
  private Text() {}

  static String of(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** The amount with separators and without its currency. */
  static String amount(ExactMoney money) {
    return String.format(Locale.ROOT, "%,." + money.digits() + "f", money.amount());
  }

  static String words(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static void row(PrintWriter out, String label, String number) {
    out.println("  " + left(label, 38) + right(number, 14));
  }

  static void entry(PrintWriter out, JournalEntry entry) {
    out.println("  " + entry.date() + "  " + words(entry.event()) + ", " + entry.subject());
    for (JournalEntry.Posting posting : entry.postings()) {
      boolean isDebit = posting.side() == JournalEntry.Side.DEBIT;
      String label = (isDebit ? "Dr " : "   Cr ") + words(posting.role());
      String line = left(label, 34)
          + right(isDebit ? amount(posting.amount()) : "", 12)
          + right(isDebit ? "" : amount(posting.amount()), 12);
      out.println("    " + line.stripTrailing());
    }
  }

  /** A table in points and the same in money, side by side; the money is of one currency. */
  static void rollForward(PrintWriter out, RollForward points, RollForward money, String currency) {
    line(out, "", "points", currency);
    line(out, "opening", of(points.opening()), minor(currency, money.opening()));
    for (RollForward.Movement movement : RollForward.Movement.values()) {
      long units = points.movement(movement);
      long coins = money.movement(movement);
      if (units != 0 || coins != 0) {
        line(
            out,
            words(movement),
            units == 0 ? "" : of(units),
            coins == 0 ? "" : minor(currency, coins));
      }
    }
    line(out, "closing", of(points.closing()), minor(currency, money.closing()));
  }

  private static String minor(String currency, long coins) {
    return amount(ExactMoney.ofMinor(currency, coins));
  }

  private static void line(PrintWriter out, String label, String one, String other) {
    out.println("  " + (left(label, 24) + right(one, 14) + right(other, 14)).stripTrailing());
  }

  private static String left(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }
}
