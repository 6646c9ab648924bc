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
  private static final int KEYS = 6 * CompactMap.MOST_FLAT;

  /** How keys come to their hash codes: well, badly, and as somebody who wants harm would do it. */
  enum Hashing {
    OF_NUMBER {
      @Override
      int of(int number) {
        return number;
      }
    },
    OF_HIGH_BITS {
      @Override
      int of(int number) {
        return number << 26;
      }
    },
    OF_THREE {
      @Override
      int of(int number) {
        return number % 3;
      }
    },
    ALL_ALIKE {
      @Override
      int of(int number) {
        return 7;
      }
    };

    abstract int of(int number);
  }

  /** A key of this number, whose hash code somebody chose. */
  record Key(int number, Hashing hashing) implements Comparable<Key> {
    @Override
    public int hashCode() {
      return hashing.of(number);
    }

    @Override
    public int compareTo(Key other) {
      return Integer.compare(number, other.number);
    }
  }

  /** One step: a key that comes or goes, all of a kind that go, or all values that grow. */
  record Step(Kind kind, Key key, int value) {
    enum Kind {
      PLUS,
      MINUS,
      WITHOUT,
      MAPPED
    }

    private boolean isLike(Key other) {
      return other.number() % 4 == key.number() % 4;
    }

    CompactMap<Key, Integer> on(CompactMap<Key, Integer> map) {
      return switch (kind) {
        case PLUS -> map.plus(key, value);
        case MINUS -> map.minus(key);
        case WITHOUT -> map.without((k, v) -> isLike(k));
        case MAPPED -> map.mapped(v -> v + value);
      };
    }

    void on(TreeMap<Key, Integer> map) {
      switch (kind) {
        case PLUS -> map.put(key, value);
        case MINUS -> map.remove(key);
        case WITHOUT -> map.keySet().removeIf(this::isLike);
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
    CompactMap<Key, Integer> map = CompactMap.empty(Comparator.reverseOrder());
    TreeMap<Key, Integer> model = new TreeMap<>(Comparator.reverseOrder());
    for (Step step : steps) {
      map = step.on(map);
      step.on(model);
    }
    assertThat(List.copyOf(map.entrySet())).isEqualTo(List.copyOf(model.entrySet()));
  }

  @Property
  void neverChanges(@ForAll("steps") List<Step> steps) {
    List<CompactMap<Key, Integer>> maps = new ArrayList<>();
    List<Map<Key, Integer>> copies = new ArrayList<>();
    CompactMap<Key, Integer> map = CompactMap.empty();
    for (Step step : steps) {
      maps.add(map);
      copies.add(Map.copyOf(map));
      map = step.on(map);
    }
    assertThat(maps).isEqualTo(copies);
  }

  @Property(tries = 20)
  void aStepThatChangesNothingGivesTheSameMap(@ForAll("steps") List<Step> steps) {
    CompactMap<Key, Integer> map = CompactMap.empty();
    for (Step step : steps) {
      map = step.on(map);
    }
    assertThat(map.minus(new Key(KEYS + 1, Hashing.ALL_ALIKE))).isSameAs(map);
    assertThat(map.without((key, value) -> false)).isSameAs(map);
    assertThat(map.mapped(value -> value)).isSameAs(map);
  }

  @Property(tries = 4)
  void manyEntriesAreFoundHoweverTheirHashCodesWereChosen(@ForAll Hashing hashing) {
    CompactMap<Key, Integer> map = CompactMap.empty();
    for (int number = 0; number < 5_000; number++) {
      map = map.plus(new Key(number, hashing), number);
    }
    assertThat(map).hasSize(5_000);
    for (int number = 0; number < 5_000; number++) {
      assertThat(map.get(new Key(number, hashing))).isEqualTo(number);
    }
    assertThat(map.without((key, value) -> value >= 3)).hasSize(3);
  }

  @Property(tries = 1)
  void aMapThatForgetsTheEntryWithWhichItGrowsIsCaught() {
    List<Step> steps = new ArrayList<>();
    for (int key = 0; key <= CompactMap.MOST_FLAT; key++) {
      steps.add(new Step(Step.Kind.PLUS, new Key(key, Hashing.OF_NUMBER), 1));
    }
    UnaryOperator<CompactMap<Key, Integer>> forgetful =
        map -> map.size() == CompactMap.MOST_FLAT + 1
            ? map.minus(new Key(CompactMap.MOST_FLAT, Hashing.OF_NUMBER))
            : map;
    assertThatThrownBy(() -> equalsTheModel(steps, CompactMap.empty(), forgetful))
        .isInstanceOf(AssertionError.class);
  }

  private static void equalsTheModel(
      List<Step> steps,
      CompactMap<Key, Integer> empty,
      UnaryOperator<CompactMap<Key, Integer>> twin) {
    CompactMap<Key, Integer> map = empty;
    TreeMap<Key, Integer> model = new TreeMap<>();
    for (Step step : steps) {
      map = twin.apply(step.on(map));
      step.on(model);
      assertThat(List.copyOf(map.entrySet())).isEqualTo(List.copyOf(model.entrySet()));
      assertThat(map).isEqualTo(model).hasSameHashCodeAs(model).hasSize(model.size());
      assertThat(map.isEmpty()).isEqualTo(model.isEmpty());
      assertThat(map.least(Comparator.reverseOrder()))
          .isEqualTo(model.values().stream().max(Comparator.naturalOrder()).orElse(null));
      assertThat(map.get(step.key())).isEqualTo(model.get(step.key()));
      List<Key> seen = new ArrayList<>();
      map.forEach((key, value) -> seen.add(key));
      assertThat(seen).isEqualTo(List.copyOf(model.keySet()));
    }
  }

  /** More come than go, so that many maps cross the sizes at which the form changes, both ways. */
  @Provide
  Arbitrary<List<Step>> steps() {
    return Arbitraries.of(Hashing.class).flatMap(CompactMapLaws::steps);
  }

  private static Arbitrary<List<Step>> steps(Hashing hashing) {
    Arbitrary<Step.Kind> kinds = Arbitraries.frequency(
        Tuple.of(30, Step.Kind.PLUS),
        Tuple.of(10, Step.Kind.MINUS),
        Tuple.of(1, Step.Kind.WITHOUT),
        Tuple.of(1, Step.Kind.MAPPED));
    Arbitrary<Key> keys =
        Arbitraries.integers().between(0, KEYS).map(number -> new Key(number, hashing));
    Arbitrary<Integer> values = Arbitraries.integers().between(0, 2);
    return Combinators.combine(kinds, keys, values).as(Step::new).list().ofMaxSize(200);
  }
}
