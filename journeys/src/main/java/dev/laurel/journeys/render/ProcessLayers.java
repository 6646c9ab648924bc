package dev.laurel.journeys.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In which layer each node of a process stands, from 0 for the start downwards.
 *
 * <p>Nodes are first put in one order in which as few journeys as can be cheaply had go backwards.
 * Then the most frequent arrow into and out of each node must lead to a deeper layer, and no two
 * nodes that an arrow joins may share one.
 *
 * <p>Source of the order: P. Eades, X. Lin, W. F. Smyth, "A fast and effective heuristic for the
 * feedback arc set problem", Information Processing Letters 47 (1993), here by weight.
 */
final class ProcessLayers {
  private final ProcessGraph graph;
  private final int[] position;
  private final int[] layer;

  private ProcessLayers(ProcessGraph graph) {
    this.graph = graph;
    this.position = positions();
    this.layer = new int[graph.nodes()];
  }

  static int[] of(ProcessGraph graph) {
    ProcessLayers layers = new ProcessLayers(graph);
    layers.settle();
    return layers.layer;
  }

  /**
   * The node from which most more leaves than comes is next, those before it and the end taken
   * away; as long as an arrow leads to any from those before, it is one of these.
   */
  private int[] positions() {
    int nodes = graph.nodes();
    int[] positions = new int[nodes];
    boolean[] isPlaced = new boolean[nodes];
    isPlaced[0] = true;
    isPlaced[graph.end()] = true;
    positions[graph.end()] = nodes - 1;
    for (int place = 1; place < nodes - 1; place++) {
      long[] surplus = new long[nodes];
      boolean[] isMet = new boolean[nodes];
      for (ProcessGraph.Arrow arrow : graph.arrows()) {
        surplus[arrow.from()] += isPlaced[arrow.to()] ? 0 : arrow.count();
        surplus[arrow.to()] -= isPlaced[arrow.from()] ? 0 : arrow.count();
        isMet[arrow.to()] |= isPlaced[arrow.from()];
      }
      int next = -1;
      for (int node = 1; node < graph.end(); node++) {
        boolean isNext =
            next < 0 || (isMet[node] == isMet[next] ? surplus[node] > surplus[next] : isMet[node]);
        if (!isPlaced[node] && isNext) {
          next = node;
        }
      }
      positions[next] = place;
      isPlaced[next] = true;
    }
    return positions;
  }

  private void settle() {
    List<ProcessGraph.Arrow> firm = backbone();
    boolean isFlat = true;
    while (isFlat) {
      deepen(firm);
      isFlat = false;
      for (ProcessGraph.Arrow arrow : graph.arrows()) {
        if (!arrow.isLoop() && layer[arrow.from()] == layer[arrow.to()]) {
          firm.add(arrow);
          isFlat = true;
        }
      }
    }
    layer[graph.end()] = 0;
    layer[graph.end()] = 1 + Arrays.stream(layer).max().orElse(0);
  }

  private List<ProcessGraph.Arrow> backbone() {
    ProcessGraph.@Nullable Arrow[] into = new ProcessGraph.Arrow[graph.nodes()];
    ProcessGraph.@Nullable Arrow[] outOf = new ProcessGraph.Arrow[graph.nodes()];
    for (ProcessGraph.Arrow arrow : graph.arrows()) {
      if (position[arrow.from()] < position[arrow.to()]) {
        into[arrow.to()] = ProcessGraph.stronger(into[arrow.to()], arrow);
        outOf[arrow.from()] = ProcessGraph.stronger(outOf[arrow.from()], arrow);
      }
    }
    List<ProcessGraph.Arrow> backbone = new ArrayList<>();
    Stream.concat(Arrays.stream(into), Arrays.stream(outOf))
        .filter(Objects::nonNull)
        .forEach(backbone::add);
    return backbone;
  }

  /** The shallowest layers in which every firm arrow leads down, in the direction of the order. */
  private void deepen(List<ProcessGraph.Arrow> firm) {
    Arrays.fill(layer, 1);
    layer[0] = 0;
    for (int round = 0; round < graph.nodes(); round++) {
      for (ProcessGraph.Arrow arrow : firm) {
        boolean isForward = position[arrow.from()] < position[arrow.to()];
        int above = isForward ? arrow.from() : arrow.to();
        int below = isForward ? arrow.to() : arrow.from();
        layer[below] = Math.max(layer[below], layer[above] + 1);
      }
    }
  }
}
