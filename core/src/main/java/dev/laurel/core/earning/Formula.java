package dev.laurel.core.earning;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.exact.Ratio;
import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.failure.InvalidValueException;
import dev.laurel.core.money.ExactMoney;
import dev.laurel.core.points.PointRate;
import dev.laurel.core.points.Points;

/**
 * How a rule turns an event into points.
 *
 * <p>The family is closed; {@link Custom} is the one deliberate way out of it.
 */
public sealed interface Formula {
  /** The phase of a rule with this formula, unless the rule says otherwise. */
  Phase phase();

  /** The result of the case that this formula is. */
  <R> R match(Cases<R> cases);

  /** One decision for each formula. */
  interface Cases<R> {
    /** For points in proportion to money. */
    R perAmount(PerAmount formula);

    /** For points for each whole step of money. */
    R perStep(PerStep formula);

    /** For points for each article or unit. */
    R perUnit(PerUnit formula);

    /** For the same points each time. */
    R flat(Flat formula);

    /** For a multiple of the base. */
    R multiplier(Multiplier formula);

    /** For the multiple that the member's status gives. */
    R statusMultiplier(StatusMultiplier formula);

    /** For points the first time. */
    R firstTime(FirstTime formula);

    /** For points each n-th time. */
    R everyNth(EveryNth formula);

    /** For points when enough has come together. */
    R goal(Goal formula);

    /** For points for both sides of a referral. */
    R referral(Referral formula);

    /** For the user's own code. */
    R custom(Custom formula);
  }

  /**
   * Points in proportion to money: at 3 points for EUR 2.00, EUR 19.99 are 29.985 before rounding.
   *
   * @param rate the exact pair of points and money
   * @param carriesRemainder whether what rounding cuts off is kept for the member's next event;
   *     such a rule rounds down
   */
  record PerAmount(PointRate rate, boolean carriesRemainder) implements Formula {
    /** A formula of checked parts. */
    public PerAmount {
      requireNonNull(rate, "rate");
    }

    @Override
    public Phase phase() {
      return Phase.BASE;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.perAmount(this);
    }
  }

  /**
   * Points for each whole step of the event's total: at 1 point per EUR 10.00, EUR 19.99 are 1.
   *
   * @param step above zero
   * @param points for each step
   */
  record PerStep(ExactMoney step, Points points) implements Formula {
    /**
     * A formula of checked parts.
     *
     * @throws InvalidValueException RANGE
     */
    public PerStep {
      InvalidValueException.check(
          requireNonNull(step, "step").isPositive(),
          FailureCode.RANGE,
          "step",
          "step must be above zero: %s",
          step);
      requireNonNull(points, "points");
    }

    @Override
    public Phase phase() {
      return Phase.BASE;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.perStep(this);
    }
  }

  /**
   * Points for each article of the selected lines, or for each unit of an engagement's quantity.
   *
   * @param points for each
   */
  record PerUnit(Points points) implements Formula {
    /** A formula of checked parts. */
    public PerUnit {
      requireNonNull(points, "points");
    }

    @Override
    public Phase phase() {
      return Phase.BASE;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.perUnit(this);
    }
  }

  /**
   * The same points for each event.
   *
   * @param points for the event
   */
  record Flat(Points points) implements Formula {
    /** A formula of checked parts. */
    public Flat {
      requireNonNull(points, "points");
    }

    @Override
    public Phase phase() {
      return Phase.BONUS;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.flat(this);
    }
  }

  /**
   * A multiple of the base: by 3/2, 4 points become 6.
   *
   * @param factor above 0, at most 1,000
   */
  record Multiplier(Ratio factor) implements Formula {
    /** The largest factor, 1,000. */
    public static final Ratio LARGEST = Ratio.of(1000);

    /**
     * A formula of a checked factor.
     *
     * @throws InvalidValueException MULTIPLIER_RANGE
     */
    public Multiplier {
      checkFactor(factor);
    }

    static void checkFactor(Ratio factor) {
      InvalidValueException.check(
          requireNonNull(factor, "factor").isPositive() && factor.compareTo(LARGEST) <= 0,
          FailureCode.MULTIPLIER_RANGE,
          "factor",
          "factor must be above 0 and at most %s: %s",
          LARGEST,
          factor);
    }

    @Override
    public Phase phase() {
      return Phase.MULTIPLIER;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.multiplier(this);
    }
  }

  /** The multiple of the base that the member's facts hold, with its reason, such as a tier. */
  record StatusMultiplier() implements Formula {
    @Override
    public Phase phase() {
      return Phase.MULTIPLIER;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.statusMultiplier(this);
    }
  }

  /**
   * Points for the first event that the rule awards, and never again while that award stands.
   *
   * @param points for the first time
   */
  record FirstTime(Points points) implements Formula {
    /** A formula of checked parts. */
    public FirstTime {
      requireNonNull(points, "points");
    }

    @Override
    public Phase phase() {
      return Phase.BONUS;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.firstTime(this);
    }
  }

  /**
   * Points for each n-th event that meets the rule's condition.
   *
   * @param n above zero
   * @param points for each n-th time
   */
  record EveryNth(long n, Points points) implements Formula {
    /**
     * A formula of checked parts.
     *
     * @throws InvalidValueException RANGE
     */
    public EveryNth {
      InvalidValueException.check(
          n > 0, FailureCode.RANGE, "n", "every n-th time must have n above zero: %s", n);
      requireNonNull(points, "points");
    }

    @Override
    public Phase phase() {
      return Phase.BONUS;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.everyNth(this);
    }
  }

  /**
   * Points when enough has come together over several events.
   *
   * <p>What overshoots a repeatable goal counts for the next round: with a target of 20,000 miles
   * and 19,000 done, 2,000 more complete round one and leave round two at 1,000. One event may
   * complete several rounds.
   *
   * @param target how much of what
   * @param points for each completed round
   * @param isRepeatable whether there is a round after the first
   */
  record Goal(GoalTarget target, Points points, boolean isRepeatable) implements Formula {
    /** A formula of checked parts. */
    public Goal {
      requireNonNull(target, "target");
      requireNonNull(points, "points");
    }

    @Override
    public Phase phase() {
      return Phase.BONUS;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.goal(this);
    }
  }

  /**
   * Points for both sides when one member brought in another.
   *
   * <p>The event is either a referral by the referrer, which names the member brought in, or any
   * other event of the member who was brought in, such as the first purchase. Each member brings
   * points as a referee once; nobody refers themselves, not even through others.
   *
   * @param referrer for the member who brought in the other; may be zero
   * @param referee for the member who was brought in; may be zero
   */
  record Referral(Points referrer, Points referee) implements Formula {
    /**
     * A formula of checked parts.
     *
     * @throws InvalidValueException TYPE_MISMATCH if the two are not of one type
     */
    public Referral {
      requireNonNull(referrer, "referrer");
      InvalidValueException.check(
          requireNonNull(referee, "referee").type().equals(referrer.type()),
          FailureCode.TYPE_MISMATCH,
          "referee",
          "a referral must pay points of one type: %s and %s",
          referrer.type(),
          referee.type());
    }

    @Override
    public Phase phase() {
      return Phase.BONUS;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.referral(this);
    }
  }

  /**
   * Points that the user's own code computes.
   *
   * @param key the name under which the code is passed to the evaluation
   */
  record Custom(CustomKey key) implements Formula {
    /** A formula of checked parts. */
    public Custom {
      requireNonNull(key, "key");
    }

    @Override
    public Phase phase() {
      return Phase.BONUS;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.custom(this);
    }
  }
}
