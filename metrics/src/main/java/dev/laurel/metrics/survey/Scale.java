package dev.laurel.metrics.survey;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.failure.Excerpt;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.failure.MalformedInputException;
import java.util.stream.IntStream;

/**
 * The whole numbers a question may be answered with, such as 0 to 10, and which end is good.
 *
 * @param min the smallest answer
 * @param max the largest answer, at most 100 above the smallest
 * @param polarity the good end
 */
public record Scale(int min, int max, Polarity polarity) {
  private static final int LONGEST = 100;
  private static final int LONGEST_TEXT = 16;

  /**
   * A checked scale.
   *
   * @throws InvalidValueException RANGE if it has fewer than two points or more than 101
   */
  public Scale {
    requireNonNull(polarity, "polarity");
    InvalidValueException.check(
        (long) max - min >= 1 && (long) max - min <= LONGEST,
        FailureCode.RANGE,
        "max",
        "scale must have 2 to 101 points: %s to %s",
        min,
        max);
  }

  /** A scale on which the highest answer is the best. */
  public static Scale rising(int min, int max) {
    return new Scale(min, max, Polarity.HIGHER_IS_BETTER);
  }

  /** A scale on which the lowest answer is the best. */
  public static Scale falling(int min, int max) {
    return new Scale(min, max, Polarity.LOWER_IS_BETTER);
  }

  /** How many answers there are to choose from: 11 on 0 to 10. */
  public int points() {
    return max - min + 1;
  }

  /** Whether the answer is a point of the scale. */
  public boolean contains(int answer) {
    return min <= answer && answer <= max;
  }

  /** The answers, smallest first. */
  public IntStream answers() {
    return IntStream.rangeClosed(min, max);
  }

  /**
   * The answer itself, if it is a point of the scale.
   *
   * @throws InvalidValueException SCORE_RANGE if it is not
   */
  public int require(int answer) {
    InvalidValueException.check(
        contains(answer),
        FailureCode.SCORE_RANGE,
        "answer",
        "an answer must be %s to %s: %s",
        min,
        max,
        answer);
    return answer;
  }

  /**
   * The answer that a number stands for. It is never rounded: 6.5 is neither a detractor nor a
   * passive but a mistake of whoever made it.
   *
   * @throws InvalidValueException SCORE_RANGE if it is not a whole number on the scale, or NaN
   */
  public int require(double answer) {
    InvalidValueException.check(
        answer == Math.rint(answer) && answer >= min && answer <= max,
        FailureCode.SCORE_RANGE,
        "answer",
        "an answer must be a whole number from %s to %s: %s",
        min,
        max,
        answer);
    return (int) answer;
  }

  /**
   * The answer that a text stands for, such as {@code 9} or {@code 9.0}.
   *
   * @throws MalformedInputException NUMBER_FORMAT if it is not a plain decimal number, SCORE_RANGE
   *     if it is one that is not a point of the scale
   */
  public int parse(String text) {
    String plain = text.strip();
    if (plain.length() > LONGEST_TEXT || !plain.matches("[+-]?[0-9]+([.][0-9]+)?")) {
      throw new MalformedInputException(
          FailureCode.NUMBER_FORMAT,
          "answer",
          "an answer must be a plain number: " + Excerpt.of(text));
    }
    double number = Double.parseDouble(plain);
    if (number != Math.rint(number) || number < min || number > max) {
      throw new MalformedInputException(
          FailureCode.SCORE_RANGE,
          "answer",
          "an answer must be a whole number from " + min + " to " + max + ": " + Excerpt.of(text));
    }
    return (int) number;
  }

  /** The scale for people, such as {@code 1 to 5, lower is better}. */
  @Override
  public String toString() {
    return min + " to " + max + (polarity == Polarity.LOWER_IS_BETTER ? ", lower is better" : "");
  }
}
