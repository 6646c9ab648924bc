/**
 * The journey as the company designed it.
 *
 * <pre>
 *   JourneyMap ──▶ Persona, goal, StageModel
 *      ├─ Flow ──▶ Step ──▶ Touchpoint: CommunicationPoint | Action
 *      │             └─ stage, expected emotion, declared moment of truth
 *      ├─ PainPoint ◀── Improvement
 *      └─ MapVersions ──▶ MapVersion ──▶ MapDiff ──▶ MapChange
 * </pre>
 *
 * <p>Invariant: each step is in a stage of the map, each pain and each improvement at a touchpoint
 * of the map, and at any instant at most one version is in force. Start at
 * {@link dev.laurel.journeys.map.JourneyMap}.
 */
@LaurelValue
@NullMarked
package dev.laurel.journeys.map;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
