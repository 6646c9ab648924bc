package dev.laurel.metrics.trend;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.metrics.score.ScoreHistogram;
import java.time.LocalDate;

/**
 * The answers of some days.
 *
 * @param from the first day
 * @param until the first day after them
 * @param answers the answers, possibly none
 */
public record ScoreWindow(LocalDate from, LocalDate until, ScoreHistogram answers) {
  /**
   * A checked window.
   *
   * @throws InvalidValueException WINDOW_INVALID if it ends at or before its start
   */
  public ScoreWindow {
    requireNonNull(answers, "answers");
    InvalidValueException.check(
        from.isBefore(until),
        FailureCode.WINDOW_INVALID,
        "until",
        "a window must end after it starts: from %s until %s",
        from,
        until);
  }
}
