/**
 * How journeys feel.
 *
 * <pre>
 *   ObservedJourney | JourneyMap ──▶ EmotionCurve: mean, peak, end, peak-end
 * </pre>
 *
 * <p>Invariant: every figure of a curve lies between its lowest and its highest point. Start at
 * {@link dev.laurel.journeys.experience.EmotionCurve}.
 */
@NullMarked
package dev.laurel.journeys.experience;

import org.jspecify.annotations.NullMarked;
