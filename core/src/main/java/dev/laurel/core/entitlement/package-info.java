/**
 * Services that a member may use for a time, bound to the person and, where it says so, to a thing
 * such as a vehicle.
 *
 * <pre>
 *               ┌─ StartTrial ──▶ TRIAL ─┐ time
 *   (nothing) ──┤                  │     ▼
 *               └─ Activate ──▶ ACTIVE ─▶ EXPIRED ── Activate ──▶ ACTIVE
 *                                 │ Extend: a later end, counted from the first day
 *                                 ├ HandOver: moves to the new owner, or ENDED
 *                                 └ End ──▶ ENDED
 * </pre>
 *
 * <p>Invariant: at every instant an entitlement is in exactly one state, an ended one stays ended,
 * and time alone decides when a trial or a term is over, whether or not a job ran. Start at
 * {@link dev.laurel.core.entitlement.Entitlements}.
 */
@LaurelValue
@NullMarked
package dev.laurel.core.entitlement;

import dev.laurel.core.LaurelValue;
import org.jspecify.annotations.NullMarked;
