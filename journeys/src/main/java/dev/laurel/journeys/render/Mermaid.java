package dev.laurel.journeys.render;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.map.JourneyMap;
import dev.laurel.journeys.map.MapChange;
import dev.laurel.journeys.map.MapVersion;
import dev.laurel.journeys.map.MapVersions;
import dev.laurel.journeys.map.Stage;
import dev.laurel.journeys.map.Step;
import dev.laurel.journeys.path.Arc;
import dev.laurel.journeys.path.DirectlyFollows;
import dev.laurel.journeys.path.StepFlows;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Diagrams in the language of Mermaid, as documents on code hosts show them.
 *
 * <p>Each kind of diagram gives other characters a meaning. Where they can be escaped they are, as
 * in a {@code flowchart}; in a {@code journey} and a {@code timeline} look-alikes stand for them; a
 * {@code sankey-beta} knows ASCII alone, where accents are dropped and other scripts become
 * numbers.
 */
public final class Mermaid {
  private static final int MOST_ARCS = 500;
  private static final int MOST_CHANGES = 6;

  private Mermaid() {}

  /**
   * The map as a {@code journey}: a section for each stage, a task for each step, with a face from
   * 1 to 5 for an expected emotion from -2 to 2; 3 where none is said.
   */
  public static String journey(JourneyMap map) {
    StringBuilder text = new StringBuilder("journey\n");
    text.append("  title ").append(MermaidText.task(map.name())).append('\n');
    for (Stage stage : map.stages().stages()) {
      List<Step> steps =
          map.steps().stream().filter(step -> step.stage().equals(stage.id())).toList();
      if (!steps.isEmpty()) {
        text.append("  section ").append(MermaidText.task(stage.name())).append('\n');
      }
      for (Step step : steps) {
        double face = step.expectedEmotion().map(felt -> felt.value() + 3).orElse(3.0);
        text.append("    ").append(MermaidText.task(step.touchpoint().name())).append(": ");
        text.append(number(face))
            .append(": ")
            .append(MermaidText.task(map.persona().name()))
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
        .append(MermaidText.label(name.value()))
        .append("\"]\n"));
    lines.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  /**
   * How journeys flow from step to step, as {@code sankey-beta}: nodes are touchpoints at a step,
   * such as {@code Cart [2]}, those put together, and the end after each step.
   *
   * @throws InvalidValueException REQUIRED without a journey, of which there is no such diagram
   */
  public static String sankey(StepFlows flows) {
    InvalidValueException.check(
        !flows.flows().isEmpty(),
        FailureCode.REQUIRED,
        "flows",
        "a Sankey diagram must have a journey");
    return new SankeyText().of(flows);
  }

  /**
   * The history of a map as {@code timeline}: for each version where it stands, when it was made
   * and was in force, why it was made, and the first of its changes against the version from which
   * it was made.
   *
   * @param zone where the days are counted
   */
  public static String timeline(MapVersions versions, ZoneId zone) {
    StringBuilder text = new StringBuilder("timeline\n");
    String title = versions.latest().map().name();
    text.append("  title ").append(MermaidText.task(title)).append('\n');
    for (MapVersion version : versions.versions()) {
      text.append("  Version ").append(version.number());
      for (String event : events(versions, version, zone)) {
        text.append(" : ").append(MermaidText.task(event));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static List<String> events(MapVersions versions, MapVersion version, ZoneId zone) {
    List<String> events = new ArrayList<>();
    String status = version.status().name().toLowerCase(Locale.ROOT);
    events.add(status + ", made on " + day(version.madeAt(), zone));
    version
        .activeFrom()
        .ifPresent(from -> events.add("in force from " + day(from, zone)
            + version.activeUntil().map(until -> " until " + day(until, zone)).orElse("")));
    events.add(version.reason());
    if (version.parent().isPresent()) {
      List<MapChange> changes = versions.between(version.parent().getAsInt(), version.number());
      changes.stream()
          .limit(MOST_CHANGES)
          .forEach(change ->
              events.add(change.kind().name().toLowerCase(Locale.ROOT) + " " + change.path()));
      if (changes.size() > MOST_CHANGES) {
        events.add("and " + (changes.size() - MOST_CHANGES) + " more changes");
      }
    }
    return events;
  }

  private static LocalDate day(Instant at, ZoneId zone) {
    return at.atZone(zone).toLocalDate();
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
