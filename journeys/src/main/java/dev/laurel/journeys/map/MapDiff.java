package dev.laurel.journeys.map;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The differences between two maps, told part by part in the words of maps.
 *
 * <p>Steps are matched by the name of their touchpoint (its second step is {@code pay#2}), stages,
 * pain points and improvements by theirs. A step is told to have moved only if it cannot stay where
 * it is: when the last of nine steps becomes the first, one step has moved and not nine. What is
 * equal is not told, and a sequence within a sequence is no difference.
 */
public final class MapDiff {
  private final ImmutableList.Builder<MapChange> changes = ImmutableList.builder();

  private MapDiff() {}

  /** What has changed from the one to the other; empty exactly if they mean the same. */
  public static ImmutableList<MapChange> between(JourneyMap before, JourneyMap after) {
    MapDiff diff = new MapDiff();
    diff.compare("", MapParts.own(before), MapParts.own(after));
    diff.compare("persona.", MapParts.parts(before.persona()), MapParts.parts(after.persona()));
    diff.compareStages(before, after);
    diff.compareSteps(before, after);
    diff.compareAll("touchpoints.", before.touchpoints(), after.touchpoints(), MapParts::parts);
    diff.compareAll(
        "painPoints.",
        byName(before.painPoints(), PainPoint::id),
        byName(after.painPoints(), PainPoint::id),
        MapParts::parts);
    diff.compareAll(
        "improvements.",
        byName(before.improvements(), Improvement::id),
        byName(after.improvements(), Improvement::id),
        MapParts::parts);
    return diff.changes.build();
  }

  private void compareStages(JourneyMap before, JourneyMap after) {
    Map<?, Stage> old = byName(before.stages().stages(), Stage::id);
    Map<?, Stage> now = byName(after.stages().stages(), Stage::id);
    compareAll("stages.", old, now, stage -> ImmutableMap.of("name", stage.name()));
    compareOrder("stages.", old.keySet(), now.keySet());
  }

  private void compareSteps(JourneyMap before, JourneyMap after) {
    ImmutableMap<MapParts.Name, MapParts.Placed> old = MapParts.placed(before.flow());
    ImmutableMap<MapParts.Name, MapParts.Placed> now = MapParts.placed(after.flow());
    compareAll("steps.", old, now, MapParts::parts);
    compareOrder("steps.", old.keySet(), now.keySet());
    if (!before.isLinear() || !after.isLinear()) {
      compare(
          "",
          ImmutableMap.of("flow", FlowText.of(before.flow())),
          ImmutableMap.of("flow", FlowText.of(after.flow())));
    }
  }

  private <T> void compareAll(
      String path,
      Map<?, ? extends T> before,
      Map<?, ? extends T> after,
      Function<T, ImmutableMap<String, String>> parts) {
    for (Object name : Sets.union(before.keySet(), after.keySet())) {
      T was = before.get(name);
      T is = after.get(name);
      if (was != null && is != null) {
        compare(path + name + ".", parts.apply(was), parts.apply(is));
      } else {
        add(path + name, shown(was, parts), shown(is, parts));
      }
    }
  }

  private void compare(
      String prefix, ImmutableMap<String, String> before, ImmutableMap<String, String> after) {
    for (String part : Sets.union(before.keySet(), after.keySet())) {
      Optional<String> was = Optional.ofNullable(before.get(part));
      Optional<String> is = Optional.ofNullable(after.get(part));
      if (!was.equals(is)) {
        add(prefix + part, was, is);
      }
    }
  }

  /** Those of both sides that are not on a longest common way have moved. */
  private void compareOrder(String path, Set<?> before, Set<?> after) {
    List<Object> old = new ArrayList<>(Sets.intersection(before, after));
    List<Object> now = new ArrayList<>(Sets.intersection(after, before));
    Set<Object> stayed = longestCommonWay(old, now);
    for (Object name : now) {
      if (!stayed.contains(name)) {
        changes.add(new MapChange(
            MapChange.Kind.MOVED,
            path + name,
            Optional.of(place(before, name)),
            Optional.of(place(after, name))));
      }
    }
  }

  private void add(String path, Optional<String> was, Optional<String> is) {
    MapChange.Kind kind = was.isEmpty()
        ? MapChange.Kind.ADDED
        : is.isEmpty() ? MapChange.Kind.REMOVED : MapChange.Kind.CHANGED;
    changes.add(new MapChange(kind, path, was, is));
  }

  private static String place(Set<?> names, Object name) {
    ImmutableList<Object> inOrder = ImmutableList.copyOf(names);
    int index = inOrder.indexOf(name);
    return index == 0 ? "first" : "after " + inOrder.get(index - 1);
  }

  private static Set<Object> longestCommonWay(List<Object> left, List<Object> right) {
    int[][] longest = new int[left.size() + 1][right.size() + 1];
    for (int i = left.size() - 1; i >= 0; i--) {
      for (int j = right.size() - 1; j >= 0; j--) {
        longest[i][j] = left.get(i).equals(right.get(j))
            ? longest[i + 1][j + 1] + 1
            : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    Set<Object> common = new HashSet<>();
    int i = 0;
    int j = 0;
    while (i < left.size() && j < right.size()) {
      if (left.get(i).equals(right.get(j))) {
        common.add(left.get(i));
        i++;
        j++;
      } else if (longest[i + 1][j] >= longest[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return common;
  }

  private static <T> Optional<String> shown(
      @Nullable T part, Function<T, ImmutableMap<String, String>> parts) {
    return Optional.ofNullable(part).map(each -> parts.apply(each).toString());
  }

  private static <K, T> ImmutableMap<K, T> byName(List<T> all, Function<T, K> name) {
    ImmutableMap.Builder<K, T> byName = ImmutableMap.builder();
    all.forEach(each -> byName.put(name.apply(each), each));
    return byName.buildOrThrow();
  }
}
