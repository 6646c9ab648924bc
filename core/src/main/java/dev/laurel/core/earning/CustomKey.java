package dev.laurel.core.earning;

import dev.laurel.core.identity.RuleId;

/**
 * The name of a rule written by the user, such as {@code lucky-numbers}.
 *
 * @param value the text, which keeps the rules of a rule id
 */
public record CustomKey(String value) implements Comparable<CustomKey> {
  /**
   * A name made of this text.
   *
   * @throws dev.laurel.core.failure.InvalidValueException ID_INVALID if it is blank, longer than
   *     128 characters, or holds control characters
   */
  public CustomKey {
    value = RuleId.of(value).value();
  }

  /** A name made of this text. */
  public static CustomKey of(String value) {
    return new CustomKey(value);
  }

  @Override
  public int compareTo(CustomKey other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
