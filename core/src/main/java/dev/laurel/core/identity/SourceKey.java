package dev.laurel.core.identity;

/**
 * The name under which the system that saw an activity knows it, such as store, till and receipt
 * number {@code store-4/till-2/0815}.
 *
 * <p>An activity keeps its key however often and under whatever id it is sent, so that a receipt
 * counts once.
 */
public record SourceKey(String value) implements Comparable<SourceKey> {
  /**
   * A name made of this text.
   *
   * @throws dev.laurel.core.failure.InvalidValueException ID_INVALID if it is blank, longer than
   *     128 characters, or holds control characters
   */
  public SourceKey {
    value = Name.checked("source key", value);
  }

  /** A name made of this text. */
  public static SourceKey of(String value) {
    return new SourceKey(value);
  }

  @Override
  public int compareTo(SourceKey other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
