/**
 * How journeys feel, and all that is known of a touchpoint in one place.
 *
 * <pre>
 *   ObservedJourney | JourneyMap ──▶ EmotionCurve: mean, peak, end, peak-end
 *   JourneyLog ──▶ TouchpointTally: reach, emotions, worth; merges
 *   tally, scores and values of any source (TouchpointFigures),
 *   MomentsOfTruth, RemovalEffects, MapReality ──▶ TouchpointScorecard ──▶ ScorecardText
 *       └─ TouchpointCard: each Part known, or missing with a reason; why to look at it
 *   JourneyLog ──▶ ChannelTally, merges ──▶ ChannelComparison: one touchpoint on its channels
 * </pre>
 *
 * <p>Invariant: every figure of a curve lies between its lowest and its highest point, and every
 * touchpoint that any part knows has one card. Start at
 * {@link dev.laurel.journeys.experience.TouchpointScorecard}.
 */
@LaurelValue
@NullMarked
package dev.laurel.journeys.experience;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
