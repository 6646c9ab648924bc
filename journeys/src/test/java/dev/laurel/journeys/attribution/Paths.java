package dev.laurel.journeys.attribution;

import dev.laurel.journeys.identity.TouchpointId;
import java.util.Arrays;
import java.util.List;

/** Short words for the tests of attribution. */
final class Paths {
  private Paths() {}

  static List<TouchpointId> path(String touchpoints) {
    return touchpoints.isEmpty()
        ? List.of()
        : Arrays.stream(touchpoints.split(" ")).map(TouchpointId::of).toList();
  }

  static TouchpointId at(String touchpoint) {
    return TouchpointId.of(touchpoint);
  }

  /** Two by g alone, one by m alone, one by g and m; one by g for nothing. */
  static PathCounts toy() {
    PathCounts.Builder paths = PathCounts.builder();
    paths.add(path("g"), 2, 1).add(path("m"), 1, 0).add(path("g m"), 1, 0);
    return paths.build();
  }
}
