package dev.laurel.core.identity;

/** One article that is sold, such as {@code oil-5w30}. */
public record Sku(String value) implements Comparable<Sku> {
  /**
   * A name made of this text.
   *
   * @throws dev.laurel.core.failure.InvalidValueException ID_INVALID if it is blank, longer than
   *     128 characters, or holds control characters
   */
  public Sku {
    value = Name.checked("sku", value);
  }

  /** A name made of this text. */
  public static Sku of(String value) {
    return new Sku(value);
  }

  @Override
  public int compareTo(Sku other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
