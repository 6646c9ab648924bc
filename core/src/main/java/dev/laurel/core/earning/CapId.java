package dev.laurel.core.earning;

import dev.laurel.core.identity.RuleId;

/**
 * The name of a cap, such as {@code monthly-500}.
 *
 * @param value the text, which keeps the rules of a rule id
 */
public record CapId(String value) implements Comparable<CapId> {
  /**
   * A name made of this text.
   *
   * @throws dev.laurel.core.failure.InvalidValueException ID_INVALID if it is blank, longer than
   *     128 characters, or holds control characters
   */
  public CapId {
    value = RuleId.of(value).value();
  }

  /** A name made of this text. */
  public static CapId of(String value) {
    return new CapId(value);
  }

  @Override
  public int compareTo(CapId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
