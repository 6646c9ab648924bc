package dev.laurel.tiers.ladder;

import dev.laurel.core.identity.Codes;

/**
 * One step of a ladder, such as {@code silver}, known to people as Silver.
 *
 * <p>Codes are compared letter by letter; no locale has a say in them.
 *
 * @param code the name in data, 1 to 32 lower-case letters, digits, hyphens and underscores
 * @param name the name for people, 1 to 64 characters
 */
public record Tier(String code, String name) {
  /**
   * A tier of checked parts.
   *
   * @throws dev.laurel.core.failure.InvalidValueException ID_INVALID or TEXT_INVALID
   */
  public Tier {
    code = Codes.code("tier code", code, 32);
    name = Codes.label("tier '" + code + "'", name, 64);
  }

  /** A tier of this code and name. */
  public static Tier of(String code, String name) {
    return new Tier(code, name);
  }

  /** The code, for reading. */
  @Override
  public String toString() {
    return code;
  }
}
