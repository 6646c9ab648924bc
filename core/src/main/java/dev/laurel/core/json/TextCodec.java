package dev.laurel.core.json;

import dev.laurel.core.failure.FailureCode;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A value that is text in JSON, such as an id, an instant or {@code EUR 12.30}. */
final class TextCodec<T> implements KeyCodec<T> {
  private final String what;
  private final String pattern;
  private final BiFunction<T, Place, String> format;
  private final BiFunction<String, Place, T> parse;

  private TextCodec(
      String what,
      String pattern,
      BiFunction<T, Place, String> format,
      BiFunction<String, Place, T> parse) {
    this.what = what;
    this.pattern = pattern;
    this.format = format;
    this.parse = parse;
  }

  /** Text of this pattern, whose parser throws coded failures of its own. */
  static <T> TextCodec<T> of(
      String what, String pattern, Function<T, String> format, Function<String, T> parse) {
    return new TextCodec<>(
        what, pattern, (value, at) -> format.apply(value), (text, at) -> parse.apply(text));
  }

  /** Text whose meaning depends on the tables of its document. */
  static <T> TextCodec<T> referring(
      String what,
      String pattern,
      BiFunction<T, Place, String> format,
      BiFunction<String, Place, T> parse) {
    return new TextCodec<>(what, pattern, format, parse);
  }

  @Override
  public Node write(T value, Place at) {
    return new Node.Text(format(value, at));
  }

  @Override
  public T read(Node node, Place at) {
    if (node instanceof Node.Text text) {
      return parse(text.value(), at);
    }
    throw at.wrongType("text", node);
  }

  @Override
  public String format(T value, Place at) {
    String text = format.apply(value, at);
    if (text.length() > NodeReader.LONGEST_TEXT || !NodeReader.isWellFormed(text)) {
      throw at.unwritable(
          FailureCode.TEXT_INVALID,
          "be well-formed text of at most " + NodeReader.LONGEST_TEXT + " characters");
    }
    return text;
  }

  @Override
  public T parse(String text, Place at) {
    return at.makeWhole(() -> parse.apply(text, at));
  }

  @Override
  public Node.Obj schema(Schemas schemas) {
    return schemas.refer(
        what, () -> pattern.isEmpty() ? Schemas.named("string") : Schemas.text(pattern));
  }
}
