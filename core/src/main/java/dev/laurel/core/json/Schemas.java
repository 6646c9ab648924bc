package dev.laurel.core.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The definitions of a JSON Schema, each made once and referred to by name. */
final class Schemas {
  private final TreeMap<String, Node> definitions = new TreeMap<>();
  private final String other;
  private final Set<String> elsewhere;

  /** Definitions of a schema that has all of its own. */
  Schemas() {
    this("", Set.of());
  }

  /** Definitions beside those that another schema has. */
  Schemas(String other, Set<String> elsewhere) {
    this.other = other;
    this.elsewhere = elsewhere;
  }

  /** A reference to the definition, which is made if it is new. */
  Node.Obj refer(String name, Supplier<Node.Obj> definition) {
    if (elsewhere.contains(name)) {
      return obj("$ref", new Node.Text(other + "#/$defs/" + name));
    }
    if (!definitions.containsKey(name)) {
      // Entered before it is made: a type may hold itself.
      definitions.put(name, new Node.Null());
      definitions.put(name, definition.get());
    }
    return obj("$ref", new Node.Text("#/$defs/" + name));
  }

  Map<String, Node> definitions() {
    return definitions;
  }

  static Node.Obj text() {
    return obj("type", new Node.Text("string"));
  }

  static Node.Obj text(String pattern) {
    return obj("type", new Node.Text("string"), "pattern", new Node.Text("^(?:" + pattern + ")$"));
  }

  static Node.Obj named(String type) {
    return obj("type", new Node.Text(type));
  }

  static Node.Obj constant(String value) {
    return obj("const", new Node.Text(value));
  }

  static Node.Arr texts(Iterable<String> values) {
    List<Node> all = new ArrayList<>();
    values.forEach(value -> all.add(new Node.Text(value)));
    return new Node.Arr(all);
  }

  /** An object of these keys and nodes, in turn. */
  static Node.Obj obj(Object... keysAndNodes) {
    Map<String, Node> fields = new LinkedHashMap<>();
    for (int i = 0; i < keysAndNodes.length; i += 2) {
      fields.put((String) keysAndNodes[i], (Node) keysAndNodes[i + 1]);
    }
    return new Node.Obj(fields);
  }

  /** A closed object: these properties, of which some are required, and no others. */
  static Node.Obj closed(Map<String, Node> properties, List<String> required) {
    Map<String, Node> fields = new LinkedHashMap<>();
    fields.put("type", new Node.Text("object"));
    fields.put("properties", new Node.Obj(properties));
    if (!required.isEmpty()) {
      fields.put("required", texts(required));
    }
    fields.put("additionalProperties", new Node.Bool(false));
    return new Node.Obj(fields);
  }
}
