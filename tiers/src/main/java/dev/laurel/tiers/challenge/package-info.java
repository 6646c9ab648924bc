/**
 * Goals beside the ladder: a status on trial that has to be proved, and rewards for every so many.
 *
 * <pre>
 *   Challenge.accept ──▶ StatusFact.Given: the tier on trial
 *   Challenge.evaluate(StatusRecord, start, asOf) ──▶ Trial: progress by outcome, deadline
 *        └─ result ──▶ StatusFact.Given: the tier that was proved
 *   Milestones.reached(before, after) ──▶ each milestone passed, overshoot included
 * </pre>
 *
 * <p>Both only look: what they give is a fact that the caller tells to the membership. Start at
 * {@link dev.laurel.tiers.challenge.Challenge}.
 */
@LaurelValue
@NullMarked
package dev.laurel.tiers.challenge;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
