package dev.laurel.journeys.identity;

import dev.laurel.core.identity.Codes;

/** The name of one improvement of a map, such as {@code online-check-in}. */
public record ImprovementId(String value) implements Comparable<ImprovementId> {
  /**
   * A name made of this code.
   *
   * @throws dev.laurel.core.failure.InvalidValueException ID_INVALID if it is not 1 to 64 of a-z,
   *     0-9, hyphen and underscore, a letter first
   */
  public ImprovementId {
    value = Codes.code("improvement id", value, 64);
  }

  /** A name made of this code. */
  public static ImprovementId of(String value) {
    return new ImprovementId(value);
  }

  @Override
  public int compareTo(ImprovementId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
