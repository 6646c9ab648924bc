package dev.laurel.core.json;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A value that is written and read as another one, such as an account as its snapshot. */
final class MappedCodec<T, S> implements RootCodec {
  private final Class<T> type;
  private final RootCodec codec;
  private final Function<T, S> to;
  private final Function<S, T> from;

  MappedCodec(Class<T> type, RootCodec codec, Function<T, S> to, Function<S, T> from) {
    this.type = type;
    this.codec = codec;
    this.to = to;
    this.from = from;
  }

  @Override
  public Node write(Object value, Place at) {
    return codec.write(to.apply(type.cast(value)), at);
  }

  @Override
  public Object read(Node node, Place at) {
    return read(node, at, Set.of());
  }

  @Override
  public Object read(Node node, Place at, Set<String> known) {
    @SuppressWarnings("unchecked") // The codec was made for values of this type.
    S parts = (S) codec.read(node, at, known);
    return at.make(() -> from.apply(parts));
  }

  @Override
  public Node.Obj schema(Schemas schemas) {
    return codec.schema(schemas);
  }

  @Override
  public Node.Obj closedSchema(
      Schemas schemas, Map<String, Node> required, Map<String, Node> optional) {
    return codec.closedSchema(schemas, required, optional);
  }
}
