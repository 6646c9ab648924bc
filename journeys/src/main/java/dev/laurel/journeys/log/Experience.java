package dev.laurel.journeys.log;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.journeys.map.Emotion;

/**
 * What a customer said about an event, on the scale on which it was asked: 4 on 1 to 5.
 *
 * @param score the answer
 * @param scale the scale
 */
public record Experience(double score, Scale scale) {
  /**
   * A scale of answers on which more is better.
   *
   * @param lowest the worst answer
   * @param highest the best answer
   */
  public record Scale(double lowest, double highest) {
    /** One to five, as in most questions about satisfaction. */
    public static final Scale ONE_TO_FIVE = new Scale(1, 5);

    /** One to seven, as in most questions about effort. */
    public static final Scale ONE_TO_SEVEN = new Scale(1, 7);

    /** Zero to ten, as in questions about recommendation. */
    public static final Scale ZERO_TO_TEN = new Scale(0, 10);

    /** Minus two to two, the scale of {@link Emotion}. */
    public static final Scale EMOTION = new Scale(-2, 2);

    /**
     * A checked scale.
     *
     * @throws InvalidValueException RANGE if its ends are no finite numbers in order
     */
    public Scale {
      InvalidValueException.check(
          lowest < highest && Double.isFinite(highest - lowest),
          FailureCode.RANGE,
          "scale",
          "a scale must go from one number up to another: %s to %s",
          lowest,
          highest);
      lowest = lowest + 0.0;
      highest = highest + 0.0;
    }
  }

  /**
   * A checked answer.
   *
   * @throws InvalidValueException RANGE outside the scale
   */
  public Experience {
    requireNonNull(scale, "scale");
    InvalidValueException.check(
        score >= scale.lowest() && score <= scale.highest(),
        FailureCode.RANGE,
        "score",
        "an experience must lie on its scale from %s to %s: %s",
        scale.lowest(),
        scale.highest(),
        score);
    score = score + 0.0;
  }

  /** The answer on a scale. */
  public static Experience of(double score, Scale scale) {
    return new Experience(score, scale);
  }

  /** The answer as a share of the scale: 4 on 1 to 5 is 0.75. */
  public double share() {
    return (score - scale.lowest()) / (scale.highest() - scale.lowest());
  }

  /** The answer as a feeling: 4 on 1 to 5 is 1.0, the middle of any scale is neutral. */
  public Emotion toEmotion() {
    return Emotion.of(Math.max(-2, Math.min(2, 4 * share() - 2)));
  }
}
