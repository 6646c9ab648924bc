package dev.laurel.core.identity;

/** The name of one lot of points, such as {@code r-17/base}. */
public record LotId(String value) implements Comparable<LotId> {
  /**
   * A name made of this text.
   *
   * @throws dev.laurel.core.failure.InvalidValueException ID_INVALID if it is blank, longer than
   *     300 characters, or holds control characters
   */
  public LotId {
    value = Name.checked("lot id", value, Name.LONGEST_DERIVED);
  }

  /** A name made of this text. */
  public static LotId of(String value) {
    return new LotId(value);
  }

  @Override
  public int compareTo(LotId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
