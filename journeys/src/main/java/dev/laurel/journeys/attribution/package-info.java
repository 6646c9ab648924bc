/**
 * Which touchpoints the conversions are owed to, if that can be said at all.
 *
 * <pre>
 *   JourneyLog | rows of paths ──▶ PathCounts ─┬─ Credits.of(rule): first, last, linear, position, decay, Shapley
 *                                              ├─ RemovalEffects.of(order): reach x lift, exact
 *                                              ├─ OrderSelection ──▶ OrderChoice: which order, and why
 *                                              └─ RemovalBootstrap ──▶ RemovalIntervals of the same
 *   AbsorbingChain: visits, absorption and steps of any such chain · ShapleyValue: any game of few players
 * </pre>
 *
 * <p>Invariant: credits are at least zero and add up to the conversions of journeys with a
 * touchpoint. All of it is association, not cause: a removal effect is large for what is met often.
 * Start at {@link dev.laurel.journeys.attribution.RemovalEffects}.
 */
@LaurelValue
@NullMarked
package dev.laurel.journeys.attribution;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
