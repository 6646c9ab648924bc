package dev.laurel.core.identity;

/** A group of goods or services that rules speak of, such as {@code service}. */
public record Category(String value) implements Comparable<Category> {
  /**
   * A name made of this text.
   *
   * @throws dev.laurel.core.failure.InvalidValueException ID_INVALID if it is blank, longer than
   *     128 characters, or holds control characters
   */
  public Category {
    value = Name.checked("category", value);
  }

  /** A name made of this text. */
  public static Category of(String value) {
    return new Category(value);
  }

  @Override
  public int compareTo(Category other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
