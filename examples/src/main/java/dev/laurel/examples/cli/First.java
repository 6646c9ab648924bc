package dev.laurel.examples.cli;

import java.util.List;
import java.util.TreeMap;

/** The first few of many by their line, in whatever order they come. */
final class First<T> {
  private final int most;
  private final TreeMap<Long, T> byLine = new TreeMap<>();

  First(int most) {
    this.most = most;
  }

  void note(long line, T thing) {
    byLine.put(line, thing);
    if (byLine.size() > most) {
      byLine.pollLastEntry();
    }
  }

  List<T> inOrder() {
    return List.copyOf(byLine.values());
  }
}
