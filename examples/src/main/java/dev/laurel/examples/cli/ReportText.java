package dev.laurel.examples.cli;

import dev.laurel.core.points.PointType;
import dev.laurel.core.program.Effect;
import dev.laurel.core.program.RunTotals;
import java.io.PrintWriter;
import java.util.Map;
import java.util.SortedMap;

/** The totals of a run for people. */
final class ReportText {
  private ReportText() {}

  static void totals(RunResult result, PrintWriter out) {
    RunResult.Counts counts = result.counts();
    out.println(result.program().id() + ", version " + result.program().version()
        + ", at the end of " + result.day());
    out.println();
    out.println("Rows: " + Figures.of(counts.read()) + " read = " + Figures.of(counts.accepted())
        + " accepted + " + Figures.of(counts.rejected()) + " rejected"
        + reasons(counts.rejectedByCode()));
    out.println("Accepted: " + Figures.of(counts.done()) + " carried out + "
        + Figures.of(counts.repeated()) + " repeated + " + Figures.of(counts.refused())
        + " refused + " + Figures.of(counts.later()) + " later" + reasons(counts.refusedByCode()));
    RunTotals totals = result.totals();
    out.println("Members: " + Figures.of(totals.members()));
    for (PointType type : totals.byType().keySet()) {
      points(type, totals.of(type), out);
    }
  }

  private static void points(PointType type, RunTotals.Sums sums, PrintWriter out) {
    out.println();
    out.println(type.name());
    row("issued", sums.accrued(), type, out);
    row("redeemed", sums.redeemed(), type, out);
    row("expired", sums.expired(), type, out);
    row("reversed", sums.reversed(), type, out);
    row(
        "outstanding",
        Math.addExact(sums.available(), Math.addExact(sums.pending(), sums.held())),
        type,
        out);
    row("owed", sums.debt(), type, out);
    out.println("  In and out: " + Identity.of(sums).text(type));
  }

  static void explained(Effect effect, PrintWriter out) {
    out.println();
    out.println("Why, and why not more");
    EffectText.print(effect, out);
  }

  private static void row(String name, long units, PointType type, PrintWriter out) {
    out.println("  " + Figures.left(name, 12) + Figures.right(Figures.units(units, type), 16));
  }

  private static String reasons(SortedMap<String, Long> byCode) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, Long> code : byCode.entrySet()) {
      text.append(text.isEmpty() ? " (" : ", ");
      text.append(code.getKey()).append(' ').append(Figures.of(code.getValue()));
    }
    return text.isEmpty() ? "" : text.append(')').toString();
  }
}
