/**
 * What customers really did.
 *
 * <pre>
 *   TouchEvent ──▶ JourneyLog ──▶ ObservedJourney, JourneyFacts ──▶ Outcome
 *      ▲               │  └─ TiePolicy: which of two events of one instant came first
 *   Arrivals           ├─ sessions(SessionRule)      a customer's events as several journeys
 *   (late events)      └─ mapped(TouchpointMapping)  under the names of a map
 * </pre>
 *
 * <p>Invariant: the journeys of a log divide its events among them; no event is lost, doubled or
 * without a journey, and the order within a journey is total. Start at
 * {@link dev.laurel.journeys.log.JourneyLog}.
 */
@LaurelValue
@NullMarked
package dev.laurel.journeys.log;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
