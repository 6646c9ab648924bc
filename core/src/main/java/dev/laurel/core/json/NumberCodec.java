package dev.laurel.core.json;

import dev.laurel.core.failure.Excerpt;
import dev.laurel.core.failure.FailureCode;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A whole number: JSON digits without point or exponent, within the range of its Java type. */
final class NumberCodec<T extends Number & Comparable<T>> implements KeyCodec<T> {
  static final NumberCodec<Long> LONG = new NumberCodec<>(Long::parseLong);
  static final NumberCodec<Integer> INT = new NumberCodec<>(Integer::parseInt);

  private static final Pattern WHOLE = Pattern.compile("-?(?:0|[1-9][0-9]*)");
  private static final Pattern WITH_POINT = Pattern.compile("-?[0-9]+\\.[0-9]+");

  private final Function<String, T> parse;

  private NumberCodec(Function<String, T> parse) {
    this.parse = parse;
  }

  @Override
  public Node write(T value, Place at) {
    return new Node.Num(value.toString());
  }

  @Override
  public T read(Node node, Place at) {
    if (!(node instanceof Node.Num number)) {
      throw at.wrongType("a whole number", node);
    }
    String literal = number.literal();
    if (WITH_POINT.matcher(literal).matches()) {
      throw at.malformed(FailureCode.JSON_TYPE, "be a whole number: " + Excerpt.of(literal));
    }
    return parse(literal, at);
  }

  @Override
  public String format(T value, Place at) {
    return value.toString();
  }

  @Override
  public T parse(String text, Place at) {
    if (!WHOLE.matcher(text).matches()) {
      throw at.malformed(
          FailureCode.JSON_NUMBER, "be a whole number of digits alone: " + Excerpt.of(text));
    }
    try {
      return parse.apply(text);
    } catch (NumberFormatException e) {
      throw at.malformed(FailureCode.RANGE, "be in the range of its type: " + Excerpt.of(text));
    }
  }

  @Override
  public Node.Obj schema(Schemas schemas) {
    return Schemas.named("integer");
  }
}
