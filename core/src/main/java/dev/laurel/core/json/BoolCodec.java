package dev.laurel.core.json;

/** True or false. */
final class BoolCodec implements Codec<Boolean> {
  @Override
  public Node write(Boolean value, Place at) {
    return new Node.Bool(value);
  }

  @Override
  public Boolean read(Node node, Place at) {
    if (node instanceof Node.Bool bool) {
      return bool.value();
    }
    throw at.wrongType("true or false", node);
  }

  @Override
  public Node.Obj schema(Schemas schemas) {
    return Schemas.named("boolean");
  }
}
