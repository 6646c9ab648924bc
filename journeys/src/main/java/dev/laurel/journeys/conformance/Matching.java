package dev.laurel.journeys.conformance;

import com.google.common.collect.ImmutableList;
import dev.laurel.journeys.identity.TouchpointId;
import dev.laurel.journeys.map.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of each event of a variant and of each step that was passed by.
 *
 * <p>A step that was skipped and an event that was extra at the same touchpoint are one thing out
 * of order; they are paired first with first. What is left is missing or ad hoc. So the numbers of
 * missing and ad hoc do not depend on which of several best alignments was found: of a touchpoint
 * that the way has m times and the journey n times, {@code max(0, m - n)} are missing and
 * {@code max(0, n - m)} ad hoc.
 */
final class Matching {
  /** The step that each event took, or {@code null}. */
  final @Nullable Step[] taken;

  /** The step that each event took at another place of the way, or {@code null}. */
  final @Nullable Step[] outOfOrder;

  /** The steps that did not happen. */
  final ImmutableList<Step> missing;

  final ImmutableList<Move> moves;
  final int cost;

  Matching(List<TouchpointId> journey, ImmutableList<Move> moves) {
    this.moves = moves;
    this.cost = Move.cost(moves);
    taken = new Step[journey.size()];
    outOfOrder = new Step[journey.size()];
    Map<TouchpointId, Deque<Integer>> extra = new HashMap<>();
    for (Move move : moves) {
      if (move instanceof Move.Taken found) {
        taken[found.event()] = found.step();
      } else if (move instanceof Move.Extra found) {
        extra
            .computeIfAbsent(journey.get(found.event()), none -> new ArrayDeque<>())
            .add(found.event());
      }
    }
    List<Step> left = new ArrayList<>();
    for (Move move : moves) {
      if (move instanceof Move.Skipped skipped) {
        Integer event =
            extra.getOrDefault(skipped.step().id(), new ArrayDeque<>()).poll();
        if (event == null) {
          left.add(skipped.step());
        } else {
          outOfOrder[event] = skipped.step();
        }
      }
    }
    missing = ImmutableList.copyOf(left);
  }
}
