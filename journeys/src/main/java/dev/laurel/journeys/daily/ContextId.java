package dev.laurel.journeys.daily;

import dev.laurel.core.identity.Codes;

/** The name of a context of life, such as {@code charging}. */
public record ContextId(String value) implements Comparable<ContextId> {
  /**
   * A name made of this code.
   *
   * @throws dev.laurel.core.failure.InvalidValueException ID_INVALID if it is not 1 to 64 of a-z,
   *     0-9, hyphen and underscore, a letter first
   */
  public ContextId {
    value = Codes.code("context id", value, 64);
  }

  /** A name made of this code. */
  public static ContextId of(String value) {
    return new ContextId(value);
  }

  @Override
  public int compareTo(ContextId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
