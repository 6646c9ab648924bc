package dev.laurel.core.earning;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.points.PointType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An accrual for people: "why 59?" and "why not more?".
 *
 * <p>For reading, never for parsing; programs read {@link Accrual#steps} and
 * {@link Accrual#skipped}. Names cannot break out of their place in Markdown: every character with
 * a meaning there is escaped.
 */
public final class AccrualText {
  private static final String MARKDOWN_SIGNS = "\\`*_{}[]<>#|~&!^$";

  private AccrualText() {}

  /** Plain text, one line for each step and each reason. */
  public static String text(Accrual accrual) {
    StringBuilder text = new StringBuilder();
    text.append(accrual.activity().id()).append(" on ").append(accrual.day()).append(": ");
    text.append(totals(accrual)).append('\n');
    for (AccrualStep step : accrual.steps()) {
      text.append("  ").append(step.rule()).append(": ").append(granted(accrual, step));
      text.append(", ").append(how(step)).append('\n');
    }
    if (!accrual.skipped().isEmpty()) {
      text.append("not awarded:\n");
    }
    for (Skipped skip : accrual.skipped()) {
      text.append("  ")
          .append(skip.rule())
          .append(": ")
          .append(why(accrual, skip))
          .append('\n');
    }
    return text.toString();
  }

  /** Markdown: a heading line, a table of steps, a table of reasons. */
  public static String markdown(Accrual accrual) {
    UnaryOperator<String> safe = AccrualText::escaped;
    StringBuilder text = new StringBuilder();
    text.append("**").append(safe.apply(accrual.activity().id().value())).append("** on ");
    text.append(accrual.day())
        .append(": **")
        .append(safe.apply(totals(accrual)))
        .append("**\n");
    if (!accrual.steps().isEmpty()) {
      text.append("\n| rule | points | how |\n|---|---|---|\n");
    }
    for (AccrualStep step : accrual.steps()) {
      row(
          text,
          safe.apply(step.rule().value()),
          safe.apply(granted(accrual, step)),
          safe.apply(how(step)));
    }
    if (!accrual.skipped().isEmpty()) {
      text.append("\n| not awarded | why |\n|---|---|\n");
    }
    for (Skipped skip : accrual.skipped()) {
      row(text, safe.apply(skip.rule().value()), safe.apply(why(accrual, skip)));
    }
    return text.toString();
  }

  private static void row(StringBuilder text, String... cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String totals(Accrual accrual) {
    List<String> totals = new ArrayList<>();
    accrual.totals().values().forEach(points -> totals.add(points.toString()));
    return totals.isEmpty() ? "nothing" : String.join(", ", totals);
  }

  private static String granted(Accrual accrual, AccrualStep step) {
    String points = ReasonText.units(Ratio.of(step.granted()), step.points());
    return step.member().equals(accrual.activity().member())
        ? points
        : points + " for '" + step.member() + "'";
  }

  private static String how(AccrualStep step) {
    StringBuilder how = new StringBuilder(ReasonText.of(step.working(), step.points()));
    if (!step.exact().equals(Ratio.of(step.requested()))) {
      how.append(", exactly ").append(ReasonText.units(step.exact(), step.points()));
    }
    for (Cut cut : step.cuts()) {
      how.append(", ").append(ReasonText.units(Ratio.of(cut.units()), step.points()));
      how.append(" cut by cap '").append(cut.cap()).append('\'');
    }
    return how.toString();
  }

  private static String why(Accrual accrual, Skipped skip) {
    PointType points = accrual.book().rule(skip.rule()).orElseThrow().points();
    return ReasonText.of(skip.reason(), points, accrual.calendar());
  }

  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (MARKDOWN_SIGNS.indexOf(c) >= 0) {
        safe.append('\\');
      }
      safe.append(c == '\n' || c == '\r' ? ' ' : c);
    }
    return safe.toString();
  }
}
