/**
 * How far customers come, and whether they come back.
 *
 * <pre>
 *   JourneyLog + FunnelSpec + asOf ────▶ FunnelResult ──▶ conversion of any two steps, with interval
 *                                           ├─ matured and open
 *                                           └─ time to convert
 *   JourneyLog + RetentionSpec + asOf ─▶ RetentionCurve
 *   JourneyLog + ExitSpec + asOf ──────▶ JourneyExits ──▶ Spells ──▶ survival, competing exits, two groups compared
 * </pre>
 *
 * <p>Every rule that could change a number is part of the specification: order, window, entry,
 * ties, censoring.
 *
 * <p>Invariant: no step is reached by more journeys than the one before. Start at
 * {@link dev.laurel.journeys.funnel.Funnel}.
 */
@LaurelValue
@NullMarked
package dev.laurel.journeys.funnel;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
