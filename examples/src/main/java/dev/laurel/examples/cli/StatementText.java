package dev.laurel.examples.cli;

import dev.laurel.core.ledger.ExpirySchedule;
import dev.laurel.core.ledger.Lot;
import dev.laurel.core.ledger.LotExpiry;
import dev.laurel.core.ledger.LotOrigin;
import dev.laurel.core.points.Points;
import dev.laurel.core.program.Statement;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.examples.output.Figures;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A member's statement for people: what there is, of what it is made, and when it goes. */
final class StatementText {
  private final ProgramCalendar calendar;
  private final int mostLots;

  /** Statements that list at most so many lots; the rest is counted. */
  StatementText(ProgramCalendar calendar, int mostLots) {
    this.calendar = calendar;
    this.mostLots = mostLots;
  }

  void print(Statement statement, PrintWriter out) {
    LocalDate day = calendar.dateOf(statement.asOf());
    out.println("Member " + statement.member() + " at the end of " + day);
    if (statement.accounts().isEmpty()) {
      out.println("  has had no points.");
    }
    for (Statement.Account account : statement.accounts()) {
      account(account, out);
    }
  }

  private void account(Statement.Account account, PrintWriter out) {
    out.print("  " + account.type().name() + ": " + balance(account));
    out.println();
    lots("Spent in this order", account.lots(), account.expiring(), out);
    lots("Not yet usable", account.pending(), account.expiring(), out);
    expiring(account.expiring(), out);
    out.println("    In and out: " + Identity.of(account.totals()).text(account.type()));
  }

  private static String balance(Statement.Account account) {
    StringBuilder text = new StringBuilder();
    text.append(Figures.units(account.totals().available(), account.type())).append(" available");
    if (account.totals().pending() > 0) {
      text.append(", ").append(Figures.units(account.totals().pending(), account.type()));
      text.append(" pending");
    }
    if (account.totals().held() > 0) {
      text.append(", ").append(Figures.units(account.totals().held(), account.type()));
      text.append(" held");
    }
    if (account.totals().debt() > 0) {
      text.append(", ").append(Figures.units(account.totals().debt(), account.type()));
      text.append(" owed");
    }
    return text.toString();
  }

  private void lots(String heading, List<Lot> lots, ExpirySchedule schedule, PrintWriter out) {
    if (lots.isEmpty()) {
      return;
    }
    out.println("    " + heading + ":");
    for (Lot lot : lots.subList(0, Math.min(mostLots, lots.size()))) {
      out.println("      " + Figures.right(Figures.of(lot.remaining()), 8) + " of "
          + Figures.left(Figures.of(lot.granted()), 8) + " earned "
          + calendar.dateOf(lot.earnedAt()) + ", " + end(lot.expiry(), schedule) + "  "
          + origin(lot.origin()));
    }
    if (lots.size() > mostLots) {
      out.println("      and " + Figures.of(lots.size() - mostLots) + " more");
    }
  }

  private void expiring(ExpirySchedule schedule, PrintWriter out) {
    if (schedule.total().isZero()) {
      return;
    }
    out.println("    Gone, if nothing happens:");
    int left = mostLots;
    for (Map.Entry<ExpirySchedule.Date, Points> date : schedule.dates().entrySet()) {
      if (left-- > 0) {
        out.println("      " + Figures.right(Figures.of(date.getValue()), 8) + " after "
            + date.getKey().lastDay());
      }
    }
    if (left < 0) {
      out.println("      and on " + Figures.of(-left) + " more days");
    }
    if (!schedule.never().isZero()) {
      out.println("      " + Figures.right(Figures.of(schedule.never()), 8) + " never");
    }
  }

  private static String end(LotExpiry expiry, ExpirySchedule schedule) {
    if (expiry instanceof LotExpiry.At at) {
      return "usable through " + at.lastDay();
    }
    if (expiry instanceof LotExpiry.WithActivity && !schedule.dates().isEmpty()) {
      return "usable through " + schedule.dates().firstKey().lastDay() + " unless active";
    }
    return "never expires";
  }

  private static String origin(LotOrigin origin) {
    if (origin instanceof LotOrigin.Earned earned) {
      return "by " + earned.source() + ", rule " + earned.rule();
    }
    if (origin instanceof LotOrigin.Adjusted adjusted) {
      return "credited by hand: " + adjusted.reason();
    }
    if (origin instanceof LotOrigin.Transferred transferred) {
      return "from member " + transferred.from();
    }
    return origin instanceof LotOrigin.Restored restored
        ? origin(restored.original()) + ", restored"
        : "reinstated";
  }
}
