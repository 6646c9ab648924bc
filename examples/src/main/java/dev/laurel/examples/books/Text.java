package dev.laurel.examples.books;

import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.valuation.JournalEntry;
import dev.laurel.core.valuation.RollForward;
import dev.laurel.examples.output.Figures;
import java.io.PrintWriter;
import java.util.Locale;

/** Entries, tables and numbers as a reader of finance expects them. */
final class Text {
  private Text() {}

  /** The amount with separators and without its currency. */
  static String amount(ExactMoney money) {
    return String.format(Locale.ROOT, "%,." + money.digits() + "f", money.amount());
  }

  static String words(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static void row(PrintWriter out, String label, String number) {
    out.println("  " + Figures.left(label, 38) + Figures.right(number, 14));
  }

  static void entry(PrintWriter out, JournalEntry entry) {
    out.println("  " + entry.date() + "  " + words(entry.event()) + ", " + entry.subject());
    for (JournalEntry.Posting posting : entry.postings()) {
      boolean isDebit = posting.side() == JournalEntry.Side.DEBIT;
      String label = (isDebit ? "Dr " : "   Cr ") + words(posting.role());
      String line = Figures.left(label, 34)
          + Figures.right(isDebit ? amount(posting.amount()) : "", 12)
          + Figures.right(isDebit ? "" : amount(posting.amount()), 12);
      out.println("    " + line.stripTrailing());
    }
  }

  /** A table in points and the same in money, side by side; the money is of one currency. */
  static void rollForward(PrintWriter out, RollForward points, RollForward money, String currency) {
    line(out, "", "points", currency);
    line(out, "opening", Figures.of(points.opening()), minor(currency, money.opening()));
    for (RollForward.Movement movement : RollForward.Movement.values()) {
      long units = points.movement(movement);
      long coins = money.movement(movement);
      if (units != 0 || coins != 0) {
        line(
            out,
            words(movement),
            units == 0 ? "" : Figures.of(units),
            coins == 0 ? "" : minor(currency, coins));
      }
    }
    line(out, "closing", Figures.of(points.closing()), minor(currency, money.closing()));
  }

  private static String minor(String currency, long coins) {
    return amount(ExactMoney.ofMinor(currency, coins));
  }

  private static void line(PrintWriter out, String label, String one, String other) {
    out.println("  "
        + (Figures.left(label, 24) + Figures.right(one, 14) + Figures.right(other, 14))
            .stripTrailing());
  }
}
