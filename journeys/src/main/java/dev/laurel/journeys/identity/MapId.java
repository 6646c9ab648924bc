package dev.laurel.journeys.identity;

import dev.laurel.core.identity.Codes;

/** The name of one journey map, the same in all its versions, such as {@code buy-a-car}. */
public record MapId(String value) implements Comparable<MapId> {
  /**
   * A name made of this code.
   *
   * @throws dev.laurel.core.failure.InvalidValueException ID_INVALID if it is not 1 to 64 of a-z,
   *     0-9, hyphen and underscore, a letter first
   */
  public MapId {
    value = Codes.code("map id", value, 64);
  }

  /** A name made of this code. */
  public static MapId of(String value) {
    return new MapId(value);
  }

  @Override
  public int compareTo(MapId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
