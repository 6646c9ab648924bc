package dev.laurel.journeys.conformance;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.identity.TouchpointId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The search for the cheapest alignment: the shortest way through the grid of events and places,
 * where a step taken costs nothing and every other move 1. Of equally cheap ones, one that takes
 * the most steps wins, and of these the one found first in the order of the map.
 */
final class Aligner {
  private static final long MOST_CELLS = 20_000_000;
  private static final long UNSEEN = Long.MAX_VALUE;

  private final Ways ways;
  private final int shortest;

  Aligner(Ways ways) {
    this.ways = ways;
    this.shortest = ways.shortest();
  }

  /** The number of steps of the shortest way through the map. */
  int shortest() {
    return shortest;
  }

  ImmutableList<Move> align(List<TouchpointId> journey) {
    return new Search(journey).moves();
  }

  /** The search for one journey, a row of places for each number of events behind it. */
  private final class Search {
    private final List<TouchpointId> journey;
    private final int width = ways.size();
    private final long price;
    private final int[] from;
    private long[] costs;

    Search(List<TouchpointId> journey) {
      this.journey = journey;
      long cells = (journey.size() + 1L) * width;
      InvalidValueException.check(
          cells <= MOST_CELLS,
          FailureCode.LIMIT_EXCEEDED,
          "events",
          "a journey and a map must have at most %s pairs of event and place: %s",
          MOST_CELLS,
          cells);
      // Each step taken is worth one, and no number of them is worth a move.
      this.price = journey.size() + 1L;
      this.from = new int[(int) cells];
      this.costs = new long[width];
      Arrays.fill(costs, UNSEEN);
      costs[0] = 0;
      from[0] = -1;
    }

    ImmutableList<Move> moves() {
      skip(0);
      for (int event = 0; event < journey.size(); event++) {
        costs = advanced(event);
        skip(event + 1);
      }
      int best = -1;
      for (int place = 0; place < width; place++) {
        boolean isBetter = costs[place] != UNSEEN && (best < 0 || costs[place] < costs[best]);
        best = ways.isEnd(place) && isBetter ? place : best;
      }
      return walkedBack(best);
    }

    /** Goes on by one event: past it, or with it to a step. */
    private long[] advanced(int event) {
      long[] after = new long[width];
      Arrays.fill(after, UNSEEN);
      int row = (event + 1) * width;
      for (int place = 0; place < width; place++) {
        if (costs[place] != UNSEEN) {
          if (costs[place] + price < after[place]) {
            after[place] = costs[place] + price;
            from[row + place] = event * width + place;
          }
          for (int target : ways.arrows(place)) {
            boolean isStep = ways.step(target).id().equals(journey.get(event));
            if (isStep && costs[place] - 1 < after[target]) {
              after[target] = costs[place] - 1;
              from[row + target] = event * width + place;
            }
          }
        }
      }
      return after;
    }

    /** Goes on without an event as long as that is cheaper. */
    private void skip(int event) {
      ArrayDeque<Integer> changed = new ArrayDeque<>();
      for (int place = 0; place < width; place++) {
        if (costs[place] != UNSEEN) {
          changed.add(place);
        }
      }
      while (!changed.isEmpty()) {
        int place = changed.remove();
        for (int target : ways.arrows(place)) {
          if (costs[place] + price < costs[target]) {
            costs[target] = costs[place] + price;
            from[event * width + target] = event * width + place;
            changed.add(target);
          }
        }
      }
    }

    private ImmutableList<Move> walkedBack(int end) {
      List<Move> moves = new ArrayList<>();
      int cell = journey.size() * width + end;
      while (from[cell] >= 0) {
        int before = from[cell];
        int event = before / width;
        int place = cell % width;
        if (cell / width == event) {
          moves.add(new Move.Skipped(ways.step(place)));
        } else if (before % width == place && !isTaken(event, place, cell)) {
          moves.add(new Move.Extra(event));
        } else {
          moves.add(new Move.Taken(ways.step(place), event));
        }
        cell = before;
      }
      Collections.reverse(moves);
      return ImmutableList.copyOf(moves);
    }

    /** Whether a move that stays at its place took the step of that place once more. */
    private boolean isTaken(int event, int place, int cell) {
      boolean loops = false;
      for (int target : ways.arrows(place)) {
        loops |= target == place;
      }
      // Where it could be taken it is cheaper than to pass it by, and so it was.
      return loops && cell % width != 0 && ways.step(place).id().equals(journey.get(event));
    }
  }
}
