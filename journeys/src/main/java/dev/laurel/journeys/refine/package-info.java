/**
 * Versions of a map judged by what customers did under them.
 *
 * <pre>
 *   JourneyLog + MapVersions ─┐
 *                             ├─▶ Refinement ──▶ Verdict: CONFIRMED | REFUTED | UNDECIDED
 *   Improvement + RefinementCriterion ─┘  ├─ Finding   one for each Question
 *                                         └─ how many journeys would have been needed
 * </pre>
 *
 * <p>Invariant: to exchange the two versions turns every difference round and makes what was
 * confirmed refuted. Start at {@link dev.laurel.journeys.refine.Refinement}.
 */
@LaurelValue
@NullMarked
package dev.laurel.journeys.refine;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
