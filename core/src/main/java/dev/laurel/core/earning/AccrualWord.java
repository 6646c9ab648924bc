package dev.laurel.core.earning;

/**
 * What one rule came to, in one word: whole units from 0 on, or the code of the reason why it was
 * never ready to award.
 */
final class AccrualWord {
  /** A multiplier that was ready, on a base that was not. */
  static final long UNTRIED = Long.MIN_VALUE;

  /** {@link SkipReason.NotActive}. */
  static final long NOT_ACTIVE = Long.MIN_VALUE + 1;

  /** {@link SkipReason.OtherKind} or {@link SkipReason.OtherCurrency}. */
  static final long OTHER_CURRENCY = Long.MIN_VALUE + 2;

  /** {@link SkipReason.ConditionUnmet}. */
  static final long CONDITION_UNMET = Long.MIN_VALUE + 3;

  /** {@link SkipReason.NothingEligible}, since the rule looks at none of the lines. */
  static final long NO_LINE = Long.MIN_VALUE + 4;

  /** The reason of the formula itself, such as less than one step of money, or no status. */
  static final long NO_POINTS = Long.MIN_VALUE + 5;

  /** No number on the way to a word is below this, and all codes are. */
  static final long LEAST_NUMBER = -(1L << 62);

  private AccrualWord() {}
}
