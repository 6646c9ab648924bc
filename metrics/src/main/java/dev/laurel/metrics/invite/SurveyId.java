package dev.laurel.metrics.invite;

import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.identity.Codes;

/**
 * The name of one survey, such as {@code after-service}.
 *
 * @param value lower case letters, digits, hyphens and underscores, a letter first
 */
public record SurveyId(String value) implements Comparable<SurveyId> {
  /**
   * A checked name.
   *
   * @throws InvalidValueException ID_INVALID if it has other characters or more than 64
   */
  public SurveyId {
    value = Codes.code("a survey", value, 64);
  }

  /** The name made of this text. */
  public static SurveyId of(String value) {
    return new SurveyId(value);
  }

  @Override
  public int compareTo(SurveyId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
