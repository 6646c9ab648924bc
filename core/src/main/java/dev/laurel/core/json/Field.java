package dev.laurel.core.json;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One part of a value and its field in JSON.
 *
 * @param presence whether the field may be missing, and what that means
 * @param getter the accessor of the part
 * @param setter the builder's method for it, where the value is made by a builder
 */
record Field(
    String name,
    Codec<Object> codec,
    Presence presence,
    Method getter,
    @Nullable Method setter) {

  /** A field whose accessor works also where nobody else sees its type. */
  Field {
    getter.setAccessible(true);
  }

  /** What a missing field means. */
  enum Presence {
    /** Never missing. */
    REQUIRED,
    /** Missing where the builder shall use its default. */
    DEFAULTED,
    /** Missing where there is nothing: an empty optional, list, set or map. */
    EMPTY
  }

  static Object get(Method getter, Object value) {
    try {
      return getter.invoke(value);
    } catch (InvocationTargetException | IllegalAccessException e) {
      throw new IllegalStateException("accessor must work: " + getter, e);
    }
  }

  /** The part as its codec takes it; null where the field is to be left out. */
  @Nullable
  Object present(Object value) {
    Object part = get(getter, value);
    if (part instanceof Optional<?> optional) {
      return optional.orElse(null);
    } else if (part instanceof OptionalLong number) {
      return number.isPresent() ? (Object) number.getAsLong() : null;
    } else if (part instanceof OptionalInt number) {
      return number.isPresent() ? (Object) number.getAsInt() : null;
    }
    boolean isEmpty = (part instanceof Collection<?> list && list.isEmpty())
        || (part instanceof Map<?, ?> map && map.isEmpty());
    return isEmpty ? null : part;
  }

  /** The decoded part, or its absence, as the constructor or the builder takes it. */
  @Nullable
  Object argument(@Nullable Object decoded) {
    Class<?> type = getter.getReturnType();
    if (type == Optional.class) {
      return Optional.ofNullable(decoded);
    } else if (type == OptionalLong.class) {
      return decoded == null ? OptionalLong.empty() : OptionalLong.of((Long) decoded);
    } else if (type == OptionalInt.class) {
      return decoded == null ? OptionalInt.empty() : OptionalInt.of((Integer) decoded);
    }
    return decoded;
  }
}
