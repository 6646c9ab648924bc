package dev.laurel.core.json;

import com.google.common.collect.Iterables;
import dev.laurel.core.failure.Excerpt;
import dev.laurel.core.failure.FailureCode;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value of named parts: an object whose fields are these, in this order, and no others. */
final class ObjectCodec implements RootCodec {
  /** Makes the value of its parts, in the order of the fields; null where a field is missing. */
  interface Maker {
    Object make(List<Field> fields, @Nullable Object[] parts) throws ReflectiveOperationException;
  }

  private final Class<?> type;
  private final Supplier<List<Field>> later;
  private final Maker maker;
  private final Set<String> names = new HashSet<>();
  private @Nullable List<Field> fields;

  /** The fields come later, since a type may hold itself. */
  ObjectCodec(Class<?> type, Supplier<List<Field>> later, Maker maker) {
    this.type = type;
    this.later = later;
    this.maker = maker;
  }

  @Override
  public String toString() {
    return "codec of " + Names.of(type);
  }

  Class<?> type() {
    return type;
  }

  List<Field> fields() {
    List<Field> known = fields;
    if (known == null) {
      known = List.copyOf(later.get());
      fields = known;
      known.forEach(field -> names.add(field.name()));
    }
    return known;
  }

  @Override
  public Node write(Object value, Place at) {
    Map<String, Node> object = new LinkedHashMap<>();
    writeInto(object, value, at);
    return new Node.Obj(object);
  }

  void writeInto(Map<String, Node> object, Object value, Place at) {
    for (Field field : fields()) {
      Object part = field.present(value);
      if (part != null) {
        object.put(field.name(), field.codec().write(part, at.field(field.name())));
      }
    }
  }

  @Override
  public Object read(Node node, Place at) {
    return read(node, at, Set.of());
  }

  @Override
  public Object read(Node node, Place at, Set<String> known) {
    if (!(node instanceof Node.Obj object)) {
      throw at.wrongType("an object", node);
    }
    List<Field> all = fields();
    checkNames(object, at, known);
    @Nullable Object[] parts = new Object[all.size()];
    for (int i = 0; i < parts.length; i++) {
      Field field = all.get(i);
      Node part = object.fields().get(field.name());
      if (part != null) {
        parts[i] = field.codec().read(part, at.field(field.name()));
      } else if (field.presence() == Field.Presence.REQUIRED) {
        throw at.field(field.name()).malformed(FailureCode.REQUIRED, "be given");
      } else if (field.presence() == Field.Presence.EMPTY) {
        parts[i] = Codecs.emptyOf(field.getter().getReturnType());
      }
    }
    return at.make(() -> make(all, parts));
  }

  private Object make(List<Field> all, @Nullable Object[] parts) throws Exception {
    try {
      return maker.make(all, parts);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }

  private void checkNames(Node.Obj object, Place at, Set<String> known) {
    for (String name : object.fields().keySet()) {
      if (!names.contains(name) && !known.contains(name)) {
        throw at.field(name)
            .malformed(
                FailureCode.JSON_UNKNOWN_FIELD,
                "not be given: "
                    + Excerpt.of(name)
                    + " is none of "
                    + String.join(", ", Iterables.transform(fields(), Field::name)));
      }
    }
  }

  @Override
  public Node.Obj schema(Schemas schemas) {
    return schemas.refer(Names.of(type), () -> closedSchema(schemas, Map.of(), Map.of()));
  }

  @Override
  public Node.Obj closedSchema(
      Schemas schemas, Map<String, Node> firstRequired, Map<String, Node> firstOptional) {
    Map<String, Node> properties = new LinkedHashMap<>(firstRequired);
    properties.putAll(firstOptional);
    List<String> required = new ArrayList<>(firstRequired.keySet());
    for (Field field : fields()) {
      properties.put(field.name(), field.codec().schema(schemas));
      if (field.presence() == Field.Presence.REQUIRED) {
        required.add(field.name());
      }
    }
    return Schemas.closed(properties, required);
  }
}
