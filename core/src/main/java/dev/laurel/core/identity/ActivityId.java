package dev.laurel.core.identity;

/** The name of one thing a member did, such as the receipt {@code r-2025-000017}. */
public record ActivityId(String value) implements Comparable<ActivityId> {
  /**
   * A name made of this text.
   *
   * @throws dev.laurel.core.failure.InvalidValueException ID_INVALID if it is blank, longer than
   *     128 characters, or holds control characters
   */
  public ActivityId {
    value = Name.checked("activity id", value);
  }

  /** A name made of this text. */
  public static ActivityId of(String value) {
    return new ActivityId(value);
  }

  @Override
  public int compareTo(ActivityId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
