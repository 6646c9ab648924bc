package dev.laurel.core.json;

import dev.laurel.core.failure.Excerpt;
import dev.laurel.core.failure.FailureCode;
import java.util.LinkedHashMap;
import java.util.Map;

/** One of the names of an enum's constants, letter for letter. */
final class EnumCodec<E extends Enum<E>> implements KeyCodec<E> {
  private final Class<E> type;
  private final Map<String, E> constants = new LinkedHashMap<>();

  EnumCodec(Class<E> type) {
    this.type = type;
    for (E constant : type.getEnumConstants()) {
      constants.put(constant.name(), constant);
    }
  }

  @Override
  public Node write(E value, Place at) {
    return new Node.Text(value.name());
  }

  @Override
  public E read(Node node, Place at) {
    if (node instanceof Node.Text text) {
      return parse(text.value(), at);
    }
    throw node instanceof Node.Num
        ? at.malformed(
            FailureCode.JSON_ENUM, "be one of " + constants.keySet() + ": found a number")
        : at.wrongType("text", node);
  }

  @Override
  public String format(E value, Place at) {
    return value.name();
  }

  @Override
  public E parse(String text, Place at) {
    E constant = constants.get(text);
    if (constant == null) {
      throw at.malformed(
          FailureCode.JSON_ENUM, "be one of " + constants.keySet() + ": " + Excerpt.of(text));
    }
    return constant;
  }

  @Override
  public Node.Obj schema(Schemas schemas) {
    return schemas.refer(
        Names.of(type), () -> Schemas.obj("enum", Schemas.texts(constants.keySet())));
  }
}
