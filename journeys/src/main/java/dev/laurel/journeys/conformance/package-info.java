/**
 * The map held against reality.
 *
 * <pre>
 *   JourneyMap ──▶ Conformance ◀── ObservedJourney     JourneyLog
 *                      └─▶ JourneyReality                  └─▶ MapReality ──▶ StepReality
 *                            ├─ Move     the alignment            └─ DeviationCounts
 *                            └─ Deviation: Missing | AdHoc | OutOfOrder | Failed
 *   Promise + JourneyLog + asOf ──▶ PromiseCheck
 * </pre>
 *
 * <p>Invariant: steps missing and out of order are the moves of the map alone, events ad hoc and
 * out of order those of the log alone, and together with the steps taken twice they are all events
 * and all steps of the way. Start at {@link dev.laurel.journeys.conformance.Conformance}.
 */
@LaurelValue
@NullMarked
package dev.laurel.journeys.conformance;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
