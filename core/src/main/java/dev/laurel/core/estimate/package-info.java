/**
 * Numbers that come with their uncertainty.
 *
 * <pre>
 *   counts ──▶ Proportion ──▶ Estimate (value, standard error, Interval, n, method)
 *   two proportions ──▶ ProportionDifference, two means ──▶ WelchDifference
 *   many p-values ──▶ MultipleTesting
 *   Spells ──▶ KaplanMeier.staying, CompetingRisks.leavingIn ──▶ StepCurve ──▶ Estimate
 *   two Spells ──▶ LogRank
 *   value, standard error ──▶ ErrorShape ──▶ quantile, Interval
 * </pre>
 *
 * <p>This is the neutral form in which modules that do not know each other exchange results: a
 * score of a survey, an effect of a touchpoint, a rate of redemption. Numbers here are
 * {@code double}; everything exact lives elsewhere.
 *
 * <p>Invariant: no number is NaN; what cannot be estimated is absent. An interval contains its
 * estimate. Start at {@link dev.laurel.core.estimate.Estimate}.
 */
@LaurelValue
@NullMarked
package dev.laurel.core.estimate;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
