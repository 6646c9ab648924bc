package dev.laurel.core.draw;

import dev.laurel.core.identity.CommandId;

/** The name of a prize draw, such as {@code summer-2026}. */
public record DrawId(String value) implements Comparable<DrawId> {
  /**
   * A name made of this text.
   *
   * @throws dev.laurel.core.failure.InvalidValueException ID_INVALID if it is blank, longer than
   *     128 characters, or holds control characters
   */
  public DrawId {
    value = CommandId.of(value).value();
  }

  /** A name made of this text. */
  public static DrawId of(String value) {
    return new DrawId(value);
  }

  @Override
  public int compareTo(DrawId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
