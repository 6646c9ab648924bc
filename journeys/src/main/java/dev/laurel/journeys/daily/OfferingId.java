package dev.laurel.journeys.daily;

import dev.laurel.core.identity.Codes;

/** The name of an offering, such as {@code karaoke}. */
public record OfferingId(String value) implements Comparable<OfferingId> {
  /**
   * A name made of this code.
   *
   * @throws dev.laurel.core.failure.InvalidValueException ID_INVALID if it is not 1 to 64 of a-z,
   *     0-9, hyphen and underscore, a letter first
   */
  public OfferingId {
    value = Codes.code("offering id", value, 64);
  }

  /** A name made of this code. */
  public static OfferingId of(String value) {
    return new OfferingId(value);
  }

  @Override
  public int compareTo(OfferingId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
