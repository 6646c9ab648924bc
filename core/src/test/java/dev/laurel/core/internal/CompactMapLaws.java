package dev.laurel.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** A compact map is a sorted map that does not change, whichever form it has. */
class CompactMapLaws {
  private static final int KEYS = 3 * CompactMap.MOST_FLAT;

  /** One step: a key that comes or goes, all of a kind that go, or all values that grow. */
  record Step(Kind kind, int key, int value) {
    enum Kind {
      PLUS,
      MINUS,
      WITHOUT,
      MAPPED
    }

    CompactMap<Integer, Integer> on(CompactMap<Integer, Integer> map) {
      return switch (kind) {
        case PLUS -> map.plus(key, value);
        case MINUS -> map.minus(key);
        case WITHOUT -> map.without((k, v) -> k % 4 == key % 4);
        case MAPPED -> map.mapped(v -> v + value);
      };
    }

    void on(TreeMap<Integer, Integer> map) {
      switch (kind) {
        case PLUS -> map.put(key, value);
        case MINUS -> map.remove(key);
        case WITHOUT -> map.keySet().removeIf(k -> k % 4 == key % 4);
        case MAPPED -> map.replaceAll((k, v) -> v + value);
      }
    }
  }

  @Property
  void isWhatASortedMapIs(@ForAll("steps") List<Step> steps) {
    equalsTheModel(steps, CompactMap.empty(), map -> map);
  }

  @Property
  void keepsAnyOrderOfItsKeys(@ForAll("steps") List<Step> steps) {
    CompactMap<Integer, Integer> map = CompactMap.empty(Comparator.reverseOrder());
    TreeMap<Integer, Integer> model = new TreeMap<>(Comparator.reverseOrder());
    for (Step step : steps) {
      map = step.on(map);
      step.on(model);
    }
    assertThat(List.copyOf(map.entrySet())).isEqualTo(List.copyOf(model.entrySet()));
  }

  @Property
  void neverChanges(@ForAll("steps") List<Step> steps) {
    List<CompactMap<Integer, Integer>> maps = new ArrayList<>();
    List<Map<Integer, Integer>> copies = new ArrayList<>();
    CompactMap<Integer, Integer> map = CompactMap.empty();
    for (Step step : steps) {
      maps.add(map);
      copies.add(Map.copyOf(map));
      map = step.on(map);
    }
    assertThat(maps).isEqualTo(copies);
  }

  @Property(tries = 20)
  void aStepThatChangesNothingGivesTheSameMap(@ForAll("steps") List<Step> steps) {
    CompactMap<Integer, Integer> map = CompactMap.empty();
    for (Step step : steps) {
      map = step.on(map);
    }
    assertThat(map.minus(KEYS + 1)).isSameAs(map);
    assertThat(map.without((key, value) -> false)).isSameAs(map);
    assertThat(map.mapped(value -> value)).isSameAs(map);
  }

  @Property(tries = 1)
  void aMapThatForgetsTheEntryWithWhichItGrowsIsCaught() {
    List<Step> steps = new ArrayList<>();
    for (int key = 0; key <= CompactMap.MOST_FLAT; key++) {
      steps.add(new Step(Step.Kind.PLUS, key, 1));
    }
    UnaryOperator<CompactMap<Integer, Integer>> forgetful =
        map -> map.size() == CompactMap.MOST_FLAT + 1 ? map.minus(CompactMap.MOST_FLAT) : map;
    assertThatThrownBy(() -> equalsTheModel(steps, CompactMap.empty(), forgetful))
        .isInstanceOf(AssertionError.class);
  }

  private static void equalsTheModel(
      List<Step> steps,
      CompactMap<Integer, Integer> empty,
      UnaryOperator<CompactMap<Integer, Integer>> twin) {
    CompactMap<Integer, Integer> map = empty;
    TreeMap<Integer, Integer> model = new TreeMap<>();
    for (Step step : steps) {
      map = twin.apply(step.on(map));
      step.on(model);
      assertThat(List.copyOf(map.entrySet())).isEqualTo(List.copyOf(model.entrySet()));
      assertThat(map).isEqualTo(model).hasSameHashCodeAs(model).hasSize(model.size());
      assertThat(map.isEmpty()).isEqualTo(model.isEmpty());
      assertThat(map.get(step.key())).isEqualTo(model.get(step.key()));
      List<Integer> seen = new ArrayList<>();
      map.forEach((key, value) -> seen.add(key));
      assertThat(seen).isEqualTo(List.copyOf(model.keySet()));
    }
  }

  @Provide
  Arbitrary<Integer> keys() {
    return Arbitraries.integers().between(0, KEYS);
  }

  /** More come than go, so that many maps cross the size at which the form changes, both ways. */
  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Step.Kind> kinds = Arbitraries.frequency(
        Tuple.of(12, Step.Kind.PLUS), Tuple.of(5, Step.Kind.MINUS), Tuple.of(1, Step.Kind.WITHOUT));
    Arbitrary<Integer> values = Arbitraries.integers().between(0, 2);
    return Combinators.combine(kinds, keys(), values).as(Step::new).list().ofMaxSize(120);
  }
}
