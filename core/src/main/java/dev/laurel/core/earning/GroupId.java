package dev.laurel.core.earning;

import dev.laurel.core.identity.RuleId;

/**
 * The name of a promotion group, such as {@code spring}.
 *
 * @param value the text, which keeps the rules of a rule id
 */
public record GroupId(String value) implements Comparable<GroupId> {
  /**
   * A name made of this text.
   *
   * @throws dev.laurel.core.failure.InvalidValueException ID_INVALID if it is blank, longer than
   *     128 characters, or holds control characters
   */
  public GroupId {
    value = RuleId.of(value).value();
  }

  /** A name made of this text. */
  public static GroupId of(String value) {
    return new GroupId(value);
  }

  @Override
  public int compareTo(GroupId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
