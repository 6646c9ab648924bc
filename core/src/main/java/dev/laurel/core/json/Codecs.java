package dev.laurel.core.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.laurel.core.points.PointType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The codecs of all types, derived from the types themselves.
 *
 * <p>A record has a field for each component and is made by its constructor. A type with a builder
 * has a field for each attribute that the builder sets; {@link Attributed} says in which order. A
 * sealed interface is the family of the cases that it permits. What none of this fits fails when
 * the codecs are made, which every test does.
 */
final class Codecs {
  private final Map<Type, Codec<?>> known = new HashMap<>(Scalars.all());
  private final Map<Class<?>, String> orders = new HashMap<>(Attributed.ORDER);

  /** The codecs of core's types and, where they hold them, of a module's with these orders. */
  Codecs(List<JsonTypes> modules) {
    modules.forEach(module -> orders.putAll(module.orders()));
  }

  /** The codec of a type and of all that it holds. */
  Codec<Object> of(Type type) {
    Codec<?> codec = known.get(type);
    if (codec == null) {
      codec = derive(type);
      known.put(type, codec);
    }
    @SuppressWarnings("unchecked") // The codec was made for values of this type.
    Codec<Object> own = (Codec<Object>) codec;
    return own;
  }

  /** A codec of our own for a type whose form cannot be derived. */
  void enter(Class<?> type, Codec<?> codec) {
    known.put(type, codec);
  }

  /** Point types in full, for the table of a document; elsewhere they are their codes. */
  ObjectCodec pointType() {
    return record(PointType.class);
  }

  /** Makes all that is still to be made, so that nothing changes afterwards. */
  void complete() {
    int before;
    do {
      before = known.size();
      for (Codec<?> codec : List.copyOf(known.values())) {
        if (codec instanceof ObjectCodec object) {
          object.fields();
        } else if (codec instanceof FamilyCodec family) {
          family.cases().values().forEach(Codecs::checkCase);
        }
      }
    } while (known.size() > before);
  }

  /** The codecs of all types of named parts. */
  List<ObjectCodec> objects() {
    List<ObjectCodec> objects = new ArrayList<>();
    for (Codec<?> codec : known.values()) {
      if (codec instanceof ObjectCodec object) {
        objects.add(object);
      }
    }
    return objects;
  }

  private static void checkCase(ObjectCodec codec) {
    for (Field field : codec.fields()) {
      if (field.name().equals(FamilyCodec.TYPE)) {
        throw new IllegalStateException("case must leave the name 'type' free: " + codec.type());
      }
    }
  }

  private Codec<?> derive(Type type) {
    if (type instanceof ParameterizedType generic) {
      return derive(generic);
    } else if (!(type instanceof Class<?> plain)) {
      throw new IllegalStateException("type must be a class: " + type);
    } else if (plain.isEnum()) {
      return enumCodec(plain);
    } else if (isName(plain)) {
      return name(plain);
    } else if (plain.isSealed()) {
      return family(plain);
    } else {
      return object(plain);
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Codec<?> enumCodec(Class<?> type) {
    return new EnumCodec(type);
  }

  /** Whether the type is a record of one text, such as {@code MemberId}. */
  private static boolean isName(Class<?> type) {
    RecordComponent[] parts = type.getRecordComponents();
    return parts != null
        && parts.length == 1
        && parts[0].getType() == String.class
        && parts[0].getName().equals("value");
  }

  private static Codec<?> name(Class<?> type) {
    Constructor<?> constructor = constructor(type);
    Method getter = type.getRecordComponents()[0].getAccessor();
    return TextCodec.of(
        Names.of(type),
        "",
        value -> (String) Field.get(getter, value),
        text -> made(constructor, text));
  }

  private static Object made(Constructor<?> constructor, String text) {
    try {
      return constructor.newInstance(text);
    } catch (ReflectiveOperationException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    }
  }

  private Codec<?> derive(ParameterizedType type) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] of = type.getActualTypeArguments();
    if (Map.class.isAssignableFrom(raw)) {
      if (!(of(of[0]) instanceof KeyCodec<Object> key)) {
        throw new IllegalStateException("key must be text: " + type);
      }
      return new MapCodec<>(key, of(of[1]), maps(raw));
    } else if (Collection.class.isAssignableFrom(raw)) {
      return new ListCodec<>(of(of[0]), Set.class.isAssignableFrom(raw), collections(raw));
    }
    throw new IllegalStateException("type must be a list, a set or a map: " + type);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Function<List<Object>, Collection<Object>> collections(Class<?> raw) {
    if (ImmutableSortedSet.class.isAssignableFrom(raw)) {
      return items -> ImmutableSortedSet.copyOf((List) items);
    }
    return Set.class.isAssignableFrom(raw) ? ImmutableSet::copyOf : ImmutableList::copyOf;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Function<Map<Object, Object>, Map<Object, Object>> maps(Class<?> raw) {
    if (ImmutableSortedMap.class.isAssignableFrom(raw)) {
      return entries -> ImmutableSortedMap.copyOf((Map) entries);
    }
    return ImmutableMap::copyOf;
  }

  /** Nothing, for a field that is missing. */
  static @Nullable Object emptyOf(Class<?> type) {
    if (Map.class.isAssignableFrom(type)) {
      return maps(type).apply(Map.of());
    } else if (Collection.class.isAssignableFrom(type)) {
      return collections(type).apply(List.of());
    }
    return null;
  }

  private FamilyCodec family(Class<?> family) {
    Map<String, ObjectCodec> cases = new LinkedHashMap<>();
    addCases(cases, family, family);
    return new FamilyCodec(family, cases);
  }

  private void addCases(Map<String, ObjectCodec> cases, Class<?> family, Class<?> part) {
    for (Class<?> permitted : part.getPermittedSubclasses()) {
      if (permitted.isSealed()) {
        addCases(cases, family, permitted);
      } else if (cases.put(Names.of(permitted, family), object(permitted)) != null) {
        throw new IllegalStateException("case must have a name of its own: " + permitted);
      }
    }
  }

  private ObjectCodec object(Class<?> type) {
    // One codec for each type, also where it is both a case and a part of its own.
    if (known.get(type) instanceof ObjectCodec codec) {
      return codec;
    }
    ObjectCodec codec = type.isRecord() ? record(type) : attributed(type);
    known.put(type, codec);
    return codec;
  }

  private ObjectCodec attributed(Class<?> type) {
    String order = orders.get(type);
    if (order == null) {
      throw new IllegalStateException("type must be a record or have an order of fields: " + type);
    }
    return Attributed.codec(type, order, this);
  }

  private ObjectCodec record(Class<?> type) {
    Constructor<?> constructor = constructor(type);
    return new ObjectCodec(type, () -> recordFields(type), (fields, parts) -> {
      @Nullable Object[] arguments = new Object[parts.length];
      for (int i = 0; i < parts.length; i++) {
        arguments[i] = fields.get(i).argument(parts[i]);
      }
      return constructor.newInstance(arguments);
    });
  }

  private List<Field> recordFields(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    boolean isCase = Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed);
    for (RecordComponent part : type.getRecordComponents()) {
      // In a family the name of the case is the type, so that of the points has a longer name.
      boolean isTaken = isCase && part.getName().equals(FamilyCodec.TYPE);
      String name = isTaken ? "pointType" : part.getName();
      fields.add(field(name, part.getAccessor(), Field.Presence.REQUIRED, null));
    }
    return fields;
  }

  /** The field of a part; optionals and collections may be missing whatever the presence says. */
  Field field(String name, Method getter, Field.Presence presence, @Nullable Method setter) {
    Type type = getter.getGenericReturnType();
    Class<?> raw = getter.getReturnType();
    boolean canBeEmpty = raw == Optional.class
        || raw == OptionalLong.class
        || raw == OptionalInt.class
        || Collection.class.isAssignableFrom(raw)
        || Map.class.isAssignableFrom(raw);
    Type part = type;
    if (raw == Optional.class) {
      part = ((ParameterizedType) type).getActualTypeArguments()[0];
    } else if (raw == OptionalLong.class) {
      part = long.class;
    } else if (raw == OptionalInt.class) {
      part = int.class;
    }
    return new Field(name, of(part), canBeEmpty ? Field.Presence.EMPTY : presence, getter, setter);
  }

  private static Constructor<?> constructor(Class<?> type) {
    Constructor<?>[] all = type.getConstructors();
    if (!type.isRecord() || all.length != 1) {
      throw new IllegalStateException("record must have one public constructor: " + type);
    }
    // The record itself may be a form that nobody else sees.
    all[0].setAccessible(true);
    return all[0];
  }
}
