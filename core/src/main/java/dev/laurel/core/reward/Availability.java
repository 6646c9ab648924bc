package dev.laurel.core.reward;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.time.Window;

/** How often a member may have a benefit. */
public sealed interface Availability {
  /** All the time while the member is eligible; there is nothing to claim. */
  static Availability standing() {
    return new Standing();
  }

  /** Once in the life of the membership. */
  static Availability once() {
    return new Limited(1);
  }

  /** So often in the life of the membership. */
  static Availability times(long quantity) {
    return new Limited(quantity);
  }

  /** So often in each window, such as four times a membership year. */
  static Availability perPeriod(long quantity, Window window) {
    return new PerPeriod(quantity, window);
  }

  /** Only as one of the options of a {@link Choice}. */
  static Availability byChoice() {
    return new ByChoice();
  }

  /** See {@link #standing}. */
  record Standing() implements Availability {}

  /**
   * See {@link #times}.
   *
   * @param quantity how often, from 1
   */
  record Limited(long quantity) implements Availability {
    /**
     * A checked limit.
     *
     * @throws InvalidValueException QUANTITY_INVALID if it is below 1
     */
    public Limited {
      checkQuantity(quantity);
    }
  }

  /**
   * See {@link #perPeriod}.
   *
   * @param quantity how often, from 1
   * @param window in which window; anniversaries are counted from the day of enrolment
   */
  record PerPeriod(long quantity, Window window) implements Availability {
    /**
     * A checked limit.
     *
     * @throws InvalidValueException QUANTITY_INVALID if it is below 1
     */
    public PerPeriod {
      checkQuantity(quantity);
      requireNonNull(window, "window");
    }
  }

  /** See {@link #byChoice}. */
  record ByChoice() implements Availability {}

  private static void checkQuantity(long quantity) {
    InvalidValueException.check(
        quantity >= 1,
        FailureCode.QUANTITY_INVALID,
        "quantity",
        "a benefit must be there at least once: %s",
        quantity);
  }
}
