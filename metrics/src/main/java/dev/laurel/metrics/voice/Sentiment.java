package dev.laurel.metrics.voice;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;

/**
 * How far words are for or against, from -1 to 1, and the words that say so.
 *
 * @param value zero where nothing, or as much for as against, was found
 * @param evidence the words found, with "not" before those that were turned over
 */
public record Sentiment(double value, ImmutableList<String> evidence) {
  /**
   * A checked sentiment.
   *
   * @throws InvalidValueException RANGE if it is not between -1 and 1
   */
  public Sentiment {
    requireNonNull(evidence, "evidence");
    InvalidValueException.check(
        value >= -1 && value <= 1,
        FailureCode.RANGE,
        "value",
        "a sentiment must lie between -1 and 1: %s",
        value);
  }

  /** Whether any word was found; without one the value says nothing. */
  public boolean isFounded() {
    return !evidence.isEmpty();
  }
}
