package dev.laurel.tiers.ladder;

import dev.laurel.core.identity.Codes;

/**
 * A fact about a member that is so or not so, such as the waiver {@code card-spend} or an
 * entitlement that is held.
 *
 * @param value the name in data, 1 to 64 lower-case letters, digits, hyphens and underscores
 */
public record Flag(String value) implements Comparable<Flag> {
  /**
   * A flag of this name.
   *
   * @throws dev.laurel.core.failure.InvalidValueException ID_INVALID
   */
  public Flag {
    value = Codes.code("flag", value, 64);
  }

  /** A flag of this name. */
  public static Flag of(String value) {
    return new Flag(value);
  }

  @Override
  public int compareTo(Flag other) {
    return value.compareTo(other.value);
  }

  /** The name, for reading. */
  @Override
  public String toString() {
    return value;
  }
}
