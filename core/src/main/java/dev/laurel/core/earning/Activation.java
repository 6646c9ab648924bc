package dev.laurel.core.earning;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.time.TimeGate;
import java.time.Period;

/** When earned points become usable; until then they are pending. */
public sealed interface Activation {
  /** Usable at once. */
  static Activation immediately() {
    return new Immediately();
  }

  /** Usable some days after earning, such as the end of the right of return. */
  static Activation after(Period period) {
    return new After(period);
  }

  /** Usable when the caller reports an event of this name, such as {@code delivered}. */
  static Activation onEvent(String key) {
    return new OnEvent(key);
  }

  /** Usable at once. */
  record Immediately() implements Activation {}

  /**
   * Usable from the start of the day that lies this period after the day of earning.
   *
   * @param period above zero
   */
  record After(Period period) implements Activation {
    /**
     * A checked period.
     *
     * @throws InvalidValueException PERIOD_INVALID
     */
    public After {
      period = TimeGate.checkPeriod(period, "period");
      InvalidValueException.check(
          !period.isZero(),
          FailureCode.PERIOD_INVALID,
          "period",
          "activation must come at least a day later: %s",
          period);
    }
  }

  /**
   * Usable when an event is reported.
   *
   * @param key the event's name, which keeps the rules of an id
   */
  record OnEvent(String key) implements Activation {
    /** A checked name. */
    public OnEvent {
      key = new CustomKey(requireNonNull(key, "key")).value();
    }
  }
}
