package dev.laurel.journeys.attribution;

import com.google.common.collect.Comparators;
import dev.laurel.journeys.identity.TouchpointId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Paths in the order of their names, each in one row, however they were divided into rows. */
final class DistinctPaths {
  private static final Comparator<List<TouchpointId>> BY_NAMES =
      Comparators.lexicographical(Comparator.<TouchpointId>naturalOrder())::compare;

  private DistinctPaths() {}

  /** How many journeys took a path, with a conversion and without. */
  private record Taken(long converted, long others) {
    Taken plus(Taken other) {
      return new Taken(
          Math.addExact(converted, other.converted), Math.addExact(others, other.others));
    }
  }

  static PathCounts of(PathCounts paths) {
    SortedMap<List<TouchpointId>, Taken> taken = new TreeMap<>(BY_NAMES);
    for (int row = 0; row < paths.rows(); row++) {
      List<TouchpointId> path = new ArrayList<>();
      for (int place = paths.begin(row); place < paths.end(row); place++) {
        path.add(paths.touchpoints().get(paths.code(place)));
      }
      taken.merge(path, new Taken(paths.conversions(row), paths.others(row)), Taken::plus);
    }
    PathCounts.Builder distinct = PathCounts.builder();
    taken.forEach((path, one) -> distinct.add(path, one.converted(), one.others()));
    return distinct.build();
  }
}
