package dev.laurel.journeys.identity;

/**
 * The name of one touchpoint, in maps and in event logs alike, such as {@code add_to_cart}.
 *
 * <p>Names come from other systems as they are: 1 to 256 characters, line breaks and emoji
 * included. For reading, {@link #toString} keeps them in one line.
 */
public record TouchpointId(String value) implements Comparable<TouchpointId> {
  private static final int LONGEST = 256;

  /**
   * A name made of this text.
   *
   * @throws dev.laurel.core.failure.InvalidValueException TEXT_INVALID if it is blank, longer than
   *     256 characters, or no plain text
   */
  public TouchpointId {
    value = FreeText.checked("touchpoint id", "touchpoint", value, LONGEST);
  }

  /** A name made of this text. */
  public static TouchpointId of(String value) {
    return new TouchpointId(value);
  }

  @Override
  public int compareTo(TouchpointId other) {
    return value.compareTo(other.value);
  }

  /** The name in one line. */
  @Override
  public String toString() {
    return FreeText.oneLine(value);
  }
}
