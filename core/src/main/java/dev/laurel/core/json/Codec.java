package dev.laurel.core.json;

/** The JSON form of one type: how to write it, how to read it, and what a schema says of it. */
interface Codec<T> {
  /**
   * The JSON of the value.
   *
   * @throws dev.laurel.core.failure.InvalidValueException if it could not be read again
   */
  Node write(T value, Place at);

  /**
   * The value of the JSON.
   *
   * @throws dev.laurel.core.failure.MalformedInputException if it is not the JSON of such a value
   */
  T read(Node node, Place at);

  /** The JSON Schema of what {@link #read} accepts; what a schema cannot say is left open. */
  Node.Obj schema(Schemas schemas);
}
