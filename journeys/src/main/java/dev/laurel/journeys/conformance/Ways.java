package dev.laurel.journeys.conformance;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.map.Flow;
import dev.laurel.journeys.map.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All ways through a flow as a graph of places: place 0 is the start, every other place is a step,
 * and an arrow leads to each step that may come next.
 *
 * <p>It is the position automaton of V. M. Glushkov (1961), which needs no empty moves. A set in
 * any order has a copy of each part for each set of parts that may still be open when it begins.
 */
final class Ways {
  private static final int MOST_PLACES = 20_000;

  /** A part of the graph: whether it can be left out, where it begins and where it ends. */
  private record Part(boolean isOptional, Set<Integer> first, Set<Integer> last) {}

  private final List<Step> steps = new ArrayList<>();
  private final List<Set<Integer>> next = new ArrayList<>();
  private final int[][] arrows;
  private final boolean[] isEnd;

  private Ways(Flow flow) {
    next.add(new LinkedHashSet<>());
    Part all = flow.match(new Builder());
    next.get(0).addAll(all.first());
    arrows = new int[next.size()][];
    isEnd = new boolean[next.size()];
    for (int place = 0; place < arrows.length; place++) {
      arrows[place] = next.get(place).stream().mapToInt(Integer::intValue).toArray();
      isEnd[place] = place == 0 ? all.isOptional() : all.last().contains(place);
    }
  }

  static Ways of(Flow flow) {
    return new Ways(flow);
  }

  /** How many places there are, the start included. */
  int size() {
    return arrows.length;
  }

  /** The step of a place other than the start. */
  Step step(int place) {
    return steps.get(place - 1);
  }

  /** The places that may come next. */
  int[] arrows(int place) {
    return arrows[place];
  }

  /** Whether a journey may end there. */
  boolean isEnd(int place) {
    return isEnd[place];
  }

  /** The number of steps of the shortest way. */
  int shortest() {
    int[] distance = new int[size()];
    Arrays.fill(distance, Integer.MAX_VALUE);
    distance[0] = 0;
    int[] queue = new int[size()];
    int until = 1;
    for (int from = 0; from < until; from++) {
      int place = queue[from];
      if (isEnd[place]) {
        return distance[place];
      }
      for (int target : arrows[place]) {
        if (distance[target] == Integer.MAX_VALUE) {
          distance[target] = distance[place] + 1;
          queue[until++] = target;
        }
      }
    }
    throw new IllegalStateException("every flow has an end");
  }

  private final class Builder implements Flow.Cases<Part> {
    @Override
    public Part one(Flow.One flow) {
      InvalidValueException.check(
          steps.size() < MOST_PLACES,
          FailureCode.LIMIT_EXCEEDED,
          "flow",
          "the ways through a map must have at most %s places",
          MOST_PLACES);
      steps.add(flow.step());
      next.add(new LinkedHashSet<>());
      Set<Integer> place = Set.of(steps.size());
      return new Part(false, place, place);
    }

    @Override
    public Part inOrder(Flow.InOrder flow) {
      Part all = new Part(true, Set.of(), Set.of());
      for (Flow part : flow.parts()) {
        all = joined(all, part.match(this));
      }
      return all;
    }

    @Override
    public Part choice(Flow.Choice flow) {
      Set<Integer> first = new LinkedHashSet<>();
      Set<Integer> last = new LinkedHashSet<>();
      boolean isOptional = false;
      for (Flow each : flow.parts()) {
        Part part = each.match(this);
        first.addAll(part.first());
        last.addAll(part.last());
        isOptional |= part.isOptional();
      }
      return new Part(isOptional, first, last);
    }

    @Override
    public Part maybe(Flow.Maybe flow) {
      Part part = flow.part().match(this);
      return new Part(true, part.first(), part.last());
    }

    @Override
    public Part repeated(Flow.Repeated flow) {
      Part part = flow.part().match(this);
      part.last().forEach(place -> next.get(place).addAll(part.first()));
      return part;
    }

    @Override
    public Part anyOrder(Flow.AnyOrder flow) {
      Part[] rests = new Part[1 << flow.parts().size()];
      rests[0] = new Part(true, Set.of(), Set.of());
      for (int open = 1; open < rests.length; open++) {
        rests[open] = rest(flow.parts(), open, rests);
      }
      return rests[rests.length - 1];
    }

    /** The parts of a set that are still open, in any order. */
    private Part rest(ImmutableList<Flow> parts, int open, Part[] rests) {
      Set<Integer> first = new LinkedHashSet<>();
      Set<Integer> last = new LinkedHashSet<>();
      boolean isOptional = false;
      for (int i = 0; i < parts.size(); i++) {
        if ((open >> i & 1) != 0) {
          Part way = joined(parts.get(i).match(this), rests[open & ~(1 << i)]);
          first.addAll(way.first());
          last.addAll(way.last());
          isOptional |= way.isOptional();
        }
      }
      return new Part(isOptional, first, last);
    }

    private Part joined(Part one, Part two) {
      one.last().forEach(place -> next.get(place).addAll(two.first()));
      Set<Integer> first = new LinkedHashSet<>(one.first());
      if (one.isOptional()) {
        first.addAll(two.first());
      }
      Set<Integer> last = new LinkedHashSet<>(two.last());
      if (two.isOptional()) {
        last.addAll(one.last());
      }
      return new Part(one.isOptional() && two.isOptional(), first, last);
    }
  }
}
