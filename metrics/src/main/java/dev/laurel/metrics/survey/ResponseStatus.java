package dev.laurel.metrics.survey;

/** What became of one question put to one person; only {@link #ANSWERED} enters a denominator. */
public enum ResponseStatus {
  /** Answered with a point of the scale. */
  ANSWERED,
  /** Passed over, or the survey was dismissed. */
  SKIPPED,
  /** "Do not know" or "does not apply". */
  DONT_KNOW,
  /** Something that is no point of the scale: 11, 7.5, text. */
  INVALID,
  /** Superseded by another answer of the same respondent, or the same answer twice. */
  DUPLICATE,
  /** A trial of the survey by those who made it. */
  TEST
}
