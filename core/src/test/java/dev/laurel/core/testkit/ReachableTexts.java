package dev.laurel.core.testkit;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What an object still knows, seen or not; by this, tests find what erasing has left. */
public final class ReachableTexts {
  private ReachableTexts() {}

  /** Every text that can be reached from an object, through fields that nobody sees as well. */
  public static Set<String> textsIn(Object root) {
    Set<String> texts = new TreeSet<>();
    collect(root, texts, Collections.newSetFromMap(new IdentityHashMap<>()));
    return texts;
  }

  private static void collect(@Nullable Object value, Set<String> texts, Set<Object> seen) {
    if (value == null || value instanceof Enum<?> || !seen.add(value)) {
      return;
    }
    if (value instanceof CharSequence text) {
      texts.add(text.toString());
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, each) -> {
        collect(key, texts, seen);
        collect(each, texts, seen);
      });
    } else if (value instanceof Iterable<?> each) {
      each.forEach(one -> collect(one, texts, seen));
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresent(one -> collect(one, texts, seen));
    } else if (value.getClass().getName().startsWith("dev.laurel.")) {
      collectFields(value, texts, seen);
    }
  }

  private static void collectFields(Object value, Set<String> texts, Set<Object> seen) {
    for (Class<?> type = value.getClass(); type != Object.class; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers()) || field.getType().isPrimitive()) {
          continue;
        }
        try {
          field.setAccessible(true);
          collect(field.get(value), texts, seen);
        } catch (IllegalAccessException e) {
          throw new AssertionError(e);
        }
      }
    }
  }
}
