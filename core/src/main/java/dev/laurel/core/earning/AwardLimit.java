package dev.laurel.core.earning;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.time.Window;
import java.time.Period;

/**
 * How often a rule awards one member within a window; awards that were reversed do not count.
 *
 * @param times the most awards, above zero
 * @param window the stretch of time in which they are counted
 */
public record AwardLimit(long times, Window window) {
  /**
   * A limit of checked parts.
   *
   * @throws InvalidValueException CAP_INVALID if the count is not above zero
   */
  public AwardLimit {
    requireNonNull(window, "window");
    InvalidValueException.check(
        times > 0, FailureCode.CAP_INVALID, "times", "award limit must be above zero: %s", times);
  }

  /** The first so many times, ever. */
  public static AwardLimit first(long times) {
    return new AwardLimit(times, Window.lifetime());
  }

  /** So many times in each window. */
  public static AwardLimit of(long times, Window window) {
    return new AwardLimit(times, window);
  }

  /** Once in each day of the program's calendar. */
  public static AwardLimit onceADay() {
    return new AwardLimit(1, Window.rolling(Period.ofDays(1)));
  }
}
