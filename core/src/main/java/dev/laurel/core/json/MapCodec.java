package dev.laurel.core.json;

import dev.laurel.core.failure.FailureCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** A map as an object whose fields are sorted by name. */
final class MapCodec<K, V> implements Codec<Map<K, V>> {
  private final KeyCodec<K> key;
  private final Codec<V> value;
  private final Function<Map<K, V>, Map<K, V>> collect;

  MapCodec(KeyCodec<K> key, Codec<V> value, Function<Map<K, V>, Map<K, V>> collect) {
    this.key = key;
    this.value = value;
    this.collect = collect;
  }

  @Override
  public Node write(Map<K, V> values, Place at) {
    TreeMap<String, Node> fields = new TreeMap<>();
    values.forEach((name, each) -> {
      String text = key.format(name, at);
      fields.put(text, value.write(each, at.field(text)));
    });
    return new Node.Obj(fields);
  }

  @Override
  public Map<K, V> read(Node node, Place at) {
    if (!(node instanceof Node.Obj object)) {
      throw at.wrongType("an object", node);
    }
    Map<K, V> values = new LinkedHashMap<>();
    object.fields().forEach((name, each) -> {
      Place place = at.field(name);
      K own = key.parse(name, place);
      if (values.put(own, value.read(each, place)) != null) {
        throw place.malformed(FailureCode.JSON_DUPLICATE_KEY, "be in its map once");
      }
    });
    return at.makeWhole(() -> collect.apply(values));
  }

  @Override
  public Node.Obj schema(Schemas schemas) {
    return Schemas.obj(
        "type", new Node.Text("object"), "additionalProperties", value.schema(schemas));
  }
}
