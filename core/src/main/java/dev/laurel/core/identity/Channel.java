package dev.laurel.core.identity;

/** A way in which members meet the company, such as {@code app} or {@code dealer}. */
public record Channel(String value) implements Comparable<Channel> {
  /**
   * A name made of this text.
   *
   * @throws dev.laurel.core.failure.InvalidValueException ID_INVALID if it is blank, longer than
   *     128 characters, or holds control characters
   */
  public Channel {
    value = Name.checked("channel", value);
  }

  /** A name made of this text. */
  public static Channel of(String value) {
    return new Channel(value);
  }

  @Override
  public int compareTo(Channel other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
