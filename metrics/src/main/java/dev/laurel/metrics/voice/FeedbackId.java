package dev.laurel.metrics.voice;

import dev.laurel.core.failure.Excerpt;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;

/**
 * The opaque name of one piece of feedback, such as {@code review-4711}.
 *
 * @param value 1 to 128 characters, no control characters
 */
public record FeedbackId(String value) implements Comparable<FeedbackId> {
  private static final int LONGEST = 128;

  /**
   * A checked name.
   *
   * @throws InvalidValueException ID_INVALID if it is blank, too long or holds control characters
   */
  public FeedbackId {
    InvalidValueException.check(
        !value.isBlank()
            && value.length() <= LONGEST
            && value.chars().noneMatch(Character::isISOControl),
        FailureCode.ID_INVALID,
        "feedback id",
        "feedback id must be 1 to 128 characters without control characters: %s",
        Excerpt.of(value));
  }

  /** The name made of this text. */
  public static FeedbackId of(String value) {
    return new FeedbackId(value);
  }

  @Override
  public int compareTo(FeedbackId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
