package dev.laurel.core.identity;

/** A place where something was done, such as the dealer {@code d-0815}. */
public record Location(String value) implements Comparable<Location> {
  /**
   * A name made of this text.
   *
   * @throws dev.laurel.core.failure.InvalidValueException ID_INVALID if it is blank, longer than
   *     128 characters, or holds control characters
   */
  public Location {
    value = Name.checked("location", value);
  }

  /** A name made of this text. */
  public static Location of(String value) {
    return new Location(value);
  }

  @Override
  public int compareTo(Location other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
