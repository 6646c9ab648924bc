package dev.laurel.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import dev.laurel.core.ledger.PointsAccount;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * I2, I3: laws of every value that has a document, by reflection, so that no new one is left out.
 */
class ValueLaws {
  private static final long SEEDS = 6;

  /** I2: equal values are equal both ways, hash alike, and equal nothing else. */
  @Property(tries = 8)
  void equalsAndHashCodeAgree(@ForAll long seed) {
    for (Class<?> type : JsonRoundTripLaws.types()) {
      Object one = JsonRoundTripLaws.any(type, seed);
      Object same = JsonRoundTripLaws.any(type, seed);
      assertValues(one, same, JsonRoundTripLaws.any(type, seed + 1));
    }
  }

  /**
   * The broken twins: a record of an array, which equals itself alone; a name of any case with the
   * hash code of one; an identifier that equals the text it is made of, but not the other way.
   */
  @Example
  @SuppressWarnings("ArrayRecordComponent")
  void theLawOfEqualityCatchesTwins() {
    record Digest(byte[] bytes) {}
    record AnyCase(String name) {
      @Override
      public boolean equals(Object other) {
        return other instanceof AnyCase any && name.equalsIgnoreCase(any.name);
      }

      @Override
      public int hashCode() {
        return name.hashCode();
      }
    }
    record Key(String name) {
      @Override
      public boolean equals(Object other) {
        return other instanceof Key key ? name.equals(key.name) : name.equals(other);
      }

      @Override
      public int hashCode() {
        return name.hashCode();
      }
    }
    for (Object[] twin : new Object[][] {
      {new Digest(new byte[] {1}), new Digest(new byte[] {1}), new Digest(new byte[] {2})},
      {new AnyCase("ann"), new AnyCase("ANN"), new AnyCase("ben")},
      {new Key("ann"), new Key("ann"), "ann"}
    }) {
      assertThatThrownBy(() -> assertValues(twin[0], twin[1], twin[2]))
          .isInstanceOf(AssertionError.class);
    }
  }

  private static void assertValues(Object one, Object same, Object other) {
    assertThat(one).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(null);
    assertThat(same).isEqualTo(one);
    assertThat(one.equals(other)).isEqualTo(other.equals(one));
  }

  /** I3: changing a collection after a value was made of it changes nothing. */
  @Example
  void whatWasGivenIsCopied() {
    Set<String> checked = new TreeSet<>();
    for (Object value : records()) {
      if (assertCopies(value)) {
        checked.add(value.getClass().getSimpleName());
      }
    }
    assertThat(checked).hasSizeGreaterThan(10).contains("Accrue", "Snapshot", "Redeemed");
  }

  /** The broken twins keep the very list that they were given, or only a view of it. */
  @Example
  void theLawOfCopiesCatchesTwins() {
    record Keeps(List<String> names) {}
    record Views(List<String> names) {
      Views {
        names = Collections.unmodifiableList(names);
      }
    }
    for (Object twin : List.of(new Keeps(List.of("ann")), new Views(List.of("ann")))) {
      assertThatThrownBy(() -> assertCopies(twin)).isInstanceOf(AssertionError.class);
    }
  }

  /** Whether a record takes any collection; if so, it has to copy what it takes. */
  private static boolean assertCopies(Object value) {
    RecordComponent[] parts = value.getClass().getRecordComponents();
    Object[] given =
        Arrays.stream(parts).map(part -> get(part.getAccessor(), value)).toArray();
    for (int i = 0; i < parts.length; i++) {
      given[i] = mutable(parts[i].getType(), given[i]);
    }
    if (Arrays.stream(given).noneMatch(ValueLaws::isMutable)) {
      return false;
    }
    Object made = make(value.getClass(), given);
    assertThat(made).isEqualTo(value);
    Arrays.stream(given).filter(ValueLaws::isMutable).forEach(ValueLaws::clear);
    assertThat(made).isEqualTo(value);
    return true;
  }

  /** I3: what a value hands out cannot be changed. */
  @Example
  void whatIsHandedOutCannotBeChanged() {
    int checked = 0;
    for (Class<?> type : JsonRoundTripLaws.types()) {
      checked += assertHandsOutNothing(type, JsonRoundTripLaws.any(type, 7));
    }
    assertThat(checked).isGreaterThan(20);
  }

  /** The broken twin copies what it is given, and hands out the copy itself. */
  @Example
  void theLawOfWhatIsHandedOutCatchesATwin() {
    record HandsOut(List<String> names) {
      HandsOut {
        names = new ArrayList<>(names);
      }
    }
    HandsOut twin = new HandsOut(List.of("ann"));

    assertThat(assertCopies(twin)).isTrue();
    assertThatThrownBy(() -> assertHandsOutNothing(HandsOut.class, twin))
        .isInstanceOf(AssertionError.class);
  }

  /** How many collections a value hands out, none of which may be changed. */
  private static int assertHandsOutNothing(Class<?> type, Object value) {
    int checked = 0;
    for (Method method : type.getMethods()) {
      boolean isAccessor = method.getParameterCount() == 0
          && !Modifier.isStatic(method.getModifiers())
          && method.getDeclaringClass() != Object.class;
      Object part =
          isAccessor && isCollection(method.getReturnType()) ? get(method, value) : List.of();
      if (part instanceof Collection<?> some && !some.isEmpty()) {
        assertThatThrownBy(some::clear).isInstanceOf(UnsupportedOperationException.class);
        checked++;
      } else if (part instanceof Map<?, ?> some && !some.isEmpty()) {
        assertThatThrownBy(some::clear).isInstanceOf(UnsupportedOperationException.class);
        checked++;
      }
    }
    return checked;
  }

  /** Row 14 and style 22: a part that is null is a null pointer, in every record and builder. */
  @Example
  void nullIsRefusedByEveryPart() {
    int checked = 0;
    for (Object value : records()) {
      RecordComponent[] parts = value.getClass().getRecordComponents();
      for (int i = 0; i < parts.length; i++) {
        Object[] given =
            Arrays.stream(parts).map(part -> get(part.getAccessor(), value)).toArray();
        if (!parts[i].getType().isPrimitive()) {
          given[i] = null;
          Class<?> type = value.getClass();
          assertThatThrownBy(() -> make(type, given))
              .as("%s.%s", type.getSimpleName(), parts[i].getName())
              .isInstanceOf(NullPointerException.class);
          checked++;
        }
      }
    }
    assertThat(checked).isGreaterThan(500);
  }

  /**
   * The traps of generated code: null goes into no builder, and no attribute is optional by chance.
   */
  @Example
  void nullIsRefusedByEveryBuilder() throws ReflectiveOperationException {
    int checked = 0;
    for (Class<?> type : Attributed.ORDER.keySet()) {
      Class<?> builder = Class.forName(type.getName() + "$Builder");
      for (Method setter : builder.getMethods()) {
        boolean isSetter = setter.getParameterCount() == 1
            && !setter.getParameterTypes()[0].isPrimitive()
            && setter.getDeclaringClass() != Object.class;
        if (isSetter) {
          setter.setAccessible(true);
          Object fresh = type.getMethod("builder").invoke(null);
          assertThatThrownBy(() -> setter.invoke(fresh, new Object[] {null}))
              .as("%s.%s", type.getSimpleName(), setter.getName())
              .isInstanceOf(InvocationTargetException.class)
              .hasCauseInstanceOf(NullPointerException.class);
          checked++;
        }
      }
    }
    assertThat(checked).isGreaterThan(80);
  }

  /** Records of every kind, each several times. */
  private static List<Object> records() {
    List<Object> records = new ArrayList<>();
    for (Class<?> type : JsonRoundTripLaws.types()) {
      for (long seed = 0; type.isRecord() && seed < SEEDS; seed++) {
        records.add(JsonRoundTripLaws.any(type, seed));
      }
    }
    for (long seed = 0; seed < SEEDS; seed++) {
      records.add(((PointsAccount) JsonRoundTripLaws.any(PointsAccount.class, seed)).snapshot());
    }
    return records;
  }

  private static boolean isCollection(Class<?> type) {
    return Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
  }

  /** A copy that can be changed, where the record takes any collection. */
  private static Object mutable(Class<?> type, Object value) {
    if (ImmutableCollection.class.isAssignableFrom(type)
        || ImmutableMap.class.isAssignableFrom(type)) {
      return value;
    } else if (type == List.class) {
      return new ArrayList<>((List<?>) value);
    } else if (type == Set.class) {
      return new LinkedHashSet<>((Set<?>) value);
    } else if (type == Map.class) {
      return new LinkedHashMap<>((Map<?, ?>) value);
    }
    return value;
  }

  private static boolean isMutable(Object value) {
    return value instanceof ArrayList
        || value instanceof LinkedHashSet
        || value instanceof LinkedHashMap;
  }

  private static void clear(Object value) {
    if (value instanceof Collection<?> some) {
      some.clear();
    } else if (value instanceof Map<?, ?> some) {
      some.clear();
    }
  }

  private static Object get(Method accessor, Object value) {
    try {
      accessor.setAccessible(true);
      return accessor.invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a record must be readable and makeable", e);
    }
  }

  private static Object make(Class<?> type, Object[] parts) {
    try {
      Class<?>[] types = Arrays.stream(type.getRecordComponents())
          .map(RecordComponent::getType)
          .toArray(Class<?>[]::new);
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(parts);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new LinkageError("a record must be readable and makeable", e);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a record must be readable and makeable", e);
    }
  }
}
