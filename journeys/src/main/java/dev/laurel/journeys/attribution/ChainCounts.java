package dev.laurel.journeys.attribution;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** How often journeys went from state to state, where a state is the last few touchpoints. */
final class ChainCounts {
  final int states;
  /** From each state to each, and behind them to conversion and to nothing. */
  final long[] moves;
  /** From the start to each state, to conversion and to nothing. */
  final long[] starts;

  private final List<Gram> grams;
  private final Map<Gram, Integer> known;
  private final int width;

  private ChainCounts(List<Gram> grams, Map<Gram, Integer> known) {
    this.grams = grams;
    this.known = known;
    this.states = grams.size();
    this.width = states + 2;
    this.moves = new long[Math.multiplyExact(states, width)];
    this.starts = new long[width];
  }

  /** The last touchpoints of a journey, at most so many as a state remembers. */
  record Gram(List<Integer> codes) {
    static Gram of(PathCounts paths, int row, int place, int order) {
      int begin = Math.max(paths.begin(row), place + 1 - order);
      return new Gram(IntStream.rangeClosed(begin, place).mapToObj(paths::code).toList());
    }
  }

  static ChainCounts of(PathCounts paths, int order, int most) {
    return order == 1 ? ofTouchpoints(paths, most) : ofGrams(paths, order, most);
  }

  /** In order 1 the codes are the states, and nothing needs to be looked up. */
  private static ChainCounts ofTouchpoints(PathCounts paths, int most) {
    check(paths.touchpoints().size(), most);
    List<Gram> grams = new ArrayList<>();
    Map<Gram, Integer> known = new HashMap<>();
    for (int code = 0; code < paths.touchpoints().size(); code++) {
      Gram gram = new Gram(List.of(code));
      grams.add(gram);
      known.put(gram, code);
    }
    ChainCounts counts = new ChainCounts(grams, known);
    counts.countTouchpoints(paths);
    return counts;
  }

  /** One pass without a choice in it: the start is a line of the table as any other. */
  private void countTouchpoints(PathCounts paths) {
    long[] table = new long[Math.multiplyExact(states + 1, width)];
    int start = states * width;
    for (int row = 0; row < paths.rows(); row++) {
      long converted = paths.conversions(row);
      long other = paths.others(row);
      int from = start;
      int end = paths.end(row);
      for (int place = paths.begin(row); place < end; place++) {
        int to = paths.code(place);
        table[from + to] += converted + other;
        from = to * width;
      }
      table[from + states] += converted;
      table[from + states + 1] += other;
    }
    System.arraycopy(table, 0, moves, 0, start);
    System.arraycopy(table, start, starts, 0, width);
  }

  /** Two passes: the states there are, then the moves between them. */
  private static ChainCounts ofGrams(PathCounts paths, int order, int most) {
    List<Gram> grams = new ArrayList<>();
    Map<Gram, Integer> known = new HashMap<>();
    for (int row = 0; row < paths.rows(); row++) {
      for (int place = paths.begin(row); place < paths.end(row); place++) {
        Gram gram = Gram.of(paths, row, place, order);
        if (known.putIfAbsent(gram, grams.size()) == null) {
          grams.add(gram);
          check(grams.size(), most);
        }
      }
    }
    ChainCounts counts = new ChainCounts(grams, known);
    for (int row = 0; row < paths.rows(); row++) {
      int from = -1;
      long weight = paths.conversions(row) + paths.others(row);
      for (int place = paths.begin(row); place < paths.end(row); place++) {
        int to = counts.stateOf(Gram.of(paths, row, place, order));
        counts.count(from, to, weight);
        from = to;
      }
      counts.end(from, paths, row);
    }
    return counts;
  }

  /** How many states there are; where there are more than the most, more than those. */
  static int statesUpTo(PathCounts paths, int order, int most) {
    Set<Gram> known = new HashSet<>();
    for (int row = 0; row < paths.rows() && known.size() <= most; row++) {
      for (int place = paths.begin(row); place < paths.end(row); place++) {
        known.add(Gram.of(paths, row, place, order));
      }
    }
    return known.size();
  }

  static void check(int states, int most) {
    InvalidValueException.check(
        states <= most,
        FailureCode.LIMIT_EXCEEDED,
        "order",
        "a chain must have at most %s states: %s",
        most,
        states);
  }

  private void end(int from, PathCounts paths, int row) {
    count(from, states, paths.conversions(row));
    count(from, states + 1, paths.others(row));
  }

  private void count(int from, int to, long weight) {
    if (from < 0) {
      starts[to] += weight;
    } else {
      moves[from * width + to] += weight;
    }
  }

  private int stateOf(Gram gram) {
    return known.getOrDefault(gram, -1);
  }

  /** The state of these codes; -1 if no journey was ever there. */
  int stateOf(List<Integer> codes) {
    return stateOf(new Gram(codes));
  }

  /** The codes that a state remembers. */
  List<Integer> gram(int state) {
    return grams.get(state).codes();
  }

  /** The code of the touchpoint at which a journey in this state is. */
  int newest(int state) {
    List<Integer> codes = gram(state);
    return codes.get(codes.size() - 1);
  }

  /** The states whose newest touchpoint is this. */
  int[] statesAt(int touchpoint) {
    return IntStream.range(0, states)
        .filter(state -> newest(state) == touchpoint)
        .toArray();
  }

  /** How often journeys went from one state to another. */
  long moved(int from, int to) {
    return moves[from * width + to];
  }

  /** How often journeys were in a state. */
  long leaving(int state) {
    return Arrays.stream(moves, state * width, (state + 1) * width).sum();
  }
}
