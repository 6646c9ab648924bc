package dev.laurel.journeys.identity;

import dev.laurel.core.identity.Codes;

/** The name of one stage of a journey, such as {@code evaluate}. */
public record StageId(String value) implements Comparable<StageId> {
  /**
   * A name made of this code.
   *
   * @throws dev.laurel.core.failure.InvalidValueException ID_INVALID if it is not 1 to 64 of a-z,
   *     0-9, hyphen and underscore, a letter first
   */
  public StageId {
    value = Codes.code("stage id", value, 64);
  }

  /** A name made of this code. */
  public static StageId of(String value) {
    return new StageId(value);
  }

  @Override
  public int compareTo(StageId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
