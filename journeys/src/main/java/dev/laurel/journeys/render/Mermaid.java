package dev.laurel.journeys.render;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.map.JourneyMap;
import dev.laurel.journeys.map.Stage;
import dev.laurel.journeys.map.Step;
import dev.laurel.journeys.path.Arc;
import dev.laurel.journeys.path.DirectlyFollows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Diagrams in the language of Mermaid, as documents on code hosts show them.
 *
 * <p>In a {@code journey} the characters colon, semicolon, hash and comma have a meaning that
 * cannot be escaped; they become look-alikes. In a {@code flowchart} labels are quoted and their
 * quotes escaped.
 */
public final class Mermaid {
  private static final int MOST_ARCS = 500;

  private Mermaid() {}

  /**
   * The map as a {@code journey}: a section for each stage, a task for each step, with a face from
   * 1 to 5 for an expected emotion from -2 to 2; 3 where none is said.
   */
  public static String journey(JourneyMap map) {
    StringBuilder text = new StringBuilder("journey\n");
    text.append("  title ").append(task(map.name())).append('\n');
    for (Stage stage : map.stages().stages()) {
      List<Step> steps =
          map.steps().stream().filter(step -> step.stage().equals(stage.id())).toList();
      if (!steps.isEmpty()) {
        text.append("  section ").append(task(stage.name())).append('\n');
      }
      for (Step step : steps) {
        double face = step.expectedEmotion().map(felt -> felt.value() + 3).orElse(3.0);
        text.append("    ").append(task(step.touchpoint().name())).append(": ");
        text.append(number(face))
            .append(": ")
            .append(task(map.persona().name()))
            .append('\n');
      }
    }
    return text.toString();
  }

  /**
   * What followed what as a {@code flowchart}: arcs that were taken at least so often, with their
   * counts and their share of all.
   *
   * @throws InvalidValueException LIMIT_EXCEEDED if more than 500 arcs are left
   */
  public static String flowchart(DirectlyFollows graph, long leastCount) {
    List<Arc> arcs =
        graph.arcs().stream().filter(arc -> arc.count() >= leastCount).toList();
    InvalidValueException.check(
        arcs.size() <= MOST_ARCS,
        FailureCode.LIMIT_EXCEEDED,
        "leastCount",
        "a flowchart must have at most %s arcs: %s",
        MOST_ARCS,
        arcs.size());
    long all = Math.max(1, graph.arcs().stream().mapToLong(Arc::count).sum());
    Map<TouchpointId, String> nodes = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    for (Arc arc : arcs) {
      String from = nodes.computeIfAbsent(arc.from(), name -> "t" + nodes.size());
      String to = nodes.computeIfAbsent(arc.to(), name -> "t" + nodes.size());
      long percent = Math.round(100.0 * arc.count() / all);
      lines.add("  " + from + " -->|\"" + arc.count() + " (" + percent + "%)\"| " + to);
    }
    StringBuilder text = new StringBuilder("flowchart LR\n");
    nodes.forEach((name, node) -> text.append("  ")
        .append(node)
        .append("[\"")
        .append(label(name.toString()))
        .append("\"]\n"));
    lines.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  /** A name in a journey, without the characters that end a name there. */
  static String task(String name) {
    StringBuilder safe = new StringBuilder();
    name.codePoints().forEach(c -> {
      switch (c) {
        case ':' -> safe.append('\uA789');
        case ';' -> safe.append('\u037E');
        case '#' -> safe.append('\uFF03');
        case ',' -> safe.append('\u201A');
        default -> safe.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
      }
    });
    // A percent sign at the start of a line would be a comment or a directive.
    return safe.toString().strip().replaceAll("%(?=%)", "% ");
  }

  /** A quoted label in a flowchart. */
  static String label(String name) {
    StringBuilder safe = new StringBuilder();
    name.codePoints().forEach(c -> {
      switch (c) {
        case '"' -> safe.append("#quot;");
        case '#' -> safe.append("#35;");
        case '<' -> safe.append("#lt;");
        case '>' -> safe.append("#gt;");
        case '&' -> safe.append("#amp;");
        case '`' -> safe.append("#96;");
        default -> safe.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
      }
    });
    return safe.toString();
  }
}
