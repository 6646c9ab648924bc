package dev.laurel.core.identity;

/** The name of one earning rule, promotion group or cap, such as {@code base}. */
public record RuleId(String value) implements Comparable<RuleId> {
  /**
   * A name made of this text.
   *
   * @throws dev.laurel.core.failure.InvalidValueException ID_INVALID if it is blank, longer than
   *     128 characters, or holds control characters
   */
  public RuleId {
    value = Name.checked("rule id", value);
  }

  /** A name made of this text. */
  public static RuleId of(String value) {
    return new RuleId(value);
  }

  @Override
  public int compareTo(RuleId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
