package dev.laurel.core.earning;

import dev.laurel.core.exact.Ratio;

/**
 * A formula written by the user: the deliberate way out of the closed family.
 *
 * <p>It must be a pure function of the facts it reads. What it throws, and a null, reject the event
 * as a whole with RULE_FAILED; reading more facts than the step budget allows, with RULE_BUDGET.
 */
@FunctionalInterface
public interface CustomFormula {
  /** The points before rounding, in the type's smallest units; zero or above. */
  Ratio points(MeteredFacts facts);
}
