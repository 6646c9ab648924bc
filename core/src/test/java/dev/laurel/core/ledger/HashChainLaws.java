package dev.laurel.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.testkit.AnyValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A21, I9: the digest of an entry is over every part of it, of entries of every kind. */
class HashChainLaws {
  @Property(tries = 5)
  void noPartIsLeftOutOfTheDigest(@ForAll long seed) {
    tellsEveryPart(HashChainLaws::digest, seed);
  }

  @Example
  void partsOfEveryKindOfEntryAreChanged() {
    Set<String> changed = new TreeSet<>();
    for (long seed = 0; seed < 5; seed++) {
      changed.addAll(tellsEveryPart(HashChainLaws::digest, seed));
    }
    assertThat(changed).hasSameSizeAs(LedgerEntry.class.getPermittedSubclasses());
  }

  /** The broken twin seals what happened, but not when it became known. */
  @Example
  void theLawCatchesADigestThatLeavesOutWhenItBecameKnown() {
    Function<LedgerEntry, String> twin = entry -> {
      Object undated = with(entry.stamp(), "recordedAt", Instant.EPOCH);
      return digest((LedgerEntry) with(entry, "stamp", undated));
    };

    assertThatThrownBy(() -> tellsEveryPart(twin, 1)).isInstanceOf(AssertionError.class);
  }

  /** The broken twin seals names and stamps of all entries, but not whose lots gave how much. */
  @Example
  void theLawCatchesADigestOfTheStampAlone() {
    Function<LedgerEntry, String> twin =
        entry -> digest(new LedgerEntry.Swept(entry.stamp())) + entry.getClass();

    assertThatThrownBy(() -> tellsEveryPart(twin, 1)).isInstanceOf(AssertionError.class);
  }

  private static String digest(LedgerEntry entry) {
    return HashChain.of(List.of(entry)).head();
  }

  /** Holds a digest against entries of every kind with one part changed; the kinds that had one. */
  private static Set<String> tellsEveryPart(Function<LedgerEntry, String> digest, long seed) {
    Set<String> kinds = new TreeSet<>();
    for (Class<?> kind : AnyValue.cases(LedgerEntry.class)) {
      LedgerEntry entry = (LedgerEntry) new AnyValue(seed).of(kind);
      for (Object changed : changes(entry, new AnyValue(seed + 1).of(kind))) {
        assertThat(digest.apply((LedgerEntry) changed))
            .as("%s after %s", changed, entry)
            .isNotEqualTo(digest.apply(entry));
        kinds.add(kind.getSimpleName());
      }
    }
    return kinds;
  }

  /** A value with one part at a time, of it or of what it holds, as it is in another. */
  private static List<Object> changes(Object value, Object other) {
    if (value.equals(other)) {
      return List.of();
    } else if (value instanceof List<?> some && other instanceof List<?> more) {
      return some.isEmpty() || more.isEmpty()
          ? List.of(other)
          : changes(some.get(0), more.get(0)).stream()
              .<Object>map(first -> startingWith(first, some))
              .toList();
    } else if (!(value instanceof Record) || value.getClass() != other.getClass()) {
      return List.of(other);
    }
    List<Object> changes = new ArrayList<>();
    for (RecordComponent part : value.getClass().getRecordComponents()) {
      for (Object each : changes(Components.read(part, value), Components.read(part, other))) {
        made(value, part.getName(), each)
            .filter(made -> !made.equals(value))
            .ifPresent(changes::add);
      }
    }
    return changes;
  }

  private static List<Object> startingWith(Object first, List<?> rest) {
    List<Object> list = new ArrayList<>(rest);
    list.set(0, first);
    return list;
  }

  private static Object with(Object value, String name, Object changed) {
    return made(value, name, changed).orElseThrow();
  }

  /** The record with another part, unless the two do not go together. */
  private static Optional<Object> made(Object value, String name, Object changed) {
    RecordComponent[] parts = value.getClass().getRecordComponents();
    Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] all = Arrays.stream(parts)
        .map(part -> part.getName().equals(name) ? changed : Components.read(part, value))
        .toArray();
    try {
      return Optional.of(value.getClass().getDeclaredConstructor(types).newInstance(all));
    } catch (InvocationTargetException e) {
      assertThat(e).hasCauseInstanceOf(InvalidValueException.class);
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a public record must be makeable", e);
    }
  }
}
