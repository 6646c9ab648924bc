package dev.laurel.journeys.log;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Names that become codes from 0 in the order in which they are first seen. */
final class Vocabulary<T extends Comparable<T>> {
  private final Map<T, Integer> codes = new HashMap<>();
  private final List<T> names = new ArrayList<>();

  int code(T name) {
    Integer known = codes.get(name);
    if (known != null) {
      return known;
    }
    codes.put(name, names.size());
    names.add(name);
    return names.size() - 1;
  }

  boolean knows(T name) {
    return codes.containsKey(name);
  }

  List<T> names() {
    return names;
  }

  /** For each code its place in the alphabet. */
  static <T extends Comparable<T>> int[] ranks(List<T> names) {
    int[] byName = IntStream.range(0, names.size())
        .boxed()
        .sorted((left, right) -> names.get(left).compareTo(names.get(right)))
        .mapToInt(Integer::intValue)
        .toArray();
    int[] ranks = new int[byName.length];
    for (int place = 0; place < byName.length; place++) {
      ranks[byName[place]] = place;
    }
    return ranks;
  }

  static <T extends Comparable<T>> ImmutableList<T> sorted(List<T> names) {
    return ImmutableList.sortedCopyOf(names);
  }
}
