package dev.laurel.core.identity;

/** Another company that takes part in the program, such as {@code card-bank}. */
public record Partner(String value) implements Comparable<Partner> {
  /**
   * A name made of this text.
   *
   * @throws dev.laurel.core.failure.InvalidValueException ID_INVALID if it is blank, longer than
   *     128 characters, or holds control characters
   */
  public Partner {
    value = Name.checked("partner", value);
  }

  /** A name made of this text. */
  public static Partner of(String value) {
    return new Partner(value);
  }

  @Override
  public int compareTo(Partner other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
