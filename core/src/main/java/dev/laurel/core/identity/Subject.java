package dev.laurel.core.identity;

/** A thing that an activity is about, such as the vehicle {@code v-77}. */
public record Subject(String value) implements Comparable<Subject> {
  /**
   * A name made of this text.
   *
   * @throws dev.laurel.core.failure.InvalidValueException ID_INVALID if it is blank, longer than
   *     128 characters, or holds control characters
   */
  public Subject {
    value = Name.checked("subject", value);
  }

  /** A name made of this text. */
  public static Subject of(String value) {
    return new Subject(value);
  }

  @Override
  public int compareTo(Subject other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
