package dev.laurel.core.json;

import dev.laurel.core.failure.FailureCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A list in its own order, or a set in the order of its items. */
final class ListCodec<E> implements Codec<Collection<E>> {
  private final Codec<E> item;
  private final boolean isSet;
  private final Function<List<E>, Collection<E>> collect;

  ListCodec(Codec<E> item, boolean isSet, Function<List<E>, Collection<E>> collect) {
    this.item = item;
    this.isSet = isSet;
    this.collect = collect;
  }

  @Override
  public Node write(Collection<E> values, Place at) {
    List<Node> items = new ArrayList<>(values.size());
    for (E value : values) {
      items.add(item.write(value, at.item(items.size())));
    }
    if (isSet) {
      // By what is written: sets that are equal may differ in the order they hand out.
      items.sort(Comparator.comparing(ListCodec::key));
    }
    return new Node.Arr(items);
  }

  private static String key(Node node) {
    return node instanceof Node.Text text ? text.value() : NodeWriter.text(node);
  }

  @Override
  public Collection<E> read(Node node, Place at) {
    if (!(node instanceof Node.Arr array)) {
      throw at.wrongType("an array", node);
    }
    List<E> values = new ArrayList<>(array.items().size());
    Set<E> seen = new HashSet<>();
    for (Node each : array.items()) {
      Place place = at.item(values.size());
      E value = item.read(each, place);
      if (isSet && !seen.add(value)) {
        throw place.malformed(FailureCode.CONFIG_DUPLICATE, "be in its set once");
      }
      values.add(value);
    }
    return at.makeWhole(() -> collect.apply(values));
  }

  @Override
  public Node.Obj schema(Schemas schemas) {
    Node.Obj items = item.schema(schemas);
    return isSet
        ? Schemas.obj(
            "type", new Node.Text("array"), "items", items, "uniqueItems", new Node.Bool(true))
        : Schemas.obj("type", new Node.Text("array"), "items", items);
  }
}
