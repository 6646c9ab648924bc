/**
 * Moments of truth that are proven, not declared.
 *
 * <pre>
 *   JourneyLog ──┐
 *   RiskSet ─────┼─▶ MomentsOfTruth.find ──▶ Moment: effect with interval, q-value, MAKES | BREAKS | UNPROVEN
 *   MomentPolicy ┘          ├─ declared but unproven
 *                           └─ proven but undeclared
 *   parts of a log ──▶ MomentCounts, merged ──▶ MomentsOfTruth.judge
 *   what was said ──▶ FeelingCounts ──▶ FeelingEffects: conversions for each step of feeling
 * </pre>
 *
 * <p>Journeys with a touchpoint are compared with journeys without it among those that came far
 * enough to meet it. Without that risk set a broken payment gateway looks harmless, because those
 * who meet it have come far already. Invariant: every touchpoint asked about is a moment or is left
 * out with a reason; all of it is association, not cause. Start at
 * {@link dev.laurel.journeys.moment.MomentsOfTruth}.
 */
@LaurelValue
@NullMarked
package dev.laurel.journeys.moment;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
