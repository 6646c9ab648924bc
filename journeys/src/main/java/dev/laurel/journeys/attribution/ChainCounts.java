package dev.laurel.journeys.attribution;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How often journeys went from state to state, where a state is the last few touchpoints. */
final class ChainCounts {
  final int states;
  /** From each state to each, and behind them to conversion and to nothing. */
  final long[] moves;
  /** From the start to each state, to conversion and to nothing. */
  final long[] starts;

  private final int[] newest;
  private final int width;

  private ChainCounts(int states, long[] moves, long[] starts, int[] newest) {
    this.states = states;
    this.moves = moves;
    this.starts = starts;
    this.newest = newest;
    this.width = states + 2;
  }

  static ChainCounts of(PathCounts paths, int order, int most) {
    return order == 1 ? ofTouchpoints(paths, most) : ofGrams(paths, order, most);
  }

  private static ChainCounts ofTouchpoints(PathCounts paths, int most) {
    int states = paths.touchpoints().size();
    check(states, most);
    ChainCounts counts = new ChainCounts(
        states,
        new long[states * (states + 2)],
        new long[states + 2],
        IntStream.range(0, states).toArray());
    for (int row = 0; row < paths.rows(); row++) {
      int from = -1;
      long weight = paths.conversions(row) + paths.others(row);
      for (int place = paths.begin(row); place < paths.end(row); place++) {
        int to = paths.code(place);
        counts.count(from, to, weight);
        from = to;
      }
      counts.count(from, states, paths.conversions(row));
      counts.count(from, states + 1, paths.others(row));
    }
    return counts;
  }

  /** Two passes: the states there are, then the moves between them. */
  private static ChainCounts ofGrams(PathCounts paths, int order, int most) {
    Map<Gram, Integer> known = new HashMap<>();
    int[] newest = new int[16];
    for (int row = 0; row < paths.rows(); row++) {
      for (int place = paths.begin(row); place < paths.end(row); place++) {
        Gram gram = Gram.of(paths, row, place, order);
        if (known.putIfAbsent(gram, known.size()) == null) {
          check(known.size(), most);
          newest = Arrays.copyOf(newest, Math.max(newest.length, 2 * known.size()));
          newest[known.size() - 1] = paths.code(place);
        }
      }
    }
    int states = known.size();
    ChainCounts counts = new ChainCounts(
        states,
        new long[states * (states + 2)],
        new long[states + 2],
        Arrays.copyOf(newest, states));
    for (int row = 0; row < paths.rows(); row++) {
      int from = -1;
      long weight = paths.conversions(row) + paths.others(row);
      for (int place = paths.begin(row); place < paths.end(row); place++) {
        int to = known.getOrDefault(Gram.of(paths, row, place, order), -1);
        counts.count(from, to, weight);
        from = to;
      }
      counts.count(from, states, paths.conversions(row));
      counts.count(from, states + 1, paths.others(row));
    }
    return counts;
  }

  /** The touchpoints up to a place, at most so many. */
  private record Gram(List<Integer> codes) {
    static Gram of(PathCounts paths, int row, int place, int order) {
      int begin = Math.max(paths.begin(row), place + 1 - order);
      return new Gram(IntStream.rangeClosed(begin, place).mapToObj(paths::code).toList());
    }
  }

  private static void check(int states, int most) {
    InvalidValueException.check(
        states <= most,
        FailureCode.LIMIT_EXCEEDED,
        "order",
        "a chain must have at most %s states: %s",
        most,
        states);
  }

  private void count(int from, int to, long weight) {
    if (from < 0) {
      starts[to] += weight;
    } else {
      moves[from * width + to] += weight;
    }
  }

  /** The states whose newest touchpoint is this. */
  int[] statesAt(int touchpoint) {
    return IntStream.range(0, states)
        .filter(state -> newest[state] == touchpoint)
        .toArray();
  }
}
