package dev.laurel.examples.cli;

import dev.laurel.core.points.PointType;
import dev.laurel.core.program.Effect;
import dev.laurel.core.program.RunTotals;
import dev.laurel.core.program.Statement;
import dev.laurel.core.time.ProgramCalendar;
import dev.laurel.examples.intake.RejectedRow;
import dev.laurel.examples.output.Figures;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** What a run found out, for people: totals, statements, and reasons. */
final class ReportText {
  private static final int LOTS = 8;
  private static final int MOVEMENTS = 20;
  private static final int LONGEST_ORIGINAL = 120;

  private final RunResult result;
  private final ProgramCalendar calendar;
  private final PrintWriter out;

  ReportText(RunResult result, PrintWriter out) {
    this.result = result;
    this.calendar = result.program().calendar();
    this.out = out;
  }

  void totals() {
    RunResult.Counts counts = result.counts();
    out.println(result.program().id() + ", version " + result.program().version()
        + ", at the end of " + result.day());
    out.println();
    out.println("Rows: " + Figures.of(counts.read()) + " read = " + Figures.of(counts.accepted())
        + " accepted + " + Figures.of(counts.rejected()) + " rejected");
    reasons(counts.rejectedByCode());
    out.println("Accepted: " + Figures.of(counts.done()) + " carried out + "
        + Figures.of(counts.repeated()) + " repeated + " + Figures.of(counts.refused())
        + " refused + " + Figures.of(counts.later()) + " later");
    reasons(counts.refusedByCode());
    RunTotals totals = result.totals();
    out.println("Members: " + Figures.of(totals.members()));
    for (PointType type : totals.byType().keySet()) {
      points(type, totals.of(type));
    }
  }

  private void points(PointType type, RunTotals.Sums sums) {
    out.println();
    out.println(type.name());
    row("issued", sums.accrued(), type);
    row("redeemed", sums.redeemed(), type);
    row("expired", sums.expired(), type);
    row("reversed", sums.reversed(), type);
    row(
        "outstanding",
        Math.addExact(sums.available(), Math.addExact(sums.pending(), sums.held())),
        type);
    row("owed", sums.debt(), type);
    out.println("  In and out: " + Identity.of(sums).text(type));
  }

  /** A member's statement, with its history where it was asked for. */
  void statement(Statement statement) {
    out.println();
    new StatementText(calendar, LOTS).print(statement, out);
    if (result.answers().statements().containsKey(statement.member())) {
      HistoryText history = new HistoryText(calendar, MOVEMENTS);
      statement
          .accounts()
          .forEach(account ->
              history.print(account.type(), History.of(result, statement, account), out));
    }
  }

  void explained(List<Effect> effects, List<Refused> refused) {
    if (effects.isEmpty() && refused.isEmpty()) {
      return;
    }
    out.println();
    out.println("Why, and why not more");
    EffectText text = new EffectText(calendar);
    effects.forEach(effect -> text.print(effect, out));
    for (Refused each : refused) {
      out.println("  " + each.id() + " was refused");
      reject(each.line(), each.reason(), each.original());
    }
  }

  /** The first rows that came to nothing. */
  void rejects() {
    RunResult.Counts counts = result.counts();
    if (counts.rejected() > 0) {
      out.println();
      out.println("Rejected");
      for (RejectedRow row : result.rejects().rejected()) {
        reject(row.line(), row.code() + ": " + row.reason(), row.original());
      }
      more(counts.rejected() - result.rejects().rejected().size());
    }
    if (counts.refused() > 0) {
      out.println();
      out.println("Refused");
      for (Refused refused : result.rejects().refused()) {
        reject(refused.line(), refused.reason(), refused.original());
      }
      more(counts.refused() - result.rejects().refused().size());
    }
  }

  /** What else can be asked. */
  void hints(boolean hasFolder) {
    out.println();
    out.println("Ask for more: --member ID for a statement with its history, --explain ID for an"
        + " event, --as-of DATE for another day"
        + (hasFolder ? "" : ", --out DIR for all statements and rejects") + ".");
  }

  private void row(String name, long units, PointType type) {
    out.println("  " + Figures.left(name, 12) + Figures.right(Figures.units(units, type), 16));
  }

  private void reasons(SortedMap<String, Long> byCode) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, Long> code : byCode.entrySet()) {
      text.append(text.isEmpty() ? "  " : ", ");
      text.append(code.getKey()).append(' ').append(Figures.of(code.getValue()));
    }
    if (!text.isEmpty()) {
      out.println(text);
    }
  }

  /** One row that came to nothing: its line, the reason, and its text, which cannot break out. */
  private void reject(long line, String reason, String original) {
    String shown = original.length() <= LONGEST_ORIGINAL
        ? original
        : original.substring(0, LONGEST_ORIGINAL) + "...";
    out.println("  line " + Figures.of(line) + ": " + printable(reason));
    out.println("    " + printable(shown));
  }

  private void more(long others) {
    if (others > 0) {
      out.println("  and " + Figures.of(others) + " more");
    }
  }

  /** Without what a terminal would obey, such as a line break or the start of an escape. */
  private static String printable(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "?");
  }
}
