package dev.laurel.journeys.map;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;

/**
 * How a customer feels, from -2 (very bad) over 0 (neutral) to 2 (very good).
 *
 * @param value the feeling, from -2 to 2
 */
public record Emotion(double value) implements Comparable<Emotion> {
  /** Neither good nor bad. */
  public static final Emotion NEUTRAL = new Emotion(0);

  /**
   * A checked feeling.
   *
   * @throws InvalidValueException RANGE outside -2 to 2
   */
  public Emotion {
    InvalidValueException.check(
        value >= -2 && value <= 2,
        FailureCode.RANGE,
        "value",
        "emotion must lie between -2 and 2: %s",
        value);
    value = value + 0.0;
  }

  /** The feeling of this value. */
  public static Emotion of(double value) {
    return new Emotion(value);
  }

  @Override
  public int compareTo(Emotion other) {
    return Double.compare(value, other.value);
  }
}
