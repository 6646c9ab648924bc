package dev.laurel.journeys.attribution;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;

/** A rule that divides a conversion among the touchpoints before it, whatever their effect. */
public sealed interface AttributionRule {
  /** Everything to the first touchpoint. */
  static AttributionRule first() {
    return new First();
  }

  /** Everything to the last touchpoint. */
  static AttributionRule last() {
    return new Last();
  }

  /** The same to each occurrence: of search, search, mail search has two thirds. */
  static AttributionRule linear() {
    return new Linear();
  }

  /** 40 % to the first, 40 % to the last, 20 % to those between; half each where there are two. */
  static AttributionRule position() {
    return new Position(0.4, 0.4);
  }

  /** Half as much for each step further from the conversion, times this half-life in steps. */
  static AttributionRule timeDecay(double halfLifeSteps) {
    return new TimeDecay(halfLifeSteps);
  }

  /**
   * The same to each different touchpoint: the Shapley value of the game in which a set of
   * touchpoints is worth the conversions that need no others.
   */
  static AttributionRule shapley() {
    return new Shapley();
  }

  /** See {@link #first}. */
  record First() implements AttributionRule {}

  /** See {@link #last}. */
  record Last() implements AttributionRule {}

  /** See {@link #linear}. */
  record Linear() implements AttributionRule {}

  /**
   * A share for the first, a share for the last, and the rest for those between in equal parts.
   * With two touchpoints the rest goes to both in proportion to their shares.
   *
   * @param first the share of the first
   * @param last the share of the last
   */
  record Position(double first, double last) implements AttributionRule {
    /**
     * Checked shares.
     *
     * @throws InvalidValueException PERCENT_RANGE if they are not positive or more than the whole
     */
    public Position {
      InvalidValueException.check(
          first > 0 && last > 0 && first + last <= 1,
          FailureCode.PERCENT_RANGE,
          "first",
          "shares of first and last must be positive and at most the whole: %s, %s",
          first,
          last);
    }
  }

  /**
   * See {@link #timeDecay}.
   *
   * @param halfLifeSteps after how many steps half is left
   */
  record TimeDecay(double halfLifeSteps) implements AttributionRule {
    /**
     * A checked half-life.
     *
     * @throws InvalidValueException RANGE if it is not a positive number
     */
    public TimeDecay {
      InvalidValueException.check(
          halfLifeSteps > 0 && Double.isFinite(halfLifeSteps),
          FailureCode.RANGE,
          "halfLifeSteps",
          "a half-life must be a positive number of steps: %s",
          halfLifeSteps);
    }
  }

  /** See {@link #shapley}. */
  record Shapley() implements AttributionRule {}
}
