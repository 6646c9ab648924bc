package dev.laurel.journeys.render;

import com.google.common.collect.ImmutableList;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.path.Arc;
import dev.laurel.journeys.path.DirectlyFollows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
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

  /** All arrows between what is shown, and those of them that are drawn. */
  private final ImmutableList<Arrow> all;

  private ImmutableList<Arrow> arrows;

  /** What was met and taken at least so often, and the strongest arrows of what was met. */
  ProcessGraph(DirectlyFollows graph, long leastCount) {
    this(graph, met(graph, leastCount));
    this.arrows = chosen(all, leastCount);
  }

  private ProcessGraph(DirectlyFollows graph, ImmutableList<TouchpointId> touchpoints) {
    this.graph = graph;
    this.touchpoints = touchpoints;
    Map<TouchpointId, Integer> node = new LinkedHashMap<>();
    touchpoints.forEach(name -> node.put(name, node.size() + 1));
    ImmutableList.Builder<Arrow> between = ImmutableList.builder();
    node.forEach((name, number) -> {
      between.add(new Arrow(0, number, starts(name), Optional.empty()));
      between.add(new Arrow(number, end(), ends(name), Optional.empty()));
    });
    for (Arc arc : graph.arcs()) {
      Integer from = node.get(arc.from());
      Integer to = node.get(arc.to());
      if (from != null && to != null) {
        between.add(new Arrow(from, to, arc.count(), Optional.of(arc)));
      }
    }
    this.all = between.build();
    this.arrows = all;
  }

  /**
   * All touchpoints, each on a way from the start to the end that is as strong as any at its
   * weakest arrow; and the strongest other arrows until there are so many.
   */
  static ProcessGraph connected(DirectlyFollows graph, int most) {
    ProcessGraph shown = new ProcessGraph(graph, met(graph, 1));
    Set<Arrow> kept = new HashSet<>(shown.strongestWays(0, Arrow::from, Arrow::to));
    kept.addAll(shown.strongestWays(shown.end(), Arrow::to, Arrow::from));
    shown.all.stream()
        .filter(arrow -> arrow.count() >= 1)
        .sorted(Comparator.comparing(Arrow::count).reversed())
        .takeWhile(arrow -> kept.size() < most)
        .forEach(kept::add);
    shown.arrows =
        shown.all.stream().filter(kept::contains).collect(ImmutableList.toImmutableList());
    return shown;
  }

  /**
   * The arrows of the widest ways from a node to all others: always the strongest arrow next that
   * leads from where a way has come to where none has. The other way round they lead to it.
   */
  private List<Arrow> strongestWays(int root, ToIntFunction<Arrow> near, ToIntFunction<Arrow> far) {
    List<Arrow> ways = new ArrayList<>();
    boolean[] isReached = new boolean[nodes()];
    isReached[root] = true;
    while (true) {
      Optional<Arrow> next = all.stream()
          .filter(arrow -> arrow.count() >= 1)
          .filter(arrow -> isReached[near.applyAsInt(arrow)] && !isReached[far.applyAsInt(arrow)])
          .reduce(ProcessGraph::stronger);
      if (next.isEmpty()) {
        return ways;
      }
      ways.add(next.get());
      isReached[far.applyAsInt(next.get())] = true;
    }
  }

  private static ImmutableList<TouchpointId> met(DirectlyFollows graph, long leastCount) {
    return graph.occurrences().entrySet().stream()
        .filter(met -> met.getValue() >= leastCount)
        .map(Map.Entry::getKey)
        .collect(ImmutableList.toImmutableList());
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

  /** How many arrows between the touchpoints that are shown are not drawn. */
  long leftOut() {
    return all.stream().filter(arrow -> arrow.count() >= 1).count() - arrows.size();
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
