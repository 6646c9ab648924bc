package dev.laurel.journeys.refine;

import static java.util.Objects.requireNonNull;

import dev.laurel.core.estimate.Estimate;

/**
 * The answer to one question: 60 of 100 journeys convert after the change and 40 of 100 before, 20
 * percentage points more, between 6 and 33.
 *
 * @param question what was compared
 * @param before the share or mean under the earlier version
 * @param after the share or mean under the later version
 * @param difference after less before, with its interval
 * @param test the test that was made: "pooled z" of shares, "Welch" of means
 * @param pValue its two-sided p-value
 * @param qValue the p-value adjusted for all questions that could be asked
 */
public record Finding(
    Question question,
    double before,
    double after,
    Estimate difference,
    String test,
    double pValue,
    double qValue) {
  /** A finding of these parts. */
  public Finding {
    requireNonNull(question, "question");
    requireNonNull(difference, "difference");
    requireNonNull(test, "test");
  }
}
