package dev.laurel.journeys.map;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.identity.Codes;

/**
 * A point at which a customer and the company meet, such as the test drive at a dealer.
 *
 * @param code the name in data, 1 to 64 lower-case letters, digits, hyphens and underscores
 * @param name the name for people, 1 to 128 characters
 * @param kind whether something is said or done there
 */
public record Touchpoint(String code, String name, Kind kind) {
  /** What happens at a touchpoint. */
  public enum Kind {
    /** Something is said: an advertisement, a confirmation, an invoice. */
    COMMUNICATION,
    /** Something is done: a test drive, a payment, a repair. */
    ACTION
  }

  /**
   * A touchpoint of checked parts.
   *
   * @throws dev.laurel.core.failure.InvalidValueException ID_INVALID or TEXT_INVALID
   */
  public Touchpoint {
    requireNonNull(kind, "kind");
    code = Codes.code("touchpoint code", code, 64);
    name = Codes.label("touchpoint '" + code + "'", name, 128);
  }

  /** The code, for reading. */
  @Override
  public String toString() {
    return code;
  }
}
