/**
 * Guards against a score becoming a target.
 *
 * <pre>
 *   panes, answers with agents and devices, comments ──▶ CompassGuard ──▶ Flag (what, where, why)
 * </pre>
 *
 * <p>A flag is a reason to look, not a proof of guilt: each names its numbers and what else could
 * explain them. Invariant: asking many agents does not make flags, because p-values are corrected.
 * Start at {@link dev.laurel.metrics.guard.CompassGuard}.
 */
@LaurelValue
@NullMarked
package dev.laurel.metrics.guard;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
