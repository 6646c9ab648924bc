package dev.laurel.journeys.identity;

import dev.laurel.core.identity.Codes;

/** The name of one pain point of a map, such as {@code long-wait}. */
public record PainPointId(String value) implements Comparable<PainPointId> {
  /**
   * A name made of this code.
   *
   * @throws dev.laurel.core.failure.InvalidValueException ID_INVALID if it is not 1 to 64 of a-z,
   *     0-9, hyphen and underscore, a letter first
   */
  public PainPointId {
    value = Codes.code("pain point id", value, 64);
  }

  /** A name made of this code. */
  public static PainPointId of(String value) {
    return new PainPointId(value);
  }

  @Override
  public int compareTo(PainPointId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
