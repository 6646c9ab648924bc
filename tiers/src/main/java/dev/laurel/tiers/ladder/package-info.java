/**
 * The steps that members climb, and the terms on which they climb and stay.
 *
 * <pre>
 *   TierLadder ──▶ base Tier
 *       └─▶ Rung: Tier, enter / stay / reenter: Qualification, earning factor
 *                        └─▶ AllOf AnyOf AtLeast of Reach(Metric, threshold, window) and Holds(Flag)
 *       └─▶ QualifyingPeriod · Validity · ReviewOutcome · Counting · Rollover · RefundEffect · LateCredits
 *   Qualification.evaluate(Measures) ──▶ Progress: what is there, what is missing
 * </pre>
 *
 * <p>A ladder is a definition and knows no member; {@code dev.laurel.tiers.status} holds members
 * against it. Invariant: whatever the figures, exactly one tier is the highest that is qualified
 * for. Start at {@link dev.laurel.tiers.ladder.TierLadder}.
 */
@LaurelValue
@NullMarked
package dev.laurel.tiers.ladder;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
