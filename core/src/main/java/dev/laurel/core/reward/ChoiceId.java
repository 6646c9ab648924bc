package dev.laurel.core.reward;

import dev.laurel.core.identity.RuleId;

/** The name of a choice, such as {@code milestone-40}. */
public record ChoiceId(String value) implements Comparable<ChoiceId> {
  /**
   * A name made of this text.
   *
   * @throws dev.laurel.core.failure.InvalidValueException ID_INVALID if it is blank, longer than
   *     128 characters, or holds control characters
   */
  public ChoiceId {
    value = RuleId.of(value).value();
  }

  /** A name made of this text. */
  public static ChoiceId of(String value) {
    return new ChoiceId(value);
  }

  @Override
  public int compareTo(ChoiceId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
