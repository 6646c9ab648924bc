package dev.laurel.core.ledger;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.time.TimeGate;
import java.time.Instant;

/** When a lot becomes usable; until then it is pending and outside the balance. */
public sealed interface Activation {
  /** Usable at once. */
  static Activation immediate() {
    return new Immediate();
  }

  /** Usable from an instant, such as the end of the return period. */
  static Activation at(Instant instant) {
    return new At(instant);
  }

  /** Usable once something is reported, such as {@code delivered:r-17}. */
  static Activation onEvent(String key) {
    return new OnEvent(key);
  }

  /** At once. */
  record Immediate() implements Activation {}

  /**
   * From an instant.
   *
   * @param instant the first instant at which the lot is usable
   */
  record At(Instant instant) implements Activation {
    /** An activation at an admitted instant. */
    public At {
      instant = TimeGate.admit(instant, "instant");
    }
  }

  /**
   * Upon a report.
   *
   * @param key what is reported, 1 to 128 characters
   */
  record OnEvent(String key) implements Activation {
    /**
     * An activation upon a report.
     *
     * @throws InvalidValueException ID_INVALID if the key is blank or too long
     */
    public OnEvent {
      InvalidValueException.check(
          !requireNonNull(key, "key").isBlank() && key.length() <= 128,
          FailureCode.ID_INVALID,
          "key",
          "an activation key must be 1 to 128 characters long: %s",
          key.length());
    }
  }
}
