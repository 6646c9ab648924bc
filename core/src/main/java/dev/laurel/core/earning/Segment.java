package dev.laurel.core.earning;

import dev.laurel.core.identity.RuleId;

/**
 * The name of a segment of members, as the caller draws it, such as {@code lapsed}.
 *
 * @param value the text, which keeps the rules of a rule id
 */
public record Segment(String value) implements Comparable<Segment> {
  /**
   * A name made of this text.
   *
   * @throws dev.laurel.core.failure.InvalidValueException ID_INVALID if it is blank, longer than
   *     128 characters, or holds control characters
   */
  public Segment {
    value = RuleId.of(value).value();
  }

  /** A name made of this text. */
  public static Segment of(String value) {
    return new Segment(value);
  }

  @Override
  public int compareTo(Segment other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
