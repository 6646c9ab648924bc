package dev.laurel.core.draw;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Codes;

/**
 * Something to be won, such as 3 weekends at a race track.
 *
 * @param code its code, unique in the draw
 * @param name its name for people
 * @param quantity how many of it there are, from 1
 */
public record Prize(String code, String name, int quantity) {
  /**
   * A checked prize.
   *
   * @throws InvalidValueException ID_INVALID or TEXT_INVALID for the code or the name;
   *     QUANTITY_INVALID if there is none of it
   */
  public Prize {
    code = Codes.code("prize", code, 64);
    name = Codes.label("prize", name, 128);
    InvalidValueException.check(
        quantity >= 1,
        FailureCode.QUANTITY_INVALID,
        "quantity",
        "prize '%s' must be there at least once: %s",
        code,
        quantity);
  }

  @Override
  public String toString() {
    return name;
  }
}
