package dev.laurel.metrics.survey;

/** Which end of a scale is the good one. */
public enum Polarity {
  /** The highest answer is the best, as in "how likely are you to recommend us". */
  HIGHER_IS_BETTER,
  /** The lowest answer is the best, as in "how much effort did you have to put forth". */
  LOWER_IS_BETTER
}
