package dev.laurel.journeys.identity;

import dev.laurel.core.identity.Codes;

/** The name of one persona, such as {@code busy-parent}. */
public record PersonaId(String value) implements Comparable<PersonaId> {
  /**
   * A name made of this code.
   *
   * @throws dev.laurel.core.failure.InvalidValueException ID_INVALID if it is not 1 to 64 of a-z,
   *     0-9, hyphen and underscore, a letter first
   */
  public PersonaId {
    value = Codes.code("persona id", value, 64);
  }

  /** A name made of this code. */
  public static PersonaId of(String value) {
    return new PersonaId(value);
  }

  @Override
  public int compareTo(PersonaId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
