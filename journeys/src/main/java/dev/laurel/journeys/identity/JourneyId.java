package dev.laurel.journeys.identity;

/**
 * The name of one observed journey, such as a session or an order; never a fact about a person.
 *
 * <p>Names come from other systems as they are: 1 to 300 characters, line breaks and emoji
 * included. For reading, {@link #toString} keeps them in one line.
 */
public record JourneyId(String value) implements Comparable<JourneyId> {
  private static final int LONGEST = 300;

  /**
   * A name made of this text.
   *
   * @throws dev.laurel.core.failure.InvalidValueException TEXT_INVALID if it is blank, longer than
   *     300 characters, or no plain text
   */
  public JourneyId {
    value = FreeText.checked("journey id", "journey", value, LONGEST);
  }

  /** A name made of this text. */
  public static JourneyId of(String value) {
    return new JourneyId(value);
  }

  @Override
  public int compareTo(JourneyId other) {
    return value.compareTo(other.value);
  }

  /** The name in one line. */
  @Override
  public String toString() {
    return FreeText.oneLine(value);
  }
}
