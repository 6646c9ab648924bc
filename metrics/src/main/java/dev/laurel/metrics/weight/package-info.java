/**
 * Answers that stand for more people than one.
 *
 * <pre>
 *   Response (weight) ──▶ WeightedSums ──▶ Estimate (linearised, or by Kish's effective n)
 *   asked, answered by segment ──▶ WhoAnswered ──▶ WhoAnsweredText   (is there need for weights?)
 *   strata + population ──▶ PostStratification ──▶ Estimate
 *   cells + margins ──▶ Raking ──▶ weights, Estimate
 *   census share ──▶ FinitePopulation
 * </pre>
 *
 * <p>Invariant: weights that are all equal change nothing but the divisor of the variance, n - 1
 * instead of n. Start at {@link dev.laurel.metrics.weight.WeightedSums}.
 */
@LaurelValue
@NullMarked
package dev.laurel.metrics.weight;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
