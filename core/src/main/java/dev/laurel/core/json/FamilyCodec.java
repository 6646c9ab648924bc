package dev.laurel.core.json;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Sets;
import dev.laurel.core.failure.Excerpt;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.MalformedInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A sealed family: the object of a case, with the name of the case in {@code type}. */
final class FamilyCodec implements RootCodec {
  static final String TYPE = "type";

  private final Class<?> family;
  private final Map<String, ObjectCodec> cases;
  private final Map<Class<?>, String> names = new LinkedHashMap<>();

  FamilyCodec(Class<?> family, Map<String, ObjectCodec> cases) {
    this.family = family;
    // By name: compilers list the cases of a sealed type in orders of their own.
    this.cases = ImmutableSortedMap.copyOf(cases);
    cases.forEach((name, codec) -> names.put(codec.type(), name));
  }

  Class<?> family() {
    return family;
  }

  Map<String, ObjectCodec> cases() {
    return cases;
  }

  @Override
  public Node write(Object value, Place at) {
    String name = nameOf(value.getClass());
    if (name == null) {
      throw at.unwritable(
          FailureCode.TYPE_NOT_ALLOWED,
          "be a case of " + family.getSimpleName() + ": " + value.getClass().getName());
    }
    Map<String, Node> object = new LinkedHashMap<>();
    object.put(TYPE, new Node.Text(name));
    codec(name).writeInto(object, value, at);
    return new Node.Obj(object);
  }

  /** The class of an abstract value is the generated one below it. */
  private @Nullable String nameOf(Class<?> type) {
    String name = names.get(type);
    Class<?> above = type.getSuperclass();
    return name == null && above != null ? names.get(above) : name;
  }

  @Override
  public Object read(Node node, Place at) {
    return read(node, at, Set.of());
  }

  @Override
  public Object read(Node node, Place at, Set<String> known) {
    if (node instanceof Node.Obj object) {
      Node type = object.fields().get(TYPE);
      if (type instanceof Node.Text text && cases.containsKey(text.value())) {
        return codec(text.value()).read(node, at, Sets.union(known, Set.of(TYPE)));
      }
      throw unknown(type, at.field(TYPE));
    }
    // An array with a class name in front is how other libraries name types.
    throw node instanceof Node.Arr ? unknown(null, at) : at.wrongType("an object", node);
  }

  private MalformedInputException unknown(@Nullable Node type, Place at) {
    String found = type instanceof Node.Text text ? Excerpt.of(text.value()) : "none";
    return at.malformed(
        FailureCode.JSON_UNKNOWN_TYPE, "be one of " + cases.keySet() + ": found " + found);
  }

  private ObjectCodec codec(String name) {
    ObjectCodec codec = cases.get(name);
    if (codec == null) {
      throw new IllegalArgumentException(name);
    }
    return codec;
  }

  @Override
  public Node.Obj schema(Schemas schemas) {
    return schemas.refer(Names.of(family), () -> {
      List<Node> options = new ArrayList<>();
      cases.forEach((name, codec) -> options.add(schemas.refer(
          Names.of(family) + "-" + name,
          () -> codec.closedSchema(schemas, typed(Map.of(), name), Map.of()))));
      return Schemas.obj("oneOf", new Node.Arr(options));
    });
  }

  @Override
  public Node.Obj closedSchema(
      Schemas schemas, Map<String, Node> required, Map<String, Node> optional) {
    List<Node> options = new ArrayList<>();
    cases.forEach(
        (name, codec) -> options.add(codec.closedSchema(schemas, typed(required, name), optional)));
    return Schemas.obj("oneOf", new Node.Arr(options));
  }

  private static Map<String, Node> typed(Map<String, Node> required, String name) {
    Map<String, Node> all = new LinkedHashMap<>(required);
    all.put(TYPE, Schemas.constant(name));
    return all;
  }
}
