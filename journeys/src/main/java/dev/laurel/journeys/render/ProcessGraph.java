package dev.laurel.journeys.render;

import com.google.common.collect.ImmutableList;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.path.Arc;
import dev.laurel.journeys.path.DirectlyFollows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The part of what followed what that is drawn: node 0 is the start of journeys, then come the
 * touchpoints by name, and the last node is their end.
 */
final class ProcessGraph {
  /**
   * An arrow between two nodes.
   *
   * @param from the number of the node before
   * @param to the number of the node after
   * @param count how often it was taken
   * @param arc the arc with its times; absent from the start and to the end
   */
  record Arrow(int from, int to, long count, Optional<Arc> arc) {
    boolean isLoop() {
      return from == to;
    }
  }

  private final DirectlyFollows graph;
  private final ImmutableList<TouchpointId> touchpoints;
  private final ImmutableList<Arrow> arrows;

  ProcessGraph(DirectlyFollows graph, long leastCount) {
    this.graph = graph;
    Set<TouchpointId> shown = new LinkedHashSet<>();
    graph.occurrences().forEach((name, count) -> {
      if (count >= leastCount) {
        shown.add(name);
      }
    });
    this.touchpoints = ImmutableList.copyOf(shown);
    Map<TouchpointId, Integer> node = new LinkedHashMap<>();
    touchpoints.forEach(name -> node.put(name, node.size() + 1));
    List<Arrow> all = new ArrayList<>();
    node.forEach((name, number) -> {
      all.add(new Arrow(0, number, starts(name), Optional.empty()));
      all.add(new Arrow(number, end(), ends(name), Optional.empty()));
    });
    for (Arc arc : graph.arcs()) {
      Integer from = node.get(arc.from());
      Integer to = node.get(arc.to());
      if (from != null && to != null) {
        all.add(new Arrow(from, to, arc.count(), Optional.of(arc)));
      }
    }
    this.arrows = chosen(all, leastCount);
  }

  /**
   * The arrows that are frequent enough, and the most frequent to and from each touchpoint, so that
   * none stands alone unless all its neighbours are too rare.
   */
  private ImmutableList<Arrow> chosen(List<Arrow> all, long leastCount) {
    @Nullable Arrow[] into = new Arrow[nodes()];
    @Nullable Arrow[] outOf = new Arrow[nodes()];
    for (Arrow arrow : all) {
      if (!arrow.isLoop()) {
        into[arrow.to()] = stronger(into[arrow.to()], arrow);
        outOf[arrow.from()] = stronger(outOf[arrow.from()], arrow);
      }
    }
    return all.stream()
        .filter(arrow -> arrow.count() >= 1)
        .filter(arrow -> arrow.count() >= leastCount
            || arrow.equals(into[arrow.to()])
            || arrow.equals(outOf[arrow.from()]))
        .collect(ImmutableList.toImmutableList());
  }

  /** The arrow that was taken more often; of two the first. */
  static Arrow stronger(@Nullable Arrow one, Arrow other) {
    return one == null || other.count() > one.count() ? other : one;
  }

  private long starts(TouchpointId name) {
    Long count = graph.starts().get(name);
    return count == null ? 0 : count;
  }

  private long ends(TouchpointId name) {
    Long count = graph.ends().get(name);
    return count == null ? 0 : count;
  }

  /** How many nodes there are, start and end included. */
  int nodes() {
    return touchpoints.size() + 2;
  }

  int end() {
    return touchpoints.size() + 1;
  }

  ImmutableList<Arrow> arrows() {
    return arrows;
  }

  /** The touchpoint of a node that is neither the start nor the end. */
  TouchpointId touchpoint(int node) {
    return touchpoints.get(node - 1);
  }

  long occurrences(int node) {
    Long count = graph.occurrences().get(touchpoint(node));
    return count == null ? 0 : count;
  }
}
