package dev.laurel.journeys.render;

import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.path.Arc;
import dev.laurel.journeys.path.DirectlyFollows;
import java.util.LinkedHashMap;
import java.util.Map;

/** Graphs in the language of Graphviz. */
public final class Dot {
  private static final double THICKEST = 6;

  private Dot() {}

  /**
   * What followed what, with counts and mean times; the thicker an arc, the more often it was
   * taken.
   */
  public static String graph(DirectlyFollows graph, long leastCount) {
    StringBuilder text = new StringBuilder("digraph journeys {\n  rankdir=LR;\n");
    text.append("  node [shape=box, style=rounded, fontname=\"sans-serif\"];\n");
    Map<TouchpointId, String> nodes = new LinkedHashMap<>();
    graph.occurrences().forEach((name, count) -> {
      nodes.put(name, "t" + nodes.size());
      text.append("  ").append(nodes.get(name)).append(" [label=\"");
      text.append(label(name.value())).append("\\n").append(count).append("\"];\n");
    });
    long most = graph.arcs().stream().mapToLong(Arc::count).max().orElse(1);
    for (Arc arc : graph.arcs()) {
      if (arc.count() >= leastCount) {
        double width = Math.round(10 * (1 + (THICKEST - 1) * arc.count() / most)) / 10.0;
        text.append("  ").append(nodes.get(arc.from())).append(" -> ");
        text.append(nodes.get(arc.to())).append(" [label=\"").append(arc.count());
        text.append("\\n").append(arc.mean()).append("\", penwidth=").append(width);
        text.append("];\n");
      }
    }
    return text.append("}\n").toString();
  }

  /** A quoted label. */
  static String label(String name) {
    return ShownText.of(name).replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
