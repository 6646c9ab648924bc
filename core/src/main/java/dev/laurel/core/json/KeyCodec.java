package dev.laurel.core.json;

/** A codec of values that also can be the name of a field. */
interface KeyCodec<T> extends Codec<T> {
  /** The value as a name. */
  String format(T value, Place at);

  /** The value of the name. */
  T parse(String text, Place at);
}
